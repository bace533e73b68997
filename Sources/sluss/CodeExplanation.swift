import CareMessages
import Documents

/// One code in both languages, as `sluss errors` and `sluss explain` print it.
enum CodeExplanation {
    static func lines(_ entry: ErrorEntry, area: String) -> [String] {
        ["\(entry.code)  \(severity(entry)), \(area)"] + about(entry) + words(entry, .sv) + words(entry, .en)
    }

    private static func severity(_ entry: ErrorEntry) -> String {
        entry.severity == "error" ? local("fel", "error") : local("varning", "warning")
    }

    private static func about(_ entry: ErrorEntry) -> [String] {
        guard let law = entry.law else { return [] }
        let types = entry.types.map { "\($0.rawValue) \(Language.current($0.title))" }.joined(separator: ", ")
        return ["    \(entry.types.count == MessageType.allCases.count ? local("alla meddelandetyper", "every message type") : types)"]
            + ["    \(LawWords.text(law, Language.current))"]
    }

    private static func words(_ entry: ErrorEntry, _ language: Language) -> [String] {
        ["\(language.rawValue)  \(language(entry.text))", "    \(language("Åtgärd", "Remedy")): \(language(entry.remedy))"]
            + (entry.standing.map { ["    \(language("Vilar på", "Rests on")): \(language($0.title))"] } ?? [])
    }
}
