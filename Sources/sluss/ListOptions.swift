import ArgumentParser
import CareMessages
import Gateway
import Spooling

extension SpoolState: ExpressibleByArgument {}

/// Which messages a list shows, and how.
struct ListOptions: ParsableArguments {
    @Option(
        name: .long,
        help: .words(
            "Bara meddelanden i detta tillstånd; får anges flera gånger.", "Only messages in this state; may be given several times."))
    var state: [SpoolState] = []

    @Option(name: .long, help: .words("Bara meddelanden till eller från denna partner.", "Only messages to or from this partner."))
    var partner: String?

    @Option(name: .long, help: .words("Bara meddelanden av denna typ.", "Only messages of this type."))
    var type: MessageType?

    @Option(
        name: .long, parsing: .unconditional,
        help: .words(
            "Bara meddelanden som är minst så gamla: 90s, 10min, 2h, 7d.", "Only messages at least this old: 90s, 10min, 2h, 7d.",
            value: "span"), transform: TimeSpan.parsed)
    var olderThan: TimeSpan?

    @Flag(
        name: .long,
        help: .words("Bara id, ett per rad, som andra kommandon tar emot dem.", "Only the ids, one a line, as other commands take them."))
    var ids = false

    func filter(states: [SpoolState]) -> QueueFilter {
        var filter = QueueFilter(states: state.isEmpty ? states : SpoolState.allCases.filter(state.contains))
        filter.partner = partner
        filter.type = type?.rawValue
        filter.olderThan = olderThan?.duration
        return filter
    }
}
