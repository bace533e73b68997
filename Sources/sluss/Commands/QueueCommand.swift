import ArgumentParser
import Foundation
import Gateway
import Spooling

/// `sluss queue`
struct QueueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the messages to deliver, and act on them.",
        discussion: """
            EXAMPLES
              sluss queue --config sluss.yaml
              sluss queue --state deferred --partner exempelkommun --ids | sluss queue retry -
              sluss queue cancel 01jd3v8c6t9zq5x2w7r4m0n1kb --reason "Told by telephone 14.20"

            Without a subcommand: the list. Works while the daemon runs or is down.
            """,
        subcommands: [QueueList.self, QueueRetry.self, QueueHold.self, QueueRelease.self, QueueCancel.self],
        defaultSubcommand: QueueList.self)
}

/// `sluss queue list`
struct QueueList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the messages that are not delivered yet.",
        discussion: """
            EXAMPLES
              sluss queue --config sluss.yaml
              sluss queue list --state failed --json

            Shows every state that still needs the daemon's work or somebody's attention; --all adds done and cancelled. Lines come oldest
            first. Times are Swedish; --json has UTC. A message that moves meanwhile may show twice or not at all.
            """)

    @OptionGroup var options: GatewayOptions
    @OptionGroup var list: ListOptions
    @Flag(name: .long, help: "Also messages that are done or cancelled.") var all = false

    func run() throws {
        let place = try Workplace.open(options)
        let now = Date()
        let states = all ? SpoolState.allCases : QueueFilter.open
        let reports = try list.filter(states: states).reports(from: place.spools.outbound, now: now)
        MessageList(reports: reports, now: now).print(list, asJSON: options.json, known: place.parts.configuration.partners.map(\.name))
    }
}
