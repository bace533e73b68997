import CareMessages
import Documents

/// The rules as the document `Docs/rules.md`.
enum RulePage {
    static var markdown: String {
        let common = part("Every type", "They hold for every type, but for those that name some.", RuleBook.all.filter(\.isCommon))
        return ([head, common] + MessageType.allCases.map(part)).joined(separator: "\n\n") + "\n"
    }

    private static let head = """
        # Rules

        What Sluss asks of a message beyond its schema. Printed by `sluss explain --markdown` from the rules themselves; a test keeps this page
        equal to the program. `sluss explain E101` tells one rule in the terminal. An id keeps its meaning for ever; words may be improved.

        An **error** refuses the message, at the sender and at the receiver; a **warning** travels along with it. E10 warns: its number is older than
        the custom. Messages are never refused for being late. What each rule rests on:

        - **wording**: the provision says it.
        - **reading**: how we read the provision, or a source that we could not confirm. Such a rule only warns, and its text says that it is a
          reading.
        - **own**: a rule of Sluss's own profile ("Slussens regel"), for order in a case or for a limit where the law gives none; a provision
          named after it is the one it serves.

        Rules about a case ask the earlier messages of it; `sluss check`, which knows none, leaves them out. What nobody sent in time, no message
        tells: that is the work of the deadlines ([glossary.md](glossary.md)), whose lists name the rule that warns of the same. W03 is told
        there and nowhere else.
        """

    private static func part(_ type: MessageType) -> String {
        part(
            "\(type.rawValue) \(type.title.sv)", "\(type.title.en), `\(type.rootElement)`: \(type.facts.law).",
            RuleBook.all.filter { !$0.isCommon && $0.types == [type] })
    }

    /// The types of a common rule that does not hold for all.
    private static func some(_ rule: Rule) -> String {
        guard rule.isCommon, rule.types.count < MessageType.allCases.count else { return "" }
        return " (" + rule.types.map(\.rawValue).joined(separator: " ") + ")"
    }

    private static func part(_ title: String, _ words: String, _ rules: [Rule]) -> String {
        let rows = rules.map { rule in
            let description = rule.description
            return MarkdownRow.text([
                rule.id + some(rule), rule.severity.rawValue, description.text.sv, description.remedy.sv, description.text.en,
                description.remedy.en,
                description.law, description.standing.rawValue,
            ])
        }
        let head = ["| id | severity | regel | åtgärd | rule | remedy | provision | rests on |", "|---|---|---|---|---|---|---|---|"]
        return (["## \(title)", "", words, ""] + head + rows).joined(separator: "\n")
    }
}
