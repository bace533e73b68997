import Documents

/// One single value of the file, or a default in its place.
struct SettingScalar {
    let text: String
    let place: FilePlace
    /// Dotted path with positions.
    let key: String
    let kind: ConfigurationKey.Kind
    let context: ReadingContext

    /// The parsed value; without one a problem says what was found and what is expected.
    func parsed<Value>(_ code: ConfigurationCode, _ parse: (String) -> Value?) -> Value? {
        if let value = parse(text) { return value }
        log(code)
        return nil
    }

    /// Logs that this value is wrong. The text is quoted only when it is short and printable: it might be a pasted key.
    func log(_ code: ConfigurationCode, hint: LocalText? = nil) {
        let shown =
            text.count <= 80 && text.unicodeScalars.allSatisfy(SettingValue.isPrintable) && !text.contains("PRIVATE KEY")
            && !text.contains("pin-")
        let limits = kind.limits
        var (sv, en): ([String], [String]) = ([], [])
        if shown { (sv, en) = (["Hittade ”\(text)”."], ["Found “\(text)”."]) }
        if !limits.isEmpty { (sv, en) = (sv + ["Tillåtet: \(limits)."], en + ["Allowed: \(limits)."]) }
        if let hint { (sv, en) = (sv + [hint.sv], en + [hint.en]) }
        let detail = sv.isEmpty ? nil : LocalText(sv: sv.joined(separator: " "), en: en.joined(separator: " "))
        context.log.add(code, at: place, key: key, detail: detail)
    }
}
