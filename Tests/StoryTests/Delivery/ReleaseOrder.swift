import CareMessages

/// A seeded order in which the messages of a run arrive: each copy for itself, so that two municipalities get them in different orders.
///
/// One thing is not shuffled: nobody answers what has not come. A message that refers to another organisation's is submitted only when that has
/// been delivered to its sender, as it would be in life; a gateway refuses it before (E06).
struct ReleaseOrder: Sendable {
    /// One step.
    enum Step: Sendable, Hashable {
        /// The copy of a message that was submitted before, for one receiver, is let go.
        case release(message: String, to: String)
        /// A message is submitted, and goes out to all at once.
        case send(message: String)
    }

    let steps: [Step]

    init(_ run: StoryRun) {
        var source = SeededSource(seed: run.number * 10 + run.story)
        var waiting = run.messages.flatMap { message -> [Step] in
            let id = message.envelope.messageID
            return Self.isHeld(message, run) ? message.wireReceivers.map { .release(message: id, to: $0) } : [.send(message: id)]
        }
        var arrived: [String: Set<String>] = [:]
        var steps: [Step] = []
        while !waiting.isEmpty {
            let possible = waiting.indices.filter { Self.isPossible(waiting[$0], run, arrived) }
            guard let next = possible.randomElement(using: &source) else { break }
            let step = waiting.remove(at: next)
            steps.append(step)
            switch step {
            case .release(let message, let receiver): arrived[message, default: []].insert(receiver)
            case .send(let message):
                let envelope = run.message(message)?.envelope
                arrived[message] = Set(
                    (envelope?.receivers ?? []).map(\.organisationsnummer) + [envelope?.sender.organisationsnummer ?? ""])
            }
        }
        self.steps = steps
    }

    /// The ids of the messages that reach an organisation over the wire, in order.
    func arrivals(at organisation: String, of run: StoryRun) -> [String] {
        steps.filter { step in
            switch step {
            case .release(_, let receiver): receiver == organisation
            case .send(let message): run.message(message)?.wireReceivers.contains(organisation) == true
            }
        }.map(\.message)
    }

    /// Whether a message can be submitted before anything of the story has been delivered: it builds on its own sender's only.
    static func isHeld(_ message: CareMessage, _ run: StoryRun) -> Bool {
        guard let reference = run.message(message.envelope.refersTo) else { return true }
        return reference.envelope.sender.organisationsnummer == message.envelope.sender.organisationsnummer && isHeld(reference, run)
    }

    private static func isPossible(_ step: Step, _ run: StoryRun, _ arrived: [String: Set<String>]) -> Bool {
        guard case .send(let id) = step, let message = run.message(id), let reference = run.message(message.envelope.refersTo) else {
            return true
        }
        let sender = message.envelope.sender.organisationsnummer
        if isHeld(reference, run), reference.envelope.sender.organisationsnummer == sender { return true }
        return arrived[reference.envelope.messageID]?.contains(sender) == true
    }
}
