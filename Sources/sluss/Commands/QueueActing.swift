import ArgumentParser
import CareMessages
import Gateway
import Spooling

/// What `queue retry`, `hold`, `release` and `cancel` share: every id is judged first, then each message is acted on and answered for.
struct QueueActing {
    let act: QueueActions.Act
    let options: GatewayOptions
    let reason: String

    /// - Throws: the exit code of the worst outcome, after every message had its turn.
    func run(_ arguments: [String]) throws {
        try ReasonArgument.refusePerson(in: reason)
        let ids = try MessageArgument.ids(arguments)
        let actions = try Workplace.open(options).actions
        var troubles: [ExitCode] = []
        for id in ids {
            do {
                try perform(on: id, actions)
            } catch {
                guard let failure = CommandFailure(error), Self.isAboutOneMessage(failure) else { throw error }
                failure.report(asJSON: options.json)
                troubles.append(failure.exit)
            }
        }
        if let worst = Answer.worst(troubles) { throw worst }
    }

    /// Otherwise the disk or the audit trail is in the way, and would be for the rest as well.
    private static func isAboutOneMessage(_ failure: CommandFailure) -> Bool {
        let codes = [SpoolCode.corrupt.rawValue, CommandCode.samePerson.rawValue]
        return [Answer.noSuchMessage, Answer.negative, Answer.later].contains(failure.exit) || codes.contains(failure.code)
    }

    private func perform(on id: MessageID, _ actions: QueueActions) throws {
        switch try actions.perform(act, on: id, reason: reason) {
        case .moved(let from, let to):
            if options.json {
                Terminal.data(JSONLine.text(ActLine(id: id.description, act: act.rawValue, from: from.rawValue, to: to.rawValue)))
            } else {
                Terminal.data("\(id)")
                Terminal.say("\(id): \(from.rawValue) → \(to.rawValue)")
            }
        case .unknown: throw CommandFailure(CommandCode.noSuchMessage, exit: Answer.noSuchMessage, messageID: id)
        case .samePerson: throw CommandFailure(CommandCode.samePerson, exit: Answer.notAllowed, messageID: id)
        case .wrongState(let state):
            let isMoving = [.incoming, .inflight].contains(state)
            throw CommandFailure(
                isMoving ? CommandCode.inFlight : .wrongState, detail: state.rawValue, exit: isMoving ? Answer.later : Answer.negative,
                messageID: id)
        }
    }
}

/// The JSON form of an act that was carried out.
private struct ActLine: Encodable {
    let id, act, from, to: String
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
