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
        QueueActArguments.record,
        QueueActArguments.exitCodes + ".")

    @OptionGroup var arguments: QueueActArguments

    func run() throws { try QueueActing(act: .retry, arguments: arguments).run() }
}
