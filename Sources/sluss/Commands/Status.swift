import ArgumentParser
import Foundation
import Gateway

/// `sluss status`
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        "status",
        local("Hur tjänsten mår, och vad som behöver en människa.", "How the gateway is, and what needs a person."),
        examples: ["sluss status --config sluss.yaml", "sluss status --json"],
        local(
            """
            Tjänsten, spoolarna, disken, partner som inte nås, försvagningar i kraft och egna certifikat. Fungerar vare sig \
            tjänsten körs eller inte, och ändrar inget. För övervakning: slutkod 0 när allt är väl, 1 när något behöver en människa.
            """,
            """
            The daemon, the spools, the disk, partners that cannot be reached, weakenings in force and our own certificates. \
            Works while the daemon runs or is down, and changes nothing. For monitoring: exit code 0 when all is well, 1 when \
            something needs a person.
            """))

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let place = try Workplace.open(options)
        let report = try StatusReport(place.parts, spools: place.spools, at: Date())
        Terminal.data(options.json ? [JSONLine.text(report)] : StatusPage(report: report).lines)
        if !report.attention.isEmpty { throw Answer.negative }
    }
}
