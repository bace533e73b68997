import Gateway

/// One JSON object on one line, in the form of `Docs/json-output.md`.
enum JSONLine {
    /// The object without a line break. Our reports hold only text, numbers and finite fractions, which always encode.
    static func text(_ value: some Encodable) -> String {
        guard let bytes = try? JSONReport.line(value) else { return "{}" }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}
