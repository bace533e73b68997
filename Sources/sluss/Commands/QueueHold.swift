import ArgumentParser
import Gateway

/// `sluss queue hold`
struct QueueHold: ParsableCommand {
    static let configuration = CommandConfiguration(
        "hold",
        local(
            "Stoppa meddelanden så att de inte skickas.",
            "Stop messages from being tried."),
        examples: ["sluss queue hold 01jd3v8c6t9zq5x2w7r4m0n1kb --reason \"2026/114\""],
        local(
            """
            Flyttar meddelanden i ready och deferred till held. Ett stoppat meddelande ligger kvar tills det släpps eller \
            avbryts; det går inte ut.
            """,
            """
            Moves ready and deferred messages to held. A held message stays until it is released or cancelled; it does not \
            expire.
            """),
        local(
            "Åtgärden skrivs i granskningsloggen innan den utförs. Skriver ut id för varje flyttat meddelande.",
            "The act is recorded in the audit trail before it is carried out. Prints the id of every message it moved."),
        local(
            "Slutkod 0 klart, 1 fel tillstånd, 66 meddelandet finns inte, 75 under leverans just nu.",
            "Exit code 0 done, 1 wrong state, 66 no such message, 75 being delivered right now."))

    @OptionGroup var options: GatewayOptions
    @Option(name: .long, help: ReasonArgument.help, transform: ReasonArgument.checked) var reason: String
    @Argument(help: MessageArgument.help) var ids: [String]

    func run() throws {
        try QueueActing(act: .hold, options: options, reason: reason).run(ids)
    }
}
