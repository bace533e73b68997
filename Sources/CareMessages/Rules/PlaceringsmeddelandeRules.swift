import Documents
import Foundation

/// The rules of M20 Placeringsmeddelande. Those on overlap and end are judged by `RuleContext.placements`, and silent without it.
enum PlaceringsmeddelandeRules {
    static let all = [
        endBeforeStart, overlap, notAgreed, noMunicipalityOfStay, otherPlacing, doubtfulGround, otherSender, unknownPlacement,
    ]

    static let endBeforeStart = Rule(
        "E2001",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Placeringen ändras eller slutar före dagen då den började.",
                en: "The placement changes or ends before the day it began."),
            remedy: LocalText(sv: "Rätta händelsens dag eller startdagen.", en: "Correct the day of the event or the day of start."))
    ) { message, context in
        guard let notice = message.part(Placeringsmeddelande.self) else { return [] }
        if let began = notice.began, notice.day < began { return [Breach("Handelsedatum")] }
        guard notice.event != .start, let own = ofCase(message, context), let open = own.last(where: { $0.until == nil }) else { return [] }
        return Breach.when(notice.day < open.began(among: own), at: "Handelsedatum")
    }

    static let overlap = Rule(
        "E2002",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Samma kommun har redan en placering som gäller på startdagen eller senare.",
                en: "The same municipality already has a placement in force on the day of start or later."),
            remedy: LocalText(
                sv: "Avsluta den tidigare placeringen först, eller skicka en ändring av den.",
                en: "End the earlier placement first, or send a change of it."))
    ) { message, context in
        guard let notice = message.part(Placeringsmeddelande.self), isNewStart(message) else { return [] }
        return Breach.when(standing(beyond: notice.day, context).contains { isOwn($0, message) }, at: "Handelsedatum")
    }

    static let notAgreed = Rule(
        "E2003",
        .init(
            law: "Slussens regel; jämför offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §; ingen lag kräver meddelandet",
            text: LocalText(
                sv: "Parterna har inte kommit överens om placeringsmeddelanden.", en: "The parties have not agreed on placement messages."),
            remedy: LocalText(
                sv: "Avtala om placeringsmeddelanden och slå på dem i överenskommelsen, eller lämna uppgiften på annat sätt.",
                en: "Agree on placement messages and turn them on in the agreement, or tell it in another way."))
    ) { _, context in Breach.when(!context.allowsPlacementMessages, at: "Kuvert/Meddelandetyp") }

    static let noMunicipalityOfStay = Rule(
        "E2004",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Vistelsekommun saknas fast barnet inte har skydd.",
                en: "The municipality of stay is missing though the child is not protected."),
            remedy: LocalText(
                sv: "Ange Vistelsekommun, eller barnets skydd.", en: "State Vistelsekommun, or the child's protection."))
    ) { message, _ in
        guard let notice = message.part(Placeringsmeddelande.self), message.patient?.isProtected == false, notice.event != .end else {
            return []
        }
        return Breach.when(notice.placement.vistelsekommun == nil, at: "Placering/Vistelsekommun")
    }

    static let otherPlacing = Rule(
        "W2001",
        .init(
            law: "Slussens regel; jämför socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)",
            text: LocalText(
                sv: "En annan kommun, eller någon annan för samma kommun, har en placering som gäller på startdagen eller senare.",
                en: "Another municipality, or another sender for the same one, has a placement in force on the day of start or later."),
            remedy: LocalText(
                sv: "Ta reda på vilken kommun som ansvarar, och be den andra avsluta sin placering.",
                en: "Find out which municipality is responsible, and ask the other one to end its placement."))
    ) { message, context in
        guard let notice = message.part(Placeringsmeddelande.self), isNewStart(message) else { return [] }
        return Breach.when(standing(beyond: notice.day, context).contains { !isOwn($0, message) }, at: "Handelsedatum")
    }

    static let doubtfulGround = Rule(
        "W2002",
        .init(
            law: "Offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §, 12 kap. 2 §, 10 kap. 2 §", isReading: true,
            text: LocalText(
                sv: "Grunden är varken 26 kap. 9 §, samtycke eller 10 kap. 2 §; någon skyldighet att lämna uppgiften finns inte.",
                en: "The ground is neither 26 kap. 9 §, consent nor 10 kap. 2 §; there is no duty to disclose it."),
            remedy: LocalText(sv: "Ange den grund som bär uppgiften.", en: "State the ground that bears it."))
    ) { message, _ in
        let fit: Set<LegalBasis.Ground> = [.under18FromSocialServices, .samtycke, .nodvandigt]
        return Breach.when(fit.isDisjoint(with: message.envelope.legalBases.map(\.ground)), at: "Kuvert/RattsligGrund[1]/Grund")
    }

    static let otherSender = Rule(
        "W2003",
        .init(
            law: "Slussens regel; jämför socialtjänstlagen (2025:400) 29 kap. 2 § (SoL2025)",
            text: LocalText(
                sv: "Avsändaren är en annan kommun än den som placerat.", en: "The sender is another municipality than the placing one."),
            remedy: LocalText(
                sv: "Låt placeringskommunen skicka, eller kontrollera att ni får göra det för den.",
                en: "Let the placing municipality send it, or check that you may do so on its behalf."))
    ) { message, _ in
        guard let notice = message.part(Placeringsmeddelande.self) else { return [] }
        return Breach.when(notice.placement.placeringskommun != message.envelope.sender.kommunkod, at: "Placering/Placeringskommun")
    }

    static let unknownPlacement = Rule(
        "W2004",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Registret känner ingen pågående placering av er i ärendet som kan ändras eller avslutas.",
                en: "The register knows of no ongoing placement of yours in the case to change or end."),
            remedy: LocalText(
                sv: "Skicka i placeringens ärende; skicka startmeddelandet också, om mottagaren inte fått det.",
                en: "Send it in the placement's case; send the message of start as well, if the receiver has not had it."))
    ) { message, context in
        guard let notice = message.part(Placeringsmeddelande.self), notice.event != .start, let own = ofCase(message, context) else {
            return []
        }
        return Breach.when(!own.contains { $0.until == nil }, at: "Handelse")
    }

    /// A start that replaces an earlier message corrects it, and does not overlap with it.
    private static func isNewStart(_ message: CareMessage) -> Bool {
        message.part(Placeringsmeddelande.self)?.event == .start && message.envelope.replaces == nil
    }

    /// Placements that go on after a day, or begin after it. Who moves on the day one ends is in both homes that day: that is no overlap.
    private static func standing(beyond day: CalendarDay, _ context: RuleContext) -> [PlacementInterval] {
        (context.placements ?? []).filter { $0.until.map { $0 > day } ?? true }
    }

    /// Whether the sender itself has told of the placement, for the same municipality.
    private static func isOwn(_ interval: PlacementInterval, _ message: CareMessage) -> Bool {
        interval.organisation == message.envelope.sender.organisationsnummer
            && interval.placeringskommun == message.content.placering?.placeringskommun
    }

    /// What the sender has told in the message's case: only that can be changed or ended.
    private static func ofCase(_ message: CareMessage, _ context: RuleContext) -> [PlacementInterval]? {
        context.placements?.filter {
            $0.caseID == message.envelope.caseID && $0.organisation == message.envelope.sender.organisationsnummer
        }
    }
}
