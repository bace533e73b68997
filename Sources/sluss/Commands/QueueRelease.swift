import ArgumentParser
import Gateway

/// `sluss queue release`
struct QueueRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        "release",
        local(
            "Släpp stoppade meddelanden.",
            "Let held messages go on."),
        examples: ["sluss queue release 01jd3v8c6t9zq5x2w7r4m0n1kb --reason \"2026/114\""],
        local(
            "Flyttar meddelanden i held till ready, och skadade (corrupt) till held när varje fil är hel igen.",
            "Moves held messages to ready, and damaged ones (corrupt) to held when every file of them is whole again."),
        local(
            """
            Ett meddelande om en person med skyddade personuppgifter (R016) släpps bara av någon annan än den som lämnade in det. \
            Den som släpper är den som bytte till tjänstens användare (sudo -u).
            """,
            """
            A message about a protected person (R016) is released only by somebody other than its submitter. \
            Who releases is the person who became the service's user (sudo -u).
            """),
        QueueActArguments.record,
        QueueActArguments.exitCodes + local(", 77 samma person.", ", 77 the same person."))

    @OptionGroup var arguments: QueueActArguments

    func run() throws { try QueueActing(act: .release, arguments: arguments).run() }
}
