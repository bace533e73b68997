import ArgumentParser
import CareMessages
import Documents
import Foundation
import Gateway
import Signatures
import Spooling

/// `sluss route FILE`
struct Route: ParsableCommand {
    static let configuration = CommandConfiguration(
        "route",
        local(
            "Visa vem ett meddelande är till, och varför; inget sparas.",
            "Show who a message is for, and why; nothing is stored."),
        examples: ["sluss route inskrivningsmeddelande.xml"],
        local(
            """
            Jämför mottagarna i meddelandet med dem som lag, placeringsmeddelanden och adressbok pekar ut. Folkbokföringskommunen \
            antas aldrig vara placeringskommun. Det som är vår läsning av lagen och inte dess ord är märkt så och ska stämmas av \
            lokalt. Svaret kan visa var en person är placerad: lämna det inte utanför organisationen.
            """,
            """
            Compares the receivers in the message with those that law, placement messages and address book point out. The \
            municipality of registration is never taken for the placing one. What is our reading of the law and not its words is \
            marked so and must be agreed locally. The answer may show where a person is placed: keep it in the organisation.
            """),
        local(
            "Slutkod 0 rätt mottagare, 1 en mottagare saknas eller är överflödig, 65 det går inte att avgöra eller filen är fel, 74 kan inte läsas.",
            "Exit code 0 right receivers, 1 a receiver is missing or superfluous, 65 nobody can tell or the file is bad, 74 cannot be read."
        ))

    @OptionGroup var options: GatewayOptions
    @Argument(
        help: .words("XML-fil; - läser standard in.", "XML file; - reads standard input.", value: "file"),
        completion: .file(extensions: ["xml"]))
    var file: String

    func run() throws {
        let (parts, ledger) = try Workplace.memory(options)
        let bytes = try InputFile.read(file, limit: DocumentLimits.message.maximumBytes + 1)
        // Who a message is for does not hang on whether it may be sent: only what cannot be read is refused.
        let outcome = parts.check.check(
            bytes, verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: RuleContext(now: Date()))
        guard let message = outcome.message else {
            for finding in outcome.findings where options.json { Terminal.say(JSONLine.text(FindingReport(finding))) }
            if !options.json { for line in FindingList.lines(outcome.findings, file: file) { Terminal.say(line) } }
            throw Answer.refused
        }
        let advice = RoutingAdvice(message, parts: parts, ledger: ledger)
        if options.json {
            Terminal.data(JSONLine.text(RoutingReport(advice, of: message, file: file)))
        } else {
            for line in Self.page(advice) { Terminal.data(line) }
        }
        switch advice.verdict {
        case .right: break
        case .wrong: throw Answer.negative
        case .unknown: throw Answer.refused
        }
    }

    private static func page(_ advice: RoutingAdvice) -> [String] {
        let language = Language.current
        var lines = [verdict(advice)]
        lines += advice.decision.explanation(beside: advice.comparison).map { Terminal.safe(language($0)) }
        if !advice.decision.candidates.isEmpty {
            let names = advice.decision.candidates.map(\.name).joined(separator: ", ")
            lines.append("\(language("Kandidater att fråga", "Candidates to ask")): \(names)")
        }
        let shown = Set(advice.decision.warnings.map(\.code))
        for note in advice.comparison.notes where !shown.contains(note.code) {
            let about = note.targets.isEmpty ? "" : " (" + note.targets.map(\.name).joined(separator: ", ") + ")"
            lines.append("\(note.code) \(language(note.text))\(about) \(language(note.remedy))")
        }
        return lines
    }

    private static func verdict(_ advice: RoutingAdvice) -> String {
        switch advice.verdict {
        case .right: local("Rätt mottagare.", "The right receivers.")
        case .wrong: local("Fel mottagare.", "Wrong receivers.")
        case .unknown: local("Det går inte att avgöra vem som ska ha det.", "It cannot be told who must have it.")
        }
    }
}
