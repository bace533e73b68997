import Documents

/// A routing decision beside the receivers that a message names.
package struct RoutingComparison: Sendable, Equatable {
    /// Recipients of the decision that the message reaches.
    package private(set) var right: [RoutingRecipient] = []
    /// The roles that the message names for each of them.
    private var namedRoles: [[Roll]] = []
    /// Recipients with duty or expectation that it does not reach.
    package private(set) var missing: [RoutingRecipient] = []
    /// Positions, from 0, of receivers that the decision has no place for.
    package private(set) var superfluous: [Int] = []
    /// All of it as warnings, with the decision's own. A refusal of the decision is among them only if the message is to be routed.
    package private(set) var notes: [RoutingNote]

    /// Compares. `asksForRouting` is true for a message whose sender leaves the receivers to the gateway: then unknown and ambiguous
    /// municipalities refuse it.
    package init(_ decision: RoutingDecision, receivers: [Party], addressBook: AddressBook, asksForRouting: Bool = false) {
        notes = (asksForRouting ? [decision.refusal].compactMap { $0 } : []) + decision.warnings
        // Nothing to compare with: the sender has chosen where the gateway cannot, as in an answer to a message that has not come here.
        guard decision.refusal == nil, !decision.recipients.isEmpty else { return }
        let named = receivers.map { Named($0, addressBook) }
        for recipient in decision.recipients {
            let fitting = named.filter { $0.matches(recipient) }
            if !fitting.isEmpty {
                right.append(recipient)
                var seen: Set<Roll> = []
                namedRoles.append(fitting.map(\.party.role).filter { seen.insert($0).inserted })
            } else if recipient.necessity > .optional {
                missing.append(recipient)
                let isPayer = recipient.reason == .payerNotice
                notes.append(RoutingNote(isPayer ? .payerNotReceiver : .receiverMissing, about: [recipient.target], at: "Kuvert/Mottagare"))
            }
        }
        for (index, receiver) in named.enumerated() {
            let path = "Kuvert/Mottagare[\(index + 1)]"
            if !decision.recipients.contains(where: receiver.matches) {
                superfluous.append(index)
                notes.append(RoutingNote(.receiverSuperfluous, about: receiver.shown, at: path))
            } else if decision.needsProtectedMailbox, !receiver.party.isProtectedMailbox {
                notes.append(RoutingNote(.openMailbox, about: receiver.shown, at: path + "/SkyddadBrevlada"))
            }
        }
    }

    /// The roles in which the message names the recipient; empty when it does not.
    package func roles(of recipient: RoutingRecipient) -> [Roll] { right.firstIndex(of: recipient).map { namedRoles[$0] } ?? [] }

    /// A receiver, and all that its organisation is known as.
    private struct Named {
        let party: Party
        let targets: Set<RoutingTarget>

        init(_ party: Party, _ addressBook: AddressBook) {
            self.party = party
            var targets = addressBook.targets(ofOrganisation: party.organisationsnummer) + [.organisation(party.organisationsnummer)]
            switch party.principal {
            case .municipality(let code): targets.append(.kommun(code))
            case .region(let code): targets.append(.region(code))
            case nil: break
            }
            if party.role == .sis { targets.append(.sis) }
            self.targets = Set(targets.map(\.key))
        }

        var shown: [RoutingTarget] {
            [targets.first { $0.kind == .kommun || $0.kind == .region } ?? .organisation(party.organisationsnummer)]
        }

        func matches(_ recipient: RoutingRecipient) -> Bool {
            recipient.roles.contains(party.role) && targets.contains(recipient.target.key)
        }
    }
}
