extension CasePhase {
    /// Where a case of a kind stands with these messages.
    init(of entries: [CaseEntry], kind: CaseKind, owners: CaseOwners) {
        let openers = entries.filter { kind.openers.contains($0.event.type) }
        let inForce = entries.filter(\.isInForce).map(\.event)
        guard openers.contains(where: \.isInForce) else {
            // Who joined later may see the end of an admission and never its beginning.
            let hasEnded = kind == .vardtillfalle && inForce.contains { $0.type == .avslutVardtillfalle }
            self = hasEnded ? .avslutad : openers.contains(where: \.isWithdrawn) ? .makulerad : .oppningSaknas
            return
        }
        switch kind {
        case .vardtillfalle: self = Self.ofAdmission(inForce, owners)
        case .placering:
            self =
                inForce.last { $0.type == .placeringsmeddelande }?.facts.placement?.event == Placeringsmeddelande.Event.end.rawValue
                ? .placeringAvslutad : .placerad
        case .halsoundersokning: self = ExaminationProgress(inForce).phase
        case .remissarende: self = Self.ofReferral(inForce)
        case .sip: self = Self.ofPlan(inForce)
        case .sisUnderrattelse: self = .underrattad
        case .okand: self = .oppningSaknas
        }
    }

    private static func ofAdmission(_ events: [CaseEvent], _ owners: CaseOwners) -> CasePhase {
        let types = Set(events.map(\.type))
        // Where several claim the case, one that ends its own stay does not end another's.
        let enders = Set(events.lazy.filter { $0.type == .avslutVardtillfalle }.map(\.sender.organisationsnummer))
        if !enders.isEmpty && (!owners.areRivals || owners.organisations.isSubset(of: enders)) { return .avslutad }
        // Compulsory open care that is only applied for, or has ended, lets nobody go.
        let decision = events.last { $0.type == .underrattelseOppenTvangsvard }?.status(UnderrattelseOppenTvangsvard.Decision.self)
        let mayLeave = types.contains(.utskrivningsklar) || decision == .granted || decision == .decided
        return mayLeave ? .utskrivningsklar : .inskriven
    }

    private static func ofReferral(_ events: [CaseEvent]) -> CasePhase {
        if let answer = events.last(where: { $0.type == .remissvar }) {
            return answer.status(Remissvar.Extent.self) == .partial ? .mottagen : .besvarad
        }
        guard let word = events.last(where: { $0.type == .remissbekraftelse }) else { return .begard }
        switch word.status(Remissbekraftelse.Status.self) {
        case .refused, .forwarded: return .avvisad
        case .received, .accepted, .waiting, nil: return .mottagen
        }
    }

    private static func ofPlan(_ events: [CaseEvent]) -> CasePhase {
        guard let plan = events.last(where: { $0.type == .samordnadPlan }) else { return .kallad }
        return switch plan.status(SamordnadPlan.Status.self) {
        case .confirmed: .planJusterad
        case .ended: .planAvslutad
        case .draft, nil: .planUtkast
        }
    }
}
