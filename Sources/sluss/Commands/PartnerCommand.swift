import ArgumentParser
import Documents
import Foundation
import Gateway

/// `sluss partner`
struct PartnerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "partner",
        local("Partner och förbindelsen med dem.", "Partners and the connection with them."),
        examples: ["sluss partner ping exempelkommun"],
        subcommands: [PartnerPingCommand.self])
}

/// `sluss partner ping NAME`
struct PartnerPingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "ping",
        local(
            "Skicka ett testmeddelande till en partner och pröva kvittensen.",
            "Send a test message to a partner and judge its receipt."),
        examples: ["sluss partner ping exempelkommun"],
        local(
            """
            AS4-standardens testtjänst: riktig TLS med båda certifikaten, riktig signatur, inget innehåll. Partnern svarar med en \
            kvittens och lämnar inget vidare; spoolen rörs inte, och tjänsten behöver inte köras. Varje steg visas med sin tid.
            """,
            """
            The test service of the AS4 standard: real TLS with both certificates, a real signature, no content. The partner \
            answers with a receipt and hands nothing on; the spool is not touched, and the daemon need not run. Each step is \
            shown with its time.
            """),
        local(
            "Slutkod 0 kvittensen stämmer, 1 ett steg misslyckades, 64 okänd partner.",
            "Exit code 0 the receipt proves the message, 1 a step failed, 64 unknown partner."))

    @OptionGroup var options: GatewayOptions
    @Argument(help: .words("Partnerns namn i konfigurationen.", "The partner's name in the configuration.", value: "name")) var name: String

    func run() async throws {
        let parts = try Workplace.parts(options)
        guard let partner = parts.partner(named: name) else {
            let names = parts.configuration.partners.map(\.name)
            let near = NearestName.find(name, among: names).map { local("; menade du \($0)?", "; did you mean \($0)?") } ?? ""
            let list = names.joined(separator: ", ")
            let words = local(
                "ingen partner heter \(name); konfigurationen har: \(list)", "no partner is called \(name); the configuration has: \(list)")
            throw CommandFailure(CommandCode.usage, detail: words + near, exit: Answer.usage)
        }
        let outcome = await PartnerPing(parts: parts, partner: partner).run()
        if options.json {
            Terminal.data(JSONLine.text(PingReport(outcome, partner: name)))
        } else {
            for line in Self.lines(outcome) { Terminal.data(line) }
        }
        if outcome.failure != nil { throw Answer.negative }
    }

    private static func lines(_ outcome: PartnerPing.Outcome) -> [String] {
        let language = Language.current
        var lines = outcome.stages.map { stage in
            let time = String(format: "%7.1f ms", stage.elapsedSeconds * 1000)
            return "\(stage.name.padding(toLength: 10, withPad: " ", startingAt: 0))\(time)  \(stage.code ?? "ok")"
        }
        if let failure = outcome.failure {
            let detail = failure.detail.map { " (\($0))" } ?? ""
            lines += [
                Terminal.safe("\(failure.code) \(language(failure.text))\(detail)"),
                "\(local("Åtgärd", "Remedy")): \(language(failure.remedy))",
            ]
        } else {
            lines.append(local("Kvittensen stämmer.", "The receipt proves the message."))
        }
        return lines
    }
}

/// The data of `sluss partner ping --json`.
struct PingReport: Encodable {
    let partner: String
    let answered: Bool
    let status: Int?
    let stages: [PartnerPing.Stage]
    let code, messageSv, messageEn, remedySv, remedyEn, detail: String?

    init(_ outcome: PartnerPing.Outcome, partner: String) {
        let failure = outcome.failure
        (self.partner, answered, status, stages) = (partner, failure == nil, outcome.status, outcome.stages)
        (code, detail) = (failure?.code, failure?.detail)
        (messageSv, messageEn) = (failure?.text.sv, failure?.text.en)
        (remedySv, remedyEn) = (failure?.remedy.sv, failure?.remedy.en)
    }
}
