/// Content-ID headers and the cid: URIs that refer to them (RFC 2392).
enum ContentID {
    static let maximumLength = 255

    /// The id in a Content-ID header, angle brackets removed; they are missing from some peers. Nil when it cannot be referred to.
    static func parse(header value: String) -> String? {
        let hasBrackets = value.hasPrefix("<") && value.hasSuffix(">")
        return checked(hasBrackets ? String(value.dropFirst().dropLast()) : value)
    }

    /// The id that a cid: URI refers to, percent-decoded. Nil when it is no cid: URI.
    static func parse(uri: String) -> String? {
        guard uri.hasPrefix("cid:") else { return nil }
        return decoded(uri.utf8.dropFirst(4)).flatMap(checked)
    }

    /// The URI of an id: characters with a meaning in URIs are percent-encoded.
    static func uri(_ id: String) -> String {
        id.utf8.reduce(into: "cid:") { uri, byte in
            let isPlain = isUnreserved(byte) || "@!$&'()*+,;=:".utf8.contains(byte)
            uri += isPlain ? String(UnicodeScalar(byte)) : "%" + hex(byte)
        }
    }

    private static func checked(_ id: String) -> String? {
        let bytes = id.utf8
        guard !bytes.isEmpty, bytes.count <= maximumLength else { return nil }
        return bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") } ? id : nil
    }

    private static func decoded(_ text: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
