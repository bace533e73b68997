import ArgumentParser
import CareMessages
import Gateway
import Spooling

/// Why somebody acts on messages: words for the audit trail, without patient data.
struct GivenReason: ParsableArguments {
    @Option(name: .long, help: ReasonArgument.help, transform: ReasonArgument.checked) var reason: String

    /// - Throws: ``CommandFailure`` U014 when a person number stands in the reason.
    func refusePerson() throws(CommandFailure) { try ReasonArgument.refusePerson(in: reason) }

    /// Asked of every message before the first is acted on.
    ///
    /// - Throws: ``CommandFailure`` U014 when the reason names the patient of one of the messages.
    func refusePatient(of ids: [MessageID], at place: Workplace) throws(CommandFailure) {
        try ReasonArgument.refusePatient(in: reason, of: ids, at: place)
    }
}

/// A reason that says something.
enum ReasonArgument {
    static let longest = 500
    static let help = ArgumentHelp.words(
        "Varför, för granskningsloggen. Inga patientuppgifter.", "Why, for the audit trail. No patient data.", value: "text")

    /// Asked before a command does anything. Not by the parser, which would quote the value.
    ///
    /// - Throws: ``CommandFailure`` U014 when a person number stands in the reason.
    static func refusePerson(in reason: String?) throws(CommandFailure) {
        guard let reason, PersonNumberSearch.finds(in: reason) else { return }
        throw CommandFailure(CommandCode.personInReason, exit: Answer.usage)
    }

    /// - Throws: ``CommandFailure`` U014 when the reason names the patient of one of the messages; which of them is not said.
    static func refusePatient(in reason: String, of ids: [MessageID], at place: Workplace) throws(CommandFailure) {
        let rule = ReasonRule(place.parts, spools: place.spools)
        guard ids.contains(where: { rule.isPatient(of: $0, namedIn: reason) }) else { return }
        throw CommandFailure(CommandCode.personInReason, exit: Answer.usage)
    }

    /// - Throws: `ValidationError` for a blank, overlong or unprintable text.
    static func checked(_ text: String) throws -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw ValidationError(local("--reason behöver ord", "--reason needs words")) }
        guard words.count <= longest else {
            throw ValidationError(local("--reason har fler än \(longest) tecken", "--reason has more than \(longest) characters"))
        }
        guard Terminal.safe(words) == words else {
            throw ValidationError(local("--reason har styrtecken eller osynliga tecken", "--reason has control or invisible characters"))
        }
        return words
    }
}
