/// What decides the receivers of a type of message.
package enum RoutingFamily: Sendable, Equatable {
    /// About a stay in sluten vård: the routing table's columns of inskrivning and utskrivningsklar.
    case stay
    /// Planning: the counterpart that the table names, and the other parties of the case.
    case planning
    /// Request for a health examination: the region of the stay.
    case examination
    /// About a health examination: the socialnämnd.
    case examinationAnswer
    /// Referral: the region of the stay, or of the home.
    case referral
    /// Placement message: the region of the stay.
    case placementNotice
    /// Notice to SiS.
    case sisNotice
    /// Goes to those who had the message it is about.
    case answer

    /// The family of a type.
    package init(_ type: MessageType) {
        switch type {
        case .inskrivningsmeddelande, .andradBeraknadUtskrivning, .utskrivningsklar, .atertagandeUtskrivningsklar,
            .underrattelseOppenTvangsvard, .utskrivningsinformation, .avslutVardtillfalle:
            self = .stay
        case .fastVardkontaktUtsedd, .planeringsunderlag, .oppenvardensTillganglighet, .kallelseTillSip, .samordnadPlan: self = .planning
        case .begaranHalsoundersokning: self = .examination
        case .beskedHalsoundersokning, .utlatandeHalsoundersokning: self = .examinationAnswer
        case .remiss: self = .referral
        case .placeringsmeddelande: self = .placementNotice
        case .sisUnderrattelse: self = .sisNotice
        case .svarPaKallelse, .remissbekraftelse, .remissvar, .makulering, .kvittens, .andradPart, .avvikelse: self = .answer
        }
    }
}
