import ArgumentParser
import Gateway

/// `sluss queue release`
struct QueueRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Let held messages go on.",
        discussion: """
            EXAMPLE
              sluss queue release 01jd3v8c6t9zq5x2w7r4m0n1kb

            Moves held messages to ready, and damaged ones (corrupt) to held when every file of them is whole again.
            The act is recorded in the audit trail before it is carried out. Prints the id of every message it moved.
            Exit code 0 done, 1 wrong state, 66 no such message, 75 being delivered right now.
            """)

    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long, help: ArgumentHelp("Why, for the audit trail. No patient data.", valueName: "text"), transform: ReasonArgument.checked)
    var reason: String?
    @Argument(help: "Ids of messages; - reads them from standard input.") var ids: [String]

    func run() throws {
        try QueueActing(act: .release, options: options, reason: reason).run(ids)
    }
}
