import ArgumentParser
import Foundation
import Gateway
import Spooling

/// `sluss queue`
struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "queue",
        local(
            "Lista meddelanden som ska levereras, och åtgärda dem.",
            "List the messages to deliver, and act on them."),
        examples: [
            "sluss queue --config sluss.yaml", "sluss queue --state deferred --ids | sluss queue retry - --reason \"2026/114\"",
            "sluss queue cancel 01jd3v8c6t9zq5x2w7r4m0n1kb --reason \"Tel. 14.20\"",
        ],
        local(
            "Utan underkommando: listan. Fungerar vare sig tjänsten körs eller inte.",
            "Without a subcommand: the list. Works while the daemon runs or is down."),
        subcommands: [QueueList.self, QueueRetry.self, QueueHold.self, QueueRelease.self, QueueCancel.self],
        defaultSubcommand: QueueList.self)
}

/// `sluss queue list`
struct QueueList: ParsableCommand {
    static let configuration = CommandConfiguration(
        "list",
        local(
            "Lista meddelanden som inte är levererade än.",
            "List the messages that are not delivered yet."),
        examples: ["sluss queue --config sluss.yaml", "sluss queue list --state failed --json"],
        local(
            """
            Visar varje tillstånd som kräver tjänstens arbete eller någons uppmärksamhet; --all lägger till done och \
            cancelled. Äldst först. Tider är svenska; --json har UTC. Ett meddelande som flyttas under tiden kan synas två \
            gånger eller inte alls.
            """,
            """
            Shows every state that still needs the daemon's work or somebody's attention; --all adds done and cancelled. \
            Lines come oldest first. Times are Swedish; --json has UTC. A message that moves meanwhile may show twice or not \
            at all.
            """))

    @OptionGroup var options: GatewayOptions
    @OptionGroup var list: ListOptions
    @Flag(name: .long, help: .words("Även meddelanden i done och cancelled.", "Also messages that are done or cancelled.")) var all = false

    func run() throws {
        let place = try Workplace.open(options)
        let now = Date()
        let states = all ? SpoolState.allCases : QueueFilter.open
        let reports = try list.filter(states: states).reports(from: place.spools.outbound, now: now)
        MessageList(reports: reports, now: now).print(list, asJSON: options.json, known: place.parts.configuration.partners.map(\.name))
    }
}
