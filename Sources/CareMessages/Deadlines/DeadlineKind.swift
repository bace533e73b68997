import Documents

/// The time limits that are watched.
package enum DeadlineKind: String, CaseIterable, Sendable, Codable {
    /// M01 within 24 hours.
    case inskrivningsmeddelande
    /// M04 within 48 hours of the M01.
    case planeringsunderlag
    /// M08 within three days of the notice.
    case kallelseTillSip
    /// M09 from everyone called, 24 hours before the meeting.
    case svarPaKallelse
    /// Liability to pay begins.
    case betalningsansvar
    /// M12 on the day of discharge.
    case utskrivningsinformation
    /// M14 within 14 days of the placement.
    case begaranHalsoundersokning
    /// M15 within ten working days of the M14.
    case beskedHalsoundersokning
    /// M16 within 60 days of the M14.
    case utlatandeHalsoundersokning
    /// M18 within seven days of the M17.
    case remissbekraftelse
    /// M23 of level VERKSAMHET within the agreed time.
    case verksamhetskvittens

    /// The provision; for liability to pay that without agreement.
    package var basis: LocalText {
        switch self {
        case .inskrivningsmeddelande: Self.law("2 kap. 3 §")
        case .kallelseTillSip: Self.law("4 kap. 3 §")
        case .betalningsansvar: Self.law("5 kap. 4 §")
        case .utskrivningsinformation: Self.law("3 kap. 2 §")
        default: LocalText(sv: "Slussens egen gräns", en: "Sluss's own limit")
        }
    }

    /// Whether a statute sets the limit.
    package var isStatutory: Bool {
        [.inskrivningsmeddelande, .kallelseTillSip, .betalningsansvar, .utskrivningsinformation].contains(self)
    }

    /// The rule that warns of the same, in a message that comes too late or, for the receipt, here only; `nil` where no rule does.
    package var rule: String? {
        switch self {
        case .inskrivningsmeddelande: "W101"
        case .planeringsunderlag: "W401"
        case .kallelseTillSip: "W801"
        case .svarPaKallelse: "W901"
        case .betalningsansvar: nil
        case .utskrivningsinformation: "W1201"
        case .begaranHalsoundersokning: "W1404"
        case .beskedHalsoundersokning: "W1501"
        case .utlatandeHalsoundersokning: "W1601"
        case .remissbekraftelse: "W1801"
        case .verksamhetskvittens: "W03"
        }
    }

    /// What is waited for.
    package var title: LocalText {
        switch self {
        case .inskrivningsmeddelande:
            LocalText(sv: "Inskrivningsmeddelande inom 24 timmar", en: "Notice of admission within 24 hours")
        case .planeringsunderlag:
            LocalText(sv: "Planeringsunderlag inom 48 timmar", en: "Planning material within 48 hours")
        case .kallelseTillSip:
            LocalText(sv: "Kallelse till SIP inom tre dagar", en: "Call to SIP within three days")
        case .svarPaKallelse:
            LocalText(sv: "Svar på kallelsen 24 timmar före mötet", en: "Answers to the call 24 hours before the meeting")
        case .betalningsansvar:
            LocalText(sv: "Kommunens betalningsansvar inträder", en: "The municipality's liability to pay begins")
        case .utskrivningsinformation:
            LocalText(sv: "Information samma dag som utskrivningen", en: "Information on the day of discharge")
        case .begaranHalsoundersokning:
            LocalText(
                sv: "Begäran om hälsoundersökning inom 14 dagar från placeringen",
                en: "Request for a health examination within 14 days of the placement")
        case .beskedHalsoundersokning:
            LocalText(
                sv: "Besked om hälsoundersökning inom tio arbetsdagar", en: "Word on the health examination within ten working days")
        case .utlatandeHalsoundersokning:
            LocalText(
                sv: "Utlåtande om hälsoundersökning inom 60 dagar", en: "Statement on the health examination within 60 days")
        case .remissbekraftelse:
            LocalText(sv: "Remissbekräftelse inom sju dagar", en: "Confirmation of the referral within seven days")
        case .verksamhetskvittens:
            LocalText(sv: "Verksamhetskvittens inom avtalad tid", en: "Business receipt within the agreed time")
        }
    }

    private static func law(_ place: String) -> LocalText { LocalText(sv: "Lag (2017:612) \(place)", en: "Lag (2017:612) \(place)") }
}
