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
        QueueActArguments.record,
        QueueActArguments.exitCodes + ".")

    @OptionGroup var arguments: QueueActArguments

    func run() throws { try QueueActing(act: .hold, arguments: arguments).run() }
}
