import ArgumentParser
import Foundation
import Gateway
import Spooling

/// `sluss inbox`
struct Inbox: ParsableCommand {
    static let configuration = CommandConfiguration(
        "inbox",
        local(
            "Lista meddelanden som har kommit in.",
            "List the messages that came in."),
        examples: ["sluss inbox --config sluss.yaml", "sluss inbox --state ready --older-than 10min"],
        local(
            """
            ready: kontrollerat, kvitterat till avsändaren och ännu inte överlämnat. done: överlämnat. Fungerar vare sig \
            tjänsten körs eller inte. Äldst först. Tider är svenska; --json har UTC.
            """,
            """
            ready: verified, acknowledged to the sender and not yet handed over. done: handed over. Works while the daemon \
            runs or is down. Lines come oldest first. Times are Swedish; --json has UTC.
            """))

    @OptionGroup var options: GatewayOptions
    @OptionGroup var list: ListOptions

    func run() throws {
        let place = try Workplace.open(options)
        let now = Date()
        let reports = try list.filter(states: SpoolState.allCases).reports(from: place.spools.inbound, now: now)
        let known = place.parts.configuration.partners.map(\.name) + [Spools.localPartner]
        MessageList(reports: reports, now: now).print(list, asJSON: options.json, known: known)
    }
}
