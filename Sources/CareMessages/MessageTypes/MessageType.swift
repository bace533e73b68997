import Documents

/// The kinds of message between region and kommun. The raw value is the number operators use.
package enum MessageType: String, CaseIterable, Sendable, Codable {
    /// Notice of admission.
    case inskrivningsmeddelande = "M01"
    /// The expected time of discharge has changed.
    case andradBeraknadUtskrivning = "M02"
    /// A fast vårdkontakt has been appointed in regional open care.
    case fastVardkontaktUtsedd = "M03"
    /// What the parties need to plan the discharge.
    case planeringsunderlag = "M04"
    /// Notice that the patient is ready for discharge.
    case utskrivningsklar = "M05"
    /// The patient is no longer ready for discharge.
    case atertagandeUtskrivningsklar = "M06"
    /// Whether the services of regional open care are available.
    case oppenvardensTillganglighet = "M07"
    /// Call to a meeting for the samordnad individuell plan.
    case kallelseTillSip = "M08"
    /// Answer to the call.
    case svarPaKallelse = "M09"
    /// The plan.
    case samordnadPlan = "M10"
    /// Compulsory care continues in the open: notice and samordnad vårdplan.
    case underrattelseOppenTvangsvard = "M11"
    /// What those who take over must know.
    case utskrivningsinformation = "M12"
    /// The admission has ended.
    case avslutVardtillfalle = "M13"
    /// Request for a health examination of a placed child.
    case begaranHalsoundersokning = "M14"
    /// What became of the request.
    case beskedHalsoundersokning = "M15"
    /// Statement after the examination.
    case utlatandeHalsoundersokning = "M16"
    /// Referral from a municipality or a care provider to a unit of the region.
    case remiss = "M17"
    /// What became of the referral.
    case remissbekraftelse = "M18"
    /// Answer to the referral.
    case remissvar = "M19"
    /// A placement outside the home begins, changes or ends.
    case placeringsmeddelande = "M20"
    /// A young person placed by SiS wants to leave hospital or has left.
    case sisUnderrattelse = "M21"
    /// A message is void or corrected.
    case makulering = "M22"
    /// Receipt by a person or a system, also for what came to the wrong receiver.
    case kvittens = "M23"
    /// A party of the case is added or removed.
    case andradPart = "M24"
    /// Report of failed cooperation.
    case avvikelse = "M25"

    /// The namespace of every message of this major version.
    package static let namespace = namespacePrefix + String(SchemaVersion.current.major)
    /// What the namespaces of all major versions begin with.
    package static let namespacePrefix = "urn:sluss:samverkan:"

    private static let byRoot = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rootElement, $0) })

    /// The type whose root element has this local name.
    package init?(rootElement: String) {
        guard let type = Self.byRoot[rootElement] else { return nil }
        self = type
    }

    /// What holds for every message of the type.
    package var facts: TypeFacts { content.facts }

    /// Local name of the root element.
    package var rootElement: String { facts.rootElement }
    /// The name for operators.
    package var title: LocalText { facts.title }

    /// AS4 Service unless the agreement sets another.
    package var defaultService: String { Self.namespace }
    /// AS4 Action unless the agreement sets another.
    package var defaultAction: String { Self.namespace + ":" + rootElement }

    /// The number in the rule ids of the type: 1 for M01 gives E101.
    package var number: Int { Int(rawValue.dropFirst()) ?? 0 }

    /// Whether the law wants it told at once ("genast") and not within a time: it goes before other messages to the same receiver. LVU (1990:52)
    /// 12 a §.
    package var isUrgent: Bool { self == .sisUnderrattelse }

    /// Roles that may send the type (rule E03).
    package var senderRoles: Set<Roll> { facts.roles.senders }
    /// Roles that may receive the type (rule E03).
    package var receiverRoles: Set<Roll> { facts.roles.receivers }

    /// The Swift type of the content.
    package var content: any MessageContent.Type {
        switch self {
        case .inskrivningsmeddelande: Inskrivningsmeddelande.self
        case .andradBeraknadUtskrivning: AndradBeraknadUtskrivning.self
        case .fastVardkontaktUtsedd: FastVardkontaktUtsedd.self
        case .planeringsunderlag: Planeringsunderlag.self
        case .utskrivningsklar: Utskrivningsklar.self
        case .atertagandeUtskrivningsklar: AtertagandeUtskrivningsklar.self
        case .oppenvardensTillganglighet: OppenvardensTillganglighet.self
        case .kallelseTillSip: KallelseTillSip.self
        case .svarPaKallelse: SvarPaKallelse.self
        case .samordnadPlan: SamordnadPlan.self
        case .underrattelseOppenTvangsvard: UnderrattelseOppenTvangsvard.self
        case .utskrivningsinformation: Utskrivningsinformation.self
        case .avslutVardtillfalle: AvslutVardtillfalle.self
        case .begaranHalsoundersokning: BegaranHalsoundersokning.self
        case .beskedHalsoundersokning: BeskedHalsoundersokning.self
        case .utlatandeHalsoundersokning: UtlatandeHalsoundersokning.self
        case .remiss: Remiss.self
        case .remissbekraftelse: Remissbekraftelse.self
        case .remissvar: Remissvar.self
        case .placeringsmeddelande: Placeringsmeddelande.self
        case .sisUnderrattelse: SisUnderrattelse.self
        case .makulering: Makulering.self
        case .kvittens: Kvittens.self
        case .andradPart: AndradPart.self
        case .avvikelse: Avvikelse.self
        }
    }
}
