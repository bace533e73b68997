import Documents

/// What kind of case (ärende) messages belong to, by the message that opens it.
package enum CaseKind: String, CaseIterable, Sendable, Codable {
    /// An admission: from M01, or M11 for compulsory open care without an admission notice.
    case vardtillfalle = "VARDTILLFALLE"
    /// A placement outside the home: from M20.
    case placering = "PLACERING"
    /// A health examination of a placed child: from M14.
    case halsoundersokning = "HALSOUNDERSOKNING"
    /// A referral: from M17.
    case remissarende = "REMISSARENDE"
    /// A samordnad individuell plan outside an admission: from M08 or M10.
    case sip = "SIP"
    /// A notice to SiS: from M21.
    case sisUnderrattelse = "SIS_UNDERRATTELSE"
    /// No message that opens a case has come yet.
    case okand = "OKAND"

    /// The types that open a case of the kind, the one that decides first.
    var openers: [MessageType] {
        switch self {
        case .vardtillfalle: [.inskrivningsmeddelande, .underrattelseOppenTvangsvard]
        case .placering: [.placeringsmeddelande]
        case .halsoundersokning: [.begaranHalsoundersokning]
        case .remissarende: [.remiss]
        case .sip: [.kallelseTillSip, .samordnadPlan]
        case .sisUnderrattelse: [.sisUnderrattelse]
        case .okand: []
        }
    }

    /// The types that only such a case has, so that a case whose opening message is still on its way is known by them.
    private var followers: Set<MessageType> {
        switch self {
        case .vardtillfalle:
            [
                .andradBeraknadUtskrivning, .fastVardkontaktUtsedd, .planeringsunderlag, .utskrivningsklar, .atertagandeUtskrivningsklar,
                .oppenvardensTillganglighet, .utskrivningsinformation, .avslutVardtillfalle,
            ]
        case .halsoundersokning: [.beskedHalsoundersokning, .utlatandeHalsoundersokning]
        case .remissarende: [.remissbekraftelse, .remissvar]
        case .sip: [.svarPaKallelse]
        case .placering, .sisUnderrattelse, .okand: []
        }
    }

    /// The kind of a case by its messages in force; one whose opening message was taken back keeps its kind.
    init(_ entries: [CaseEntry]) {
        let telling = entries.filter { $0.isInForce || ($0.isWithdrawn && CaseOwners.opens($0.event)) }
        // Where nothing counts yet, what waits for its reference still tells.
        self.init(types: Set((telling.isEmpty ? entries : telling).map(\.event.type)))
    }

    /// The kind of a case with messages of these types, in whatever order they came.
    init(types: Set<MessageType>) {
        self =
            Self.allCases.first { !types.isDisjoint(with: $0.openers) && $0 != .sip }
            ?? Self.allCases.first { !types.isDisjoint(with: $0.followers) }
            ?? Self.allCases.first { !types.isDisjoint(with: $0.openers) } ?? .okand
    }

    /// The name for operators.
    package var title: LocalText {
        switch self {
        case .vardtillfalle: LocalText(sv: "Vårdtillfälle", en: "Admission")
        case .placering: LocalText(sv: "Placering", en: "Placement")
        case .halsoundersokning: LocalText(sv: "Hälsoundersökning", en: "Health examination")
        case .remissarende: LocalText(sv: "Remissärende", en: "Referral")
        case .sip: LocalText(sv: "Samordnad individuell plan", en: "Coordinated individual plan")
        case .sisUnderrattelse: LocalText(sv: "Underrättelse till SiS", en: "Notice to SiS")
        case .okand: LocalText(sv: "Okänt slag", en: "Unknown kind")
        }
    }
}
