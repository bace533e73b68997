extension ConfigurationKey.Kind {
    /// What is allowed, as the reference writes it: `1s–1min`, `64KiB–1GiB`, `json, text`; empty when the kind alone says it.
    package var limits: String {
        switch self {
        case .integer(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .fraction(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .duration(let range): "\(Self.text(range.lowerBound))–\(Self.text(range.upperBound))"
        case .size(let range): "\(Self.text(bytes: range.lowerBound))–\(Self.text(bytes: range.upperBound))"
        case .flag: "yes, no"
        case .word(let words): words.joined(separator: ", ")
        case .wordOrSection(let words): (words + ["{ … }"]).joined(separator: ", ")
        case .list(let kind, _): kind.limits
        case .sections, .section, .text, .name, .organisationsnummer, .areaCode, .host, .endpoint, .fetchAddress, .keyPlace, .file,
            .urlPath, .pin, .date, .time:
            ""
        }
    }

    /// The span in the largest unit that divides it, as the file would write it.
    static func text(_ duration: Duration) -> String {
        let milliseconds = duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
        for (unit, length) in [("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1_000)] as [(String, Int64)]
        where milliseconds >= length && milliseconds.isMultiple(of: length) {
            return "\(milliseconds / length)\(unit)"
        }
        return "\(milliseconds)ms"
    }

    /// The size in the largest unit that divides it, as the file would write it.
    static func text(bytes: Int) -> String {
        for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where bytes >= size && bytes.isMultiple(of: size) {
            return "\(bytes / size)\(unit)"
        }
        return "\(bytes)B"
    }
}
