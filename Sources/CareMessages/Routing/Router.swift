import Documents

/// Says who a message is for: the routing table as code. The table is a reading of lag (2017:612) and socialtjänstlagen, to be agreed locally.
///
/// The municipality of folkbokföring is never taken for the placing one. What cannot be told is refused with the candidates, and only a
/// person can choose among them, by naming the placing municipality in the message.
package struct Router: Sendable {
    static let social: [Roll] = [.socialtjanst, .socialnamnd]
    static let openCareRoles: [Roll] = [.primarvard, .regionalOppenvard, .bup, .habilitering, .fastVardkontakt]

    /// Where the addresses are from.
    package let addressBook: AddressBook

    /// Takes the addresses.
    package init(addressBook: AddressBook) { self.addressBook = addressBook }

    /// Decides. The same facts give the same decision.
    package func decide(_ facts: RoutingFacts) -> RoutingDecision {
        let finding = PlacementFinding(facts)
        var decision = RoutingDecision(
            type: facts.type, row: RoutingCase(finding.kind, registration: facts.registration),
            needsProtectedMailbox: facts.isProtected || finding.kind == .skyddatBoende)
        switch RoutingFamily(facts.type) {
        case .stay: stay(facts, finding, &decision)
        case .planning: planning(facts, finding, &decision)
        case .examination: examination(facts, finding, &decision)
        case .examinationAnswer: examinationAnswer(facts, finding, &decision)
        case .referral: referral(facts, finding, &decision)
        case .placementNotice: placementNotice(facts, finding, &decision)
        case .sisNotice: sisNotice(finding, &decision)
        case .answer: answer(facts, &decision)
        }
        if decision.refusal == nil {
            findAddresses(facts, finding, &decision)
        } else {
            decision.recipients = []
            decision.exclusions = []
        }
        return decision
    }

    // MARK: - Addresses

    private func findAddresses(_ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: inout RoutingDecision) {
        decision.recipients = decision.recipients.enumerated()
            .sorted { ($1.element.necessity, $0.offset) < ($0.element.necessity, $1.offset) }.map(\.element)
        for index in decision.recipients.indices {
            let recipient = decision.recipients[index]
            if recipient.addresses.isEmpty {
                decision.recipients[index].addresses = addressBook.find(query(recipient, facts, finding, decision))
            }
            guard recipient.necessity > .optional else { continue }
            switch decision.recipients[index].addresses.count {
            case 0:
                let code: RoutingCode = decision.needsProtectedMailbox ? .protectedMailboxMissing : .addressMissing
                decision.warnings.append(RoutingNote(code, about: [recipient.target]))
            case 1: break
            default: decision.warnings.append(RoutingNote(.severalAddresses, about: [recipient.target]))
            }
        }
    }

    private func query(
        _ recipient: RoutingRecipient, _ facts: RoutingFacts, _ finding: PlacementFinding, _ decision: RoutingDecision
    ) -> AddressBook.Query {
        var query = AddressBook.Query(recipient.target, roles: recipient.roles)
        query.needsProtectedMailbox = decision.needsProtectedMailbox
        query.audience = facts.audience(isPlaced: finding.kommun != nil)
        query.examinations = examinations(asked: facts.examinations, of: recipient, facts.type)
        query.locality = finding.vistelsekommun
        return query
    }
}
