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
    /// The last word on open care is not JA.
    case openCareNotAvailable

    /// The M01 was late.
    case admissionLate
    /// The call was late.
    case callLate
    /// The only call refers to a notice that was withdrawn.
    case callForWithdrawnNotice
    /// The notice does not say whether a SIP is needed, and nobody has called.
    case sipNeedUnclear
    /// The notice was replaced by a corrected one.
    case noticeCorrected
    /// Nobody has said whether open care is available.
    case openCareNotStated
    /// Open care became available after the day on which liability would have begun.
    case openCareLater
    /// The decision of open compulsory care has ended.
    case compulsoryOpenCareEnded

    /// Whether liability cannot have begun; else it is only in doubt.
    package var isBlocking: Bool {
        switch self {
        case .payerUnknown, .noAdmissionToPayer, .noNoticeToPayer, .noticeWithdrawn, .noCall, .openCareNotAvailable: true
        case .admissionLate, .callLate, .callForWithdrawnNotice, .sipNeedUnclear, .noticeCorrected, .openCareNotStated, .openCareLater,
            .compulsoryOpenCareEnded:
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
        case .openCareNotAvailable, .openCareNotStated, .openCareLater: "5 kap. 5 §"
        case .admissionLate: "2 kap. 3 §, 5 kap. 3 § 1"
        case .callLate, .callForWithdrawnNotice: "4 kap. 3 §, 5 kap. 3 § 3"
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
        default: doubt
        }
    }

    private var doubt: LocalText {
        switch self {
        case .admissionLate:
            LocalText(
                sv: "Inskrivningsmeddelandet skickades för sent till betalande kommun.",
                en: "The notice of admission was sent too late to the paying municipality.")
        case .callLate:
            LocalText(sv: "Kallelsen till SIP skickades för sent.", en: "The call to the SIP was sent too late.")
        case .callForWithdrawnNotice:
            LocalText(
                sv: "Kallelsen gäller en underrättelse som återtogs; ingen ny kallelse är skickad.",
                en: "The call belongs to a notice that was withdrawn; no new call has been sent.")
        case .sipNeedUnclear:
            LocalText(
                sv: "Det är oklart om SIP behövs, och ingen kallelse är skickad.",
                en: "It is unclear whether a SIP is needed, and no call has been sent.")
        case .noticeCorrected:
            LocalText(
                sv: "Underrättelsen är rättad; dagarna räknas från den första som gick till kommunen.",
                en: "The notice was corrected; the days count from the first that went to the municipality.")
        case .openCareNotStated:
            LocalText(
                sv: "Det är inte meddelat om öppenvårdens insatser är tillgängliga.",
                en: "Nobody has said whether the services of open care are available.")
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
