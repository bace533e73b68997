import Documents

/// Where a case stands, by its messages in force.
package enum CasePhase: String, CaseIterable, Sendable, Codable {
    /// The message that opens the case has not come.
    case oppningSaknas = "OPPNING_SAKNAS"
    /// The message that opened the case was withdrawn.
    case makulerad = "MAKULERAD"
    /// Admitted.
    case inskriven = "INSKRIVEN"
    /// Assessed as ready for discharge, or decision on compulsory open care.
    case utskrivningsklar = "UTSKRIVNINGSKLAR"
    /// The admission has ended (M13).
    case avslutad = "AVSLUTAD"
    /// A placement is in force.
    case placerad = "PLACERAD"
    /// The placement has ended.
    case placeringAvslutad = "PLACERING_AVSLUTAD"
    /// Asked for and not answered: a health examination or a referral.
    case begard = "BEGARD"
    /// Received, booked or waiting.
    case mottagen = "MOTTAGEN"
    /// Declined, refused or sent on: this case goes no further here.
    case avvisad = "AVVISAD"
    /// Answered for good.
    case besvarad = "BESVARAD"
    /// Called to a meeting.
    case kallad = "KALLAD"
    /// A plan is there, not yet confirmed by all.
    case planUtkast = "PLAN_UTKAST"
    /// The plan is confirmed.
    case planJusterad = "PLAN_JUSTERAD"
    /// The plan has ended.
    case planAvslutad = "PLAN_AVSLUTAD"
    /// SiS has been told.
    case underrattad = "UNDERRATTAD"

    /// Whether nothing more is expected; only some types may follow (rule E07).
    package var isClosed: Bool {
        switch self {
        case .makulerad, .avslutad, .placeringAvslutad, .avvisad, .besvarad, .planAvslutad: true
        default: false
        }
    }

    /// The name for operators.
    package var title: LocalText {
        switch self {
        case .oppningSaknas: LocalText(sv: "Inledande meddelande saknas", en: "Opening message missing")
        case .makulerad: LocalText(sv: "Makulerat", en: "Annulled")
        case .inskriven: LocalText(sv: "Inskriven", en: "Admitted")
        case .utskrivningsklar: LocalText(sv: "Utskrivningsklar", en: "Ready for discharge")
        case .avslutad: LocalText(sv: "Avslutat", en: "Ended")
        case .placerad: LocalText(sv: "Placerad", en: "Placed")
        case .placeringAvslutad: LocalText(sv: "Placering avslutad", en: "Placement ended")
        case .begard: LocalText(sv: "Begärd", en: "Asked for")
        case .mottagen: LocalText(sv: "Mottagen", en: "Received")
        case .avvisad: LocalText(sv: "Avvisad eller vidaresänd", en: "Refused or sent on")
        case .besvarad: LocalText(sv: "Besvarad", en: "Answered")
        case .kallad: LocalText(sv: "Kallad", en: "Called")
        case .planUtkast: LocalText(sv: "Plan i utkast", en: "Plan in draft")
        case .planJusterad: LocalText(sv: "Plan justerad", en: "Plan confirmed")
        case .planAvslutad: LocalText(sv: "Plan avslutad", en: "Plan ended")
        case .underrattad: LocalText(sv: "Underrättad", en: "Told")
        }
    }
}
