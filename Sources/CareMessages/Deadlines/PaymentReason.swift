import Documents

/// Why liability to pay has not begun, or is in doubt. Raw values are for programs.
package enum PaymentReason: String, CaseIterable, Sendable, Codable {
    /// Nobody knows which municipality pays: no folkbokföringskommun.
    case payerUnknown
    /// No M01 has gone to the paying municipality.
    case noAdmissionToPayer
    /// No M05, and no M11 about a decision, has gone to the paying municipality.
    case noNoticeToPayer
    /// The notice was withdrawn, and no new one has gone out.
    case noticeWithdrawn
    /// A SIP is needed, and the fast vårdkontakt has not called.
    case noCall
    /// Open care was not JA on the day liability would have begun, nor since.
    case openCareNotAvailable
    /// Nobody has said whether open care is available.
    case openCareNotStated

    /// Nothing tells whether the organisation that was told is the paying municipality.
    case payerOrganisationUnknown
    /// The M01 was late.
    case admissionLate
    /// The call was late.
    case callLate
    /// The call came from another unit of open care than the fast vårdkontakt.
    case callNotByContact
    /// The only call belongs to another notice, such as one that was withdrawn, or came before the notice.
    case callForOtherNotice
    /// The notice does not say whether a SIP is needed, and nobody has called.
    case sipNeedUnclear
    /// The notice was replaced by a corrected one.
    case noticeCorrected
    /// Open care became available after the day on which liability would have begun.
    case openCareLater
    /// After liability began open care was said to be gone, or unclear.
    case openCareEnded
    /// The notice and the M07 differ on open care.
    case openCareContradicted
    /// The decision of open compulsory care has ended.
    case compulsoryOpenCareEnded

    /// Whether liability cannot have begun; else it is only in doubt.
    package var isBlocking: Bool {
        switch self {
        case .payerUnknown, .noAdmissionToPayer, .noNoticeToPayer, .noticeWithdrawn, .noCall, .openCareNotAvailable, .openCareNotStated:
            true
        case .payerOrganisationUnknown, .admissionLate, .callLate, .callNotByContact, .callForOtherNotice, .sipNeedUnclear,
            .noticeCorrected, .openCareLater, .openCareEnded, .openCareContradicted, .compulsoryOpenCareEnded:
            false
        }
    }

    /// The provision it rests on.
    package var law: String { Self.prefix + place }

    private static let prefix = "Lag (2017:612) "

    private var place: String {
        switch self {
        case .payerUnknown: "5 kap. 2 §"
        case .noAdmissionToPayer: "5 kap. 3 § 1"
        case .noNoticeToPayer: "5 kap. 3 § 2"
        case .noticeWithdrawn, .noticeCorrected: "5 kap. 3 § 2, 5 kap. 4 §"
        case .noCall: "5 kap. 3 § 3"
        case .payerOrganisationUnknown: "5 kap. 2–3 §§"
        case .openCareNotAvailable, .openCareNotStated, .openCareLater, .openCareEnded, .openCareContradicted: "5 kap. 5 §"
        case .admissionLate: "2 kap. 3 §, 5 kap. 3 § 1"
        case .callLate, .callNotByContact, .callForOtherNotice: "4 kap. 3 §, 5 kap. 3 § 3"
        case .sipNeedUnclear: "4 kap. 1 §, 5 kap. 3 § 3"
        case .compulsoryOpenCareEnded: "3 kap. 1 § 2 st."
        }
    }

    /// The reason in words; doubts are readings and say so.
    package var text: LocalText {
        let text = sentence
        guard !isBlocking else { return text }
        return LocalText(sv: text.sv + " Läsning, inte lagtext.", en: text.en + " A reading, not the wording of the law.")
    }

    private var sentence: LocalText {
        switch self {
        case .payerUnknown:
            LocalText(
                sv: "Betalande kommun är okänd: patienten har ingen uppgiven folkbokföringskommun.",
                en: "The paying municipality is unknown: no municipality of registration is stated.")
        case .noAdmissionToPayer:
            LocalText(
                sv: "Inget inskrivningsmeddelande har gått till betalande kommun.",
                en: "No notice of admission has gone to the paying municipality.")
        case .noNoticeToPayer:
            LocalText(
                sv: "Ingen underrättelse om utskrivningsklar har gått till betalande kommun.",
                en: "No notice of readiness for discharge has gone to the paying municipality.")
        case .noticeWithdrawn:
            LocalText(
                sv: "Underrättelsen om utskrivningsklar är återtagen och ingen ny är skickad.",
                en: "The notice of readiness for discharge was withdrawn and no new one has been sent.")
        case .noCall:
            LocalText(
                sv: "SIP behövs, men den fasta vårdkontakten i öppenvården har inte kallat.",
                en: "A SIP is needed, but the fast vårdkontakt in open care has not called.")
        case .openCareNotAvailable:
            LocalText(
                sv: "Öppenvårdens insatser är inte tillgängliga, eller det är oklart.",
                en: "The services of open care are not available, or it is unclear.")
        case .openCareNotStated:
            LocalText(
                sv: "Det är inte meddelat om öppenvårdens insatser är tillgängliga.",
                en: "Nobody has said whether the services of open care are available.")
        default: doubt
        }
    }

    private var doubt: LocalText {
        switch self {
        case .payerOrganisationUnknown:
            LocalText(
                sv: "Det är inte känt om organisationen som underrättades är den betalande kommunen.",
                en: "It is not known whether the organisation that was told is the paying municipality.")
        case .admissionLate:
            LocalText(
                sv: "Inskrivningsmeddelandet skickades för sent till betalande kommun.",
                en: "The notice of admission was sent too late to the paying municipality.")
        case .callLate:
            LocalText(sv: "Kallelsen till SIP skickades för sent.", en: "The call to the SIP was sent too late.")
        case .callNotByContact:
            LocalText(
                sv: "Kallelsen kom från en annan enhet i öppenvården än den fasta vårdkontakten.",
                en: "The call came from another unit of open care than the fast vårdkontakt.")
        case .callForOtherNotice:
            LocalText(
                sv: "Kallelsen gäller en annan underrättelse, eller skickades före den; ingen ny kallelse är skickad.",
                en: "The call belongs to another notice, or was sent before it; no new call has been sent.")
        case .sipNeedUnclear:
            LocalText(
                sv: "Det är oklart om SIP behövs, och ingen kallelse är skickad.",
                en: "It is unclear whether a SIP is needed, and no call has been sent.")
        case .noticeCorrected:
            LocalText(
                sv: "Underrättelsen är rättad; dagarna räknas från den första som gick till kommunen.",
                en: "The notice was corrected; the days count from the first that went to the municipality.")
        case .openCareEnded:
            LocalText(
                sv:
                    "Efter den dag då ansvaret började sades öppenvårdens insatser inte längre vara tillgängliga; datumen står i underlaget.",
                en: "After the day liability began the services of open care were said to be gone; the dates are in the basis.")
        case .openCareContradicted:
            LocalText(
                sv: "Underrättelsen och öppenvårdens eget besked säger olika om insatserna är tillgängliga.",
                en: "The notice and open care's own word differ on whether the services are available.")
        case .openCareLater:
            LocalText(
                sv: "Öppenvårdens insatser blev tillgängliga först senare; dagarna räknas från den dagen.",
                en: "The services of open care became available later; the days count from that day.")
        default:
            LocalText(
                sv: "Beslutet om öppen tvångsvård har upphört efter underrättelsen.",
                en: "The decision of open compulsory care has ended after the notice.")
        }
    }
}
