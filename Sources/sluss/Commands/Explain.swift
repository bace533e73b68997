import ArgumentParser
import CareMessages
import Documents

/// `sluss explain`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        "explain",
        local(
            "Förklara reglerna: vad de säger, vad de vilar på, vad man gör.",
            "Explain the rules: what they say, what they rest on, what to do."),
        examples: ["sluss explain E101", "sluss explain W505 W801 --json"],
        local(
            """
            Varje regel förklaras på svenska och engelska, med lagrum, meddelandetyper och om den är lagens ord, en läsning \
            av lagen eller Slussens egen. Utan regel listas alla, en rad per regel. Andra koder förklaras av sluss errors.
            """,
            """
            Each rule is explained in Swedish and English, with provision, message types and whether it is the wording of \
            the law, a reading of it or Sluss's own. Without a rule, all are listed, a line for each. Other codes are \
            explained by sluss errors.
            """),
        local(
            "Slutkod 0 klart, 1 regeln finns inte i denna version.",
            "Exit code 0 done, 1 this version has no such rule."))

    @Flag(name: .long, help: .words("Ett JSON-objekt per rad för varje regel.", "One JSON object a line for each rule.")) var json = false
    @Flag(name: .long, help: .words("Alla regler som dokumentet Docs/rules.md.", "All rules as the document Docs/rules.md."))
    var markdown = false
    @Argument(help: .words("Regler, som E101 eller W505.", "Rules, such as E101 or W505.", value: "rules")) var rules: [String] = []

    func validate() throws {
        if markdown, json || !rules.isEmpty {
            throw ValidationError(local("--markdown skriver ut allt och står ensam", "--markdown prints everything and goes alone"))
        }
    }

    func run() throws {
        if markdown { return Terminal.data(Array(RulePage.markdown.utf8)) }
        if rules.isEmpty {
            for rule in RuleBook.all {
                Terminal.data(json ? JSONLine.text(RuleReport(rule)) : "\(rule.id)  \(Language.current(rule.description.text))")
            }
            return
        }
        var isMissing = false
        for id in rules {
            guard let rule = RuleBook.rule(id.uppercased()) else {
                Self.missing(id).report(asJSON: json)
                isMissing = true
                continue
            }
            let explanation = CodeExplanation.lines(ErrorEntry(rule), area: ErrorCatalogue.rules)
            for line in json ? [JSONLine.text(RuleReport(rule))] : explanation { Terminal.data(line) }
        }
        if isMissing { throw Answer.negative }
    }

    private static func missing(_ id: String) -> CommandFailure {
        CommandFailure(
            CommandCode.noSuchCode, detail: id,
            remedy: LocalText(
                sv: "Lista alla regler med sluss explain; andra koder förklaras av sluss errors.",
                en: "List all rules with sluss explain; other codes are explained by sluss errors."),
            exit: Answer.negative)
    }
}

/// A rule as the data of `sluss explain --json`.
private struct RuleReport: Encodable {
    let code, severity, messageSv, messageEn, remedySv, remedyEn, law, standing: String
    let types: [String]

    init(_ rule: Rule) {
        let description = rule.description
        (code, severity, law, standing) = (rule.id, rule.severity.rawValue, description.law, description.standing.rawValue)
        (messageSv, messageEn) = (description.text.sv, description.text.en)
        (remedySv, remedyEn) = (description.remedy.sv, description.remedy.en)
        types = rule.types.map(\.rawValue)
    }
}
