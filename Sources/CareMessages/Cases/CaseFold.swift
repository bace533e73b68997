/// Adds the messages of a case one by one, in the order they count, and keeps what each has come to.
struct CaseFold {
    private(set) var entries: [CaseEntry] = []
    private var references = CaseReferences()
    let owners: CaseOwners

    /// Types of which one at most is in force.
    private static let single: Set<MessageType> = [.inskrivningsmeddelande, .utskrivningsklar, .avslutVardtillfalle, .remiss]

    /// Types that have no effect once the admission has ended; all others may follow.
    static let closedTo: Set<MessageType> = [
        .inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar, .avslutVardtillfalle,
    ]

    /// Types of the stay itself: only the hospital that told of the admission speaks for it, or one that joined by M24.
    private static let ofStay: Set<MessageType> = [
        .andradBeraknadUtskrivning, .utskrivningsklar, .atertagandeUtskrivningsklar, .underrattelseOppenTvangsvard,
        .utskrivningsinformation, .avslutVardtillfalle,
    ]

    /// The messages, which must be in order. Folded once more when a claim to the case turns out to have been taken back.
    static func fold(_ order: [CaseEvent]) -> CaseFold {
        let first = CaseFold(order, owners: CaseOwners(order))
        let holding = CaseOwners(first.entries.lazy.filter(\.isInForce).map(\.event))
        let isSettled = holding == first.owners || holding.organisations.isEmpty
        return isSettled ? first : CaseFold(order, owners: holding)
    }

    private init(_ order: [CaseEvent], owners: CaseOwners) {
        self.owners = owners
        for event in order { add(event) }
        for index in entries.indices where entries[index].isInForce { noteFeedback(entries[index].event) }
    }

    private mutating func add(_ event: CaseEvent) {
        var entry = CaseEntry(event: event, standing: .inForce)
        entry.link = link(of: event)
        if let irregularity = irregularity(of: event) { entry.standing = .irregular(irregularity) }
        references.add(event)
        entries.append(entry)
        if entry.isInForce { take(event) }
    }

    /// Lets a message in force have its effect on others.
    private mutating func take(_ event: CaseEvent) {
        if let old = event.replaces.flatMap({ own($0, of: event) }) { entries[old].standing = .replaced(by: event.messageID) }
        if let target = Self.withdraws(event).flatMap({ own($0, of: event) }) { withdraw(target, by: event) }
        guard event.type == .makulering, let successor = event.facts.successor.flatMap({ own($0, of: event) }) else { return }
        // The correction came before the old message was taken back.
        let isWaiting = [.irregular(.alreadyInForce), .irregular(.afterClosing)].contains(entries[successor].standing)
        if isWaiting && irregularity(of: entries[successor].event) == nil { entries[successor].standing = .inForce }
    }

    /// The id of the message that this one takes back.
    private static func withdraws(_ event: CaseEvent) -> String? {
        switch event.type {
        case .atertagandeUtskrivningsklar, .makulering: event.refersTo
        default: nil
        }
    }

    private mutating func withdraw(_ index: Int, by event: CaseEvent) {
        entries[index].standing = .withdrawn(by: event.messageID)
        // Taking back a withdrawal brings back what that had taken away. What had been replaced stays so: the whole chain is taken back.
        let target = entries[index].event
        guard let old = Self.withdraws(target).flatMap({ own($0, of: target) }),
            entries[old].standing == .withdrawn(by: target.messageID)
        else { return }
        if let successor = target.facts.successor.flatMap({ own($0, of: target) }), entries[successor].isInForce,
            Self.single.contains(entries[successor].event.type)
        {
            entries[successor].standing = .irregular(.alreadyInForce)
        }
        entries[old].standing = .inForce
    }

    /// The index of the sender's own message with this id.
    private func own(_ id: String, of event: CaseEvent) -> Int? {
        meant(id, event).first { entries[$0].event.sender.organisationsnummer == event.sender.organisationsnummer }
    }

    private func meant(_ id: String, _ event: CaseEvent) -> [Int] {
        references.indices(of: id, meantBy: event.sender.organisationsnummer)
    }

    private func link(of event: CaseEvent) -> CaseEntry.Link {
        let links = [event.refersTo, event.replaces].compactMap { $0 }.map { meant($0, event).count }
        if links.contains(0) { return .missing }
        return links.contains { $0 > 1 } ? .ambiguous : .whole
    }
}

// MARK: - What may not stand

extension CaseFold {
    private func irregularity(of event: CaseEvent) -> CaseEntry.Irregularity? {
        if let replaced = event.replaces, let fault = fault(in: replaced, by: event, types: [event.type]) { return fault }
        if let reference = event.refersTo, isWrong(reference, event) { return .wrongReference }
        if let withdrawn = Self.withdraws(event), let fault = fault(in: withdrawn, by: event, types: event.type.facts.reference.types) {
            return fault
        }
        if let fault = faultOfSender(event) { return fault }
        if event.type == .makulering, let fault = faultOfAnnulment(event) { return fault }
        guard event.replaces == nil else { return nil }
        if Self.closedTo.contains(event.type), isInForce(.avslutVardtillfalle, besides: event) {
            return event.type == .avslutVardtillfalle ? .alreadyInForce : .afterClosing
        }
        return Self.single.contains(event.type) && isInForce(event.type, besides: event) ? .alreadyInForce : nil
    }

    private func isWrong(_ id: String, _ event: CaseEvent) -> Bool {
        let meant = meant(id, event)
        return !meant.isEmpty && !meant.contains { event.type.facts.reference.types.contains(entries[$0].event.type) }
    }

    /// What is wrong with taking back or replacing a message. Only this must wait for what it builds on.
    private func fault(in id: String, by event: CaseEvent, types: Set<MessageType>) -> CaseEntry.Irregularity? {
        let meant = meant(id, event)
        if meant.isEmpty { return .referenceMissing }
        guard let index = own(id, of: event) else { return .notOriginalSender }
        if !types.contains(entries[index].event.type) { return .wrongReference }
        return entries[index].isInForce ? nil : .alreadyWithdrawn
    }

    private func faultOfAnnulment(_ event: CaseEvent) -> CaseEntry.Irregularity? {
        guard let index = event.refersTo.flatMap({ own($0, of: event) }) else { return nil }
        let target = entries[index].event
        let later = entries[(index + 1)...].lazy.filter(\.isInForce).map(\.event)
        if !CaseStage.isLatest(target, before: later) { return .notLatest }
        // What the annulled withdrawal took away comes back, unless another stands in its place.
        guard let old = Self.withdraws(target).flatMap({ own($0, of: target) }).map({ entries[$0].event }), Self.single.contains(old.type)
        else { return nil }
        let successor = target.facts.successor.flatMap { own($0, of: target) }.map { entries[$0].event }
        return isInForce(old.type, besides: old, successor) ? .alreadyInForce : nil
    }

    /// Who may not say this in the case, as far as the case's opening message is known.
    private func faultOfSender(_ event: CaseEvent) -> CaseEntry.Irregularity? {
        let organisation = event.sender.organisationsnummer
        if event.type == .andradPart, !owners.organisations.isEmpty, owners.only != organisation {
            return owners.organisations.contains(organisation) ? .rivalOwner : .notEntitled
        }
        guard Self.ofStay.contains(event.type), !CaseOwners.opens(event), !owners.organisations.isEmpty else { return nil }
        let isOwn = event.refersTo.flatMap { own($0, of: event) } != nil
        let isEntitled = isOwn || owners.only == organisation || joinedAsHospital(organisation)
        return isEntitled ? nil : .notEntitled
    }

    private func joinedAsHospital(_ organisation: String) -> Bool {
        let changes = entries.lazy.filter(\.isInForce).flatMap { $0.event.facts.partyChanges ?? [] }
        let last = changes.last { $0.unit.organisationsnummer == organisation && $0.unit.role == .slutenVard }
        return last?.change == AndradPart.Kind.add.rawValue
    }

    private func isInForce(_ type: MessageType, besides excluded: CaseEvent?...) -> Bool {
        guard let event = excluded.first ?? nil else { return false }
        return entries.contains { entry in
            entry.isInForce && entry.event.type == type && owners.share(entry.event, event)
                && !excluded.contains { $0?.identity == entry.event.identity }
        }
    }
}

// MARK: - What receipts say

extension CaseFold {
    private mutating func noteFeedback(_ event: CaseEvent) {
        guard event.type == .kvittens, let outcome = event.status(Kvittens.Outcome.self), outcome != .accepted, let id = event.refersTo
        else { return }
        // Only who received the message can say what became of it.
        for index in meant(id, event)
        where entries[index].event.receivers.contains(where: { $0.organisationsnummer == event.sender.organisationsnummer }) {
            entries[index].feedback.append(
                CaseEntry.Feedback(outcome: outcome, unit: event.sender, at: event.sent, forwardedTo: event.facts.successor))
        }
    }
}
