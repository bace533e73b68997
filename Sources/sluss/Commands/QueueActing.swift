import ArgumentParser
import Gateway
import Spooling

/// What `queue retry`, `hold`, `release` and `cancel` share: every id is judged first, then each message is acted on and answered for.
struct QueueActing {
    let act: QueueActions.Act
    let arguments: QueueActArguments

    private var options: GatewayOptions { arguments.options }

    /// - Throws: the exit code of the worst outcome, after every message had its turn.
    func run() throws {
        try arguments.given.refusePerson()
        let ids = try MessageArgument.ids(arguments.ids)
        let place = try Workplace.open(options)
        try arguments.given.refusePatient(of: ids, at: place)
        let actions = place.actions
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
        switch try actions.perform(act, on: id, reason: arguments.given.reason) {
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
