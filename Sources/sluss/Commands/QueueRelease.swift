import ArgumentParser
import Gateway

/// `sluss queue release`
struct QueueRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        "release",
        local(
            "Släpp stoppade meddelanden.",
            "Let held messages go on."),
        examples: ["sluss queue release 01jd3v8c6t9zq5x2w7r4m0n1kb"],
        local(
            "Flyttar meddelanden i held till ready, och skadade (corrupt) till held när varje fil är hel igen.",
            "Moves held messages to ready, and damaged ones (corrupt) to held when every file of them is whole again."),
        local(
            "Åtgärden skrivs i granskningsloggen innan den utförs. Skriver ut id för varje flyttat meddelande.",
            "The act is recorded in the audit trail before it is carried out. Prints the id of every message it moved."),
        local(
            "Slutkod 0 klart, 1 fel tillstånd, 66 meddelandet finns inte, 75 under leverans just nu.",
            "Exit code 0 done, 1 wrong state, 66 no such message, 75 being delivered right now."))

    @OptionGroup var options: GatewayOptions
    @Option(name: .long, help: ReasonArgument.help, transform: ReasonArgument.checked) var reason: String?
    @Argument(help: MessageArgument.help) var ids: [String]

    func run() throws {
        try QueueActing(act: .release, options: options, reason: reason).run(ids)
    }
}
