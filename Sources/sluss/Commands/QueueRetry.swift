import ArgumentParser
import Gateway

/// `sluss queue retry`
struct QueueRetry: ParsableCommand {
    static let configuration = CommandConfiguration(
        "retry",
        local(
            "Försök skicka meddelanden igen nu.",
            "Try messages again now."),
        examples: ["sluss queue retry 01jd3v8c6t9zq5x2w7r4m0n1kb --reason \"2026/114\""],
        local(
            """
            Flyttar uppskjutna (deferred) och misslyckade (failed) meddelanden till ready, vad tidtabellen än säger; id och \
            innehåll är desamma.
            """,
            "Moves deferred and failed messages to ready, whatever their schedule says; the id and the content stay the same."),
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
        try QueueActing(act: .retry, options: options, reason: reason).run(ids)
    }
}
