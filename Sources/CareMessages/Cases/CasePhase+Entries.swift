extension CasePhase {
    /// Where a case of a kind stands with these messages.
    init(of entries: [CaseEntry], kind: CaseKind) {
        let openers = entries.filter { kind.openers.contains($0.event.type) }
        guard openers.contains(where: \.isInForce) else {
            self = openers.contains(where: \.isWithdrawn) ? .makulerad : .oppningSaknas
            return
        }
        let inForce = entries.filter(\.isInForce).map(\.event)
        switch kind {
        case .vardtillfalle: self = Self.ofAdmission(inForce)
        case .placering:
            self = inForce.last { $0.type == .placeringsmeddelande }?.facts.placement?.event == "SLUT" ? .placeringAvslutad : .placerad
        case .halsoundersokning: self = Self.ofExamination(inForce)
        case .remissarende: self = Self.ofReferral(inForce)
        case .sip: self = Self.ofPlan(inForce)
        case .sisUnderrattelse: self = .underrattad
        case .okand: self = .oppningSaknas
        }
    }

    private static func ofAdmission(_ events: [CaseEvent]) -> CasePhase {
        let types = Set(events.map(\.type))
        if types.contains(.avslutVardtillfalle) { return .avslutad }
        let isReady = !types.isDisjoint(with: [.utskrivningsklar, .underrattelseOppenTvangsvard])
        return isReady ? .utskrivningsklar : .inskriven
    }

    private static func ofExamination(_ events: [CaseEvent]) -> CasePhase {
        if events.contains(where: { $0.type == .utlatandeHalsoundersokning }) { return .besvarad }
        switch events.last(where: { $0.type == .beskedHalsoundersokning })?.facts.status {
        case nil: return .begard
        case "FEL_MOTTAGARE", "AVBOJD_AV_BARN", "VIDARESAND": return .avvisad
        default: return .mottagen
        }
    }

    private static func ofReferral(_ events: [CaseEvent]) -> CasePhase {
        if let answer = events.last(where: { $0.type == .remissvar }) { return answer.facts.status == "DELSVAR" ? .mottagen : .besvarad }
        switch events.last(where: { $0.type == .remissbekraftelse })?.facts.status {
        case nil: return .begard
        case "AVVISAD", "VIDARESAND": return .avvisad
        default: return .mottagen
        }
    }

    private static func ofPlan(_ events: [CaseEvent]) -> CasePhase {
        switch events.last(where: { $0.type == .samordnadPlan })?.facts.status {
        case nil: .kallad
        case "JUSTERAD": .planJusterad
        case "AVSLUTAD": .planAvslutad
        default: .planUtkast
        }
    }
}
