import Glibc

/// Reads single values from their text. Strict: no leading or trailing spaces, no signs, no other notations.
enum SettingValue {
    /// A whole number of at most 15 digits.
    static func integer(_ text: String) -> Int? {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// A decimal fraction such as `0.2`.
    static func fraction(_ text: String) -> Double? {
        text.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{1,6})?/) == nil ? nil : Double(text)
    }

    /// A whole number with `ms`, `s`, `min`, `h` or `d`.
    static func duration(_ text: String) -> Duration? {
        guard let (number, unit) = numberAndUnit(text) else { return nil }
        switch unit {
        case "ms": return .milliseconds(number)
        case "s": return .seconds(number)
        case "min": return .seconds(number * 60)
        case "h": return .seconds(number * 3_600)
        case "d": return .seconds(number * 86_400)
        default: return nil
        }
    }

    /// A whole number with `B`, `KiB`, `MiB` or `GiB`, in bytes.
    static func size(_ text: String) -> Int? {
        guard let (number, unit) = numberAndUnit(text), let factor = ["B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30][unit] else {
            return nil
        }
        return number * factor
    }

    private static func numberAndUnit(_ text: String) -> (Int, String)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        // Nine digits times the largest unit stay far below the largest Int.
        guard (1...9).contains(digits.count), let number = Int(digits) else { return nil }
        return (number, String(text.dropFirst(digits.count)))
    }

    /// `yes`, `no`, `true` or `false`.
    static func flag(_ text: String) -> Bool? { ["yes": true, "no": false, "true": true, "false": false][text] }

    /// A name for logs, metrics and files.
    static func name(_ text: String) -> String? {
        text.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,39}/) == nil ? nil : text
    }

    /// Two digits (länskod) or four (kommunkod). Whether such a län or kommun exists is judged when a message names it.
    static func areaCode(_ text: String) -> String? {
        text.wholeMatch(of: /[0-9]{2}([0-9]{2})?/) == nil ? nil : text
    }

    /// A host name (RFC 1123) in lower case, an IPv4 address, or an IPv6 address without brackets.
    static func host(_ text: String) -> String? {
        if isAddress(text) { return text }
        guard text.utf8.count <= 253, text.wholeMatch(of: /[0-9.]+/) == nil else { return nil }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let areGood = labels.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?/) != nil }
        return areGood ? text.lowercased() : nil
    }

    private static func isAddress(_ text: String) -> Bool {
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
    }

    /// `https://host`, with port and path if wanted.
    static func endpoint(_ text: String) -> PartnerEndpoint? {
        guard let match = text.wholeMatch(of: /https:\/\/(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:(?<port>[0-9]{1,5}))?(?<path>\/.*)?/)
        else { return nil }
        let written = String(match.host)
        let bare = written.hasPrefix("[") ? String(written.dropFirst().dropLast()) : written
        guard let host = host(bare), written.hasPrefix("[") == bare.contains(":") else { return nil }
        guard let port = match.port.map({ Int($0) }) ?? 443, (1...65_535).contains(port) else { return nil }
        guard let path = urlPath(match.path.map(String.init) ?? "/") else { return nil }
        return PartnerEndpoint(text: text, host: host, port: port, path: path)
    }

    /// A path of an HTTP address without query and fragment: RFC 3986 `path-absolute`.
    static func urlPath(_ text: String) -> String? {
        text.wholeMatch(of: /\/([A-Za-z0-9._~!$&'()*+,;=:@\/-]|%[0-9A-Fa-f]{2})*/) == nil || text.utf8.count > 1_000 ? nil : text
    }

    /// Text on one line.
    static func text(_ text: String, maximum: Int) -> String? {
        (1...maximum).contains(text.count) && text.unicodeScalars.allSatisfy(isPrintable) && text.contains { !$0.isWhitespace } ? text : nil
    }

    /// No control character and no line or paragraph separator.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        ![.control, .lineSeparator, .paragraphSeparator, .surrogate].contains(scalar.properties.generalCategory)
    }
}
