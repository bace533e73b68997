import ArgumentParser
import Gateway

/// `sluss queue cancel`
struct QueueCancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Give messages up for good.",
        discussion: """
            EXAMPLE
              sluss queue cancel 01jd3v8c6t9zq5x2w7r4m0n1kb --reason "Told by telephone 14.20"

            Moves ready, deferred, held, failed and damaged (corrupt) messages to cancelled. Their files stay; nobody tells the receiver.
            The act is recorded in the audit trail before it is carried out. Prints the id of every message it moved.
            Exit code 0 done, 1 wrong state, 66 no such message, 75 being delivered right now.
            """)

    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long, help: ArgumentHelp("Why, for the audit trail. No patient data.", valueName: "text"), transform: ReasonArgument.checked)
    var reason: String
    @Argument(help: "Ids of messages; - reads them from standard input.") var ids: [String]

    func run() throws {
        try QueueActing(act: .cancel, options: options, reason: reason).run(ids)
    }
}
