import CareMessages
import Documents

/// How findings about a message are printed: code, what, where, remedy. Findings hold no content of the message.
enum FindingList {
    static func lines(_ findings: [Finding], file: String) -> [String] {
        let language = Language.current
        return findings.flatMap { finding -> [String] in
            let word = finding.severity == .error ? language("fel", "error") : language("varning", "warning")
            let line = finding.place.line.map { ":\($0)" } ?? ""
            var lines = ["\(Terminal.safe(file))\(line): \(word) \(finding.rule): \(language(finding.text))"]
            if let path = finding.place.path { lines.append("    \(language("Plats", "Place")): \(Terminal.safe(path))") }
            if let detail = finding.detail { lines.append("    \(language("Detalj", "Detail")): \(Terminal.safe(detail))") }
            if let law = finding.law { lines.append("    \(language("Grund", "Ground")): \(LawWords.text(law, language))") }
            return lines + ["    \(language("Åtgärd", "Remedy")): \(language(finding.remedy))"]
        }
    }
}
