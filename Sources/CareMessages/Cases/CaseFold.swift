/// Adds the messages of a case one by one, in the order they count, and keeps what each has come to.
struct CaseFold {
    private(set) var entries: [CaseEntry] = []
    private var position: [String: Int] = [:]

    /// Types that say where a case stands: only the latest one of a sender can be withdrawn.
    static let stages: Set<MessageType> = [
        .inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar, .atertagandeUtskrivningsklar, .kallelseTillSip,
        .underrattelseOppenTvangsvard, .utskrivningsinformation, .avslutVardtillfalle,
    ]

    /// Types of which one at most is in force.
    private static let single: Set<MessageType> = [.inskrivningsmeddelande, .utskrivningsklar, .avslutVardtillfalle, .remiss]

    /// Types that have no effect once the admission has ended; all others may follow.
    static let closedTo: Set<MessageType> = [
        .inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar, .atertagandeUtskrivningsklar, .avslutVardtillfalle,
    ]

    mutating func add(_ event: CaseEvent) {
        var entry = CaseEntry(event: event, standing: .inForce)
        if let irregularity = irregularity(of: event) { entry.standing = .irregular(irregularity) }
        position[event.messageID] = entries.count
        entries.append(entry)
        guard entry.isInForce else { return }
        if let id = event.replaces { setStanding(of: id, .replaced(by: event.messageID)) }
        if let id = Self.withdraws(event) { withdraw(id, by: event) }
    }

    /// The id of the message that this one takes back.
    private static func withdraws(_ event: CaseEvent) -> String? {
        switch event.type {
        case .atertagandeUtskrivningsklar, .makulering: event.refersTo
        default: nil
        }
    }

    private mutating func withdraw(_ id: String, by event: CaseEvent) {
        guard let index = position[id] else { return }
        entries[index].standing = .withdrawn(by: event.messageID)
        // Taking back a withdrawal or a replacement brings back what that had taken away.
        let target = entries[index].event
        for restored in [target.replaces, Self.withdraws(target)].compactMap({ $0 }) { setStanding(of: restored, .inForce) }
    }

    private mutating func setStanding(of id: String, _ standing: CaseEntry.Standing) {
        guard let index = position[id] else { return }
        entries[index].standing = standing
    }

    private func irregularity(of event: CaseEvent) -> CaseEntry.Irregularity? {
        if let replaced = event.replaces, let fault = fault(in: replaced, by: event, types: [event.type]) { return fault }
        if let reference = event.refersTo, let fault = wrongReference(reference, event) { return fault }
        if let withdrawn = Self.withdraws(event), let fault = fault(in: withdrawn, by: event, types: event.type.facts.reference.types) {
            return fault
        }
        if event.type == .makulering, let target = event.refersTo, !isLatest(target, of: event) { return .notLatest }
        if Self.closedTo.contains(event.type), event.replaces == nil, isClosed { return .afterClosing }
        if Self.single.contains(event.type), event.replaces == nil, isInForce(event.type) { return .alreadyInForce }
        return nil
    }

    private func wrongReference(_ id: String, _ event: CaseEvent) -> CaseEntry.Irregularity? {
        // A receipt or a report may be about a message this side has not got; it says so by itself.
        guard let index = position[id] else { return Self.mayBeAlone.contains(event.type) ? nil : .referenceMissing }
        return event.type.facts.reference.types.contains(entries[index].event.type) ? nil : .wrongReference
    }

    private static let mayBeAlone: Set<MessageType> = [
        .kvittens, .avvikelse, .andradPart, .kallelseTillSip, .samordnadPlan, .begaranHalsoundersokning,
    ]

    /// What is wrong with taking back or replacing a message.
    private func fault(in id: String, by event: CaseEvent, types: Set<MessageType>) -> CaseEntry.Irregularity? {
        guard let index = position[id] else { return .referenceMissing }
        let target = entries[index]
        if !types.contains(target.event.type) { return .wrongReference }
        if target.event.sender.organisationsnummer != event.sender.organisationsnummer { return .notOriginalSender }
        return target.isInForce ? nil : .alreadyWithdrawn
    }

    /// Whether no later stage message of the same organisation is in force.
    private func isLatest(_ id: String, of event: CaseEvent) -> Bool {
        guard let index = position[id], Self.stages.contains(entries[index].event.type) else { return true }
        return !entries[(index + 1)...].contains {
            $0.isInForce && Self.stages.contains($0.event.type)
                && $0.event.sender.organisationsnummer == event.sender.organisationsnummer
        }
    }

    private func isInForce(_ type: MessageType) -> Bool { entries.contains { $0.isInForce && $0.event.type == type } }

    private var isClosed: Bool { isInForce(.avslutVardtillfalle) }
}
