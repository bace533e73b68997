import ArgumentParser
import Gateway

/// `sluss queue cancel`
struct QueueCancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        "cancel",
        local(
            "Avbryt meddelanden för gott.",
            "Give messages up for good."),
        examples: ["sluss queue cancel 01jd3v8c6t9zq5x2w7r4m0n1kb --reason \"Tel. 14.20\""],
        local(
            """
            Flyttar meddelanden i ready, deferred, held och failed till cancelled. Filerna finns kvar; ingen säger till \
            mottagaren.
            """,
            "Moves ready, deferred, held, failed and damaged (corrupt) messages to cancelled. Their files stay; nobody tells the receiver."),
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
        try QueueActing(act: .cancel, options: options, reason: reason).run(ids)
    }
}
