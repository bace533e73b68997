/// One legal way of a message from one state to another. What is not in ``SpoolState/transitions`` is refused.
package struct Transition: Sendable, Hashable {
    /// Who may move a message.
    package enum Mover: String, CaseIterable, Sendable {
        /// The one who writes the message: submission or reception.
        case writer
        /// The delivery of a message, or its hand-over on the inbound side.
        case delivery
        /// A verified receipt.
        case receipt
        /// A time limit or a due time.
        case clock
        /// A person, by a command.
        case operatorCommand
        /// The daemon's start after a crash.
        case recovery
        /// Any reader that finds a file missing, torn or altered.
        case integrityCheck
    }

    /// The state the message leaves.
    package let from: SpoolState
    /// The state it enters.
    package let to: SpoolState
    /// Who may do it.
    package let movers: Set<Mover>
}

extension SpoolState {
    /// Every legal transition, once. `done` and `cancelled` end in removal by retention, which is no state.
    package static let transitions: [Transition] = [
        Transition(from: .incoming, to: .ready, movers: [.writer, .recovery]),
        Transition(from: .incoming, to: .held, movers: [.writer, .recovery]),
        Transition(from: .incoming, to: .corrupt, movers: [.recovery]),
        Transition(from: .ready, to: .inflight, movers: [.delivery]),
        Transition(from: .ready, to: .held, movers: [.operatorCommand, .delivery]),
        Transition(from: .ready, to: .failed, movers: [.delivery, .clock]),
        Transition(from: .ready, to: .cancelled, movers: [.operatorCommand]),
        Transition(from: .ready, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .inflight, to: .ready, movers: [.delivery, .recovery]),
        Transition(from: .inflight, to: .awaiting, movers: [.delivery]),
        Transition(from: .inflight, to: .deferred, movers: [.delivery]),
        Transition(from: .inflight, to: .held, movers: [.delivery, .recovery]),
        Transition(from: .inflight, to: .done, movers: [.receipt, .delivery]),
        Transition(from: .inflight, to: .failed, movers: [.delivery]),
        Transition(from: .inflight, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .awaiting, to: .deferred, movers: [.clock, .receipt]),
        Transition(from: .awaiting, to: .done, movers: [.receipt]),
        Transition(from: .awaiting, to: .failed, movers: [.clock, .receipt]),
        Transition(from: .awaiting, to: .ready, movers: [.operatorCommand]),
        Transition(from: .awaiting, to: .held, movers: [.operatorCommand]),
        Transition(from: .awaiting, to: .cancelled, movers: [.operatorCommand]),
        Transition(from: .awaiting, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .deferred, to: .inflight, movers: [.clock]),
        Transition(from: .deferred, to: .ready, movers: [.operatorCommand]),
        Transition(from: .deferred, to: .held, movers: [.operatorCommand]),
        Transition(from: .deferred, to: .failed, movers: [.clock]),
        Transition(from: .deferred, to: .cancelled, movers: [.operatorCommand]),
        Transition(from: .deferred, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .held, to: .ready, movers: [.operatorCommand]),
        Transition(from: .held, to: .cancelled, movers: [.operatorCommand]),
        Transition(from: .held, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .failed, to: .ready, movers: [.operatorCommand]),
        Transition(from: .failed, to: .cancelled, movers: [.operatorCommand]),
        Transition(from: .failed, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .done, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .cancelled, to: .corrupt, movers: [.integrityCheck]),
        Transition(from: .corrupt, to: .held, movers: [.operatorCommand]),
        Transition(from: .corrupt, to: .cancelled, movers: [.operatorCommand]),
    ]
}
