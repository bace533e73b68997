import ArgumentParser

/// What `queue retry`, `hold`, `release` and `cancel` take.
struct QueueActArguments: ParsableArguments {
    /// What their help says of the record and of the output.
    static let record = local(
        "Åtgärden skrivs i granskningsloggen innan den utförs. Skriver ut id för varje flyttat meddelande.",
        "The act is recorded in the audit trail before it is carried out. Prints the id of every message it moved.")
    /// The exit codes they share, without the full stop.
    static let exitCodes = local(
        "Slutkod 0 klart, 1 fel tillstånd, 66 meddelandet finns inte, 75 under leverans just nu",
        "Exit code 0 done, 1 wrong state, 66 no such message, 75 being delivered right now")

    @OptionGroup var options: GatewayOptions
    @OptionGroup var given: GivenReason
    @Argument(help: MessageArgument.help) var ids: [String]
}
