import Documents

/// One thing wrong with a configuration, with the place to mend it. Never holds the content of a key file.
package struct ConfigurationProblem: Error, Sendable, Equatable, Codable {
    /// What a problem means for the gateway.
    package enum Severity: String, Sendable, Codable {
        /// The gateway does not start, or keeps its old configuration.
        case error
        /// The gateway runs; somebody should look.
        case warning
    }

    /// The stable code, such as `C020`.
    package let code: String
    /// What it means for the gateway.
    package let severity: Severity
    /// The configuration file as given.
    package let file: String
    /// Line of the value or key, from 1.
    package let line: Int
    /// Column of the value or key, from 1, in Unicode scalars.
    package let column: Int
    /// The key as a dotted path, `partners[0].tls.pins[1]`; empty for the file as a whole.
    package let key: String
    /// What is wrong, with what was found and expected.
    package let text: LocalText
    /// What to do about it.
    package let remedy: LocalText

    /// Makes a problem; `detail` is put after the code's own sentence and says what was found and expected.
    package init(_ code: ConfigurationCode, file: String, at place: FilePlace, key: String, detail: LocalText? = nil) {
        self.code = code.rawValue
        severity = code.severity
        self.file = file
        line = place.line
        column = place.column
        self.key = key
        text = detail.map { LocalText(sv: "\(code.text.sv) \($0.sv)", en: "\(code.text.en) \($0.en)") } ?? code.text
        remedy = code.remedy
    }

    /// One line as compilers write it: `sluss.yaml:12:5: error C020 partners[0].endpont: There is no such key.`; the remedy goes below
    package var english: String {
        "\(file):\(line):\(column): \(severity.rawValue) \(code)\(key.isEmpty ? "" : " " + key): \(text.en)"
    }

    /// The same in Swedish.
    package var swedish: String {
        let word = severity == .error ? "fel" : "varning"
        return "\(file):\(line):\(column): \(word) \(code)\(key.isEmpty ? "" : " " + key): \(text.sv)"
    }
}
