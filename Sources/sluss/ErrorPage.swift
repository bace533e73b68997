import AS4
import CareMessages
import Documents

/// The catalogue as the document `Docs/errors.md`.
enum ErrorPage {
    static var markdown: String {
        let parts = [head] + ErrorCatalogue.areas.map(part) + [signals]
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static let head = """
        # Error codes

        Every code that Sluss shows in logs, answers, histories and refusals, with its remedy. Printed by `sluss errors --markdown`; a test keeps
        this page equal to the program. `sluss errors CODE` explains one code in Swedish and English. A code keeps its meaning for ever; words may
        be improved. Texts never quote a message.
        """

    private static func part(_ area: ErrorCatalogue.Area) -> String {
        let lines = ["## \(area.title)", "", area.explanation]
        return (lines + (area.name == ErrorCatalogue.rules ? rules : [""] + codes(area))).joined(separator: "\n")
    }

    /// They have a page of their own, with what they rest on.
    private static let rules = ["Each is in [rules.md](rules.md), and in the terminal with `sluss explain E101`."]

    private static func codes(_ area: ErrorCatalogue.Area) -> [String] {
        let rows = area.entries.map { entry in
            MarkdownRow.text([
                entry.code + (entry.severity == "warning" ? " (warning)" : ""), entry.text.en, entry.remedy.en, entry.text.sv,
                entry.remedy.sv,
            ])
        }
        return ["| code | what | remedy | fel | åtgärd |", "|---|---|---|---|---|"] + rows
    }

    /// The standard's own codes, which travel beside ours in error signals.
    private static var signals: String {
        let rows = EBMSCode.allCases.map { code in
            MarkdownRow.text([code.rawValue, code.entry.shortDescription, code.entry.severity.rawValue, code.entry.category.rawValue])
        }
        let lines = [
            "## Error signals of ebMS", "",
            "Codes of ebMS 3.0 Core and the AS4 Profile. A signal of ours names the code of the cause above in its description and detail.",
            "",
            "| code | short description | severity | category |", "|---|---|---|---|",
        ]
        return (lines + rows).joined(separator: "\n")
    }
}
