import ArgumentParser

/// The exit codes of every command: a contract, printed by `sluss --help` and in `Docs/json-output.md`. systemd knows them by the names of
/// `sysexits.h`.
enum Answer {
    static let negative = ExitCode(1)
    static let usage = ExitCode(64)
    static let refused = ExitCode(65)
    static let noSuchMessage = ExitCode(66)
    static let unavailable = ExitCode(69)
    static let fault = ExitCode(70)
    static let inputOutput = ExitCode(74)
    static let later = ExitCode(75)
    static let notAllowed = ExitCode(77)
    static let configuration = ExitCode(78)

    /// Every code and what it says, in ascending order.
    static let table: [(code: ExitCode, meaning: String)] = [
        (.success, "done"),
        (negative, "a negative answer: faults were found, or the state is wrong"),
        (usage, "wrong arguments; nothing was done"),
        (refused, "a message was refused"),
        (noSuchMessage, "no such message"),
        (unavailable, "the spool or the address is taken by another process"),
        (fault, "a fault of this program"),
        (inputOutput, "a file or disk is in the way"),
        (later, "not possible now, try later (message in flight, disk full)"),
        (notAllowed, "this user may not do that"),
        (configuration, "the configuration has errors"),
    ]

    /// The answer for a whole command when its parts had different ones: what needs a person first.
    static func worst(_ answers: [ExitCode]) -> ExitCode? {
        let order = [inputOutput, notAllowed, noSuchMessage, refused, later, negative]
        return order.first(where: answers.contains) ?? answers.first
    }
}
