import ArgumentParser
import Documents

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
    static let table: [(code: ExitCode, meaning: LocalText)] = [
        (.success, LocalText(sv: "klart", en: "done")),
        (
            negative,
            LocalText(
                sv: "nekande svar: fel hittades, tillståndet är fel eller något förfaller",
                en: "a negative answer: faults were found, the state is wrong, or something is due")
        ),
        (usage, LocalText(sv: "fel argument; inget gjordes", en: "wrong arguments; nothing was done")),
        (refused, LocalText(sv: "ett meddelande avvisades", en: "a message was refused")),
        (noSuchMessage, LocalText(sv: "meddelandet eller ärendet finns inte", en: "no such message or case")),
        (
            unavailable,
            LocalText(sv: "en annan process har spoolen eller adressen", en: "the spool or the address is taken by another process")
        ),
        (fault, LocalText(sv: "ett fel i programmet", en: "a fault of this program")),
        (inputOutput, LocalText(sv: "en fil eller disk är i vägen", en: "a file or disk is in the way")),
        (
            later,
            LocalText(
                sv: "inte möjligt nu, försök senare (under leverans, full disk)",
                en: "not possible now, try later (message in flight, disk full)")
        ),
        (notAllowed, LocalText(sv: "användaren får inte göra detta", en: "this user may not do that")),
        (configuration, LocalText(sv: "konfigurationen har fel", en: "the configuration has errors")),
    ]

    /// The answer for a whole command when its parts had different ones: what needs a person first.
    static func worst(_ answers: [ExitCode]) -> ExitCode? {
        let order = [fault, inputOutput, notAllowed, configuration, unavailable, noSuchMessage, refused, later, negative]
        return order.first(where: answers.contains) ?? answers.first
    }
}
