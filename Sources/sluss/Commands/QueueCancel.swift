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
        QueueActArguments.record,
        QueueActArguments.exitCodes + ".")

    @OptionGroup var arguments: QueueActArguments

    func run() throws { try QueueActing(act: .cancel, arguments: arguments).run() }
}
