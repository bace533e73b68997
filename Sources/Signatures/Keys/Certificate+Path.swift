import COpenSSL
import Documents

extension Certificate {
    /// Certificates one PKIPath may hold.
    package static let longestPath = 8

    /// The certificates of a PkiPath (ITU-T X.509, a SEQUENCE OF Certificate), as BinarySecurityToken `X509PKIPathv1` carries it: the one nearest
    /// to the root first, the leaf last. Throws K008 unless the bytes are exactly that, in strict DER.
    package static func path(der: [UInt8]) throws(Refusal) -> [Certificate] {
        var path: [Certificate] = []
        for encoded in try elements(of: der) {
            guard path.count < longestPath else { throw Refusal(KeyCode.badCertificate, detail: "path over \(longestPath) certificates") }
            path.append(try Certificate(der: encoded))
        }
        guard !path.isEmpty else { throw Refusal(KeyCode.badCertificate, detail: "empty path") }
        return path
    }

    /// The encodings of the elements of one SEQUENCE, each with its header.
    private static func elements(of der: [UInt8]) throws(Refusal) -> [[UInt8]] {
        guard let outer = header(of: der[...]), outer.end == der.count else {
            throw Refusal(KeyCode.badCertificate, detail: "not a SEQUENCE, or bytes after it")
        }
        var elements: [[UInt8]] = []
        var rest = der[outer.content...]
        while !rest.isEmpty {
            guard let element = header(of: rest) else { throw Refusal(KeyCode.badCertificate, detail: "not a SEQUENCE OF Certificate") }
            elements.append(Array(rest[..<element.end]))
            rest = rest[element.end...]
        }
        return elements
    }

    /// Where the content of a SEQUENCE of definite length begins and ends; nil for anything else.
    private static func header(of bytes: ArraySlice<UInt8>) -> (content: Int, end: Int)? {
        defer { NativeBytes.clearErrors() }
        let found = bytes.withUnsafeBufferPointer { buffer -> (Int, Int)? in
            var cursor = buffer.baseAddress
            var (length, tag, kind): (Int, Int32, Int32) = (0, 0, 0)
            // 0x20: constructed and of definite length; bit 0x80 is an error, bit 0x01 an indefinite length.
            guard ASN1_get_object(&cursor, &length, &tag, &kind, buffer.count) == 0x20, tag == V_ASN1_SEQUENCE, kind == 0,
                let cursor, let start = buffer.baseAddress
            else { return nil }
            return (cursor - start, length)
        }
        guard let (head, length) = found, head + length <= bytes.count else { return nil }
        return (bytes.startIndex + head, bytes.startIndex + head + length)
    }
}
