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
        guard notice.event == .end, let open = ownSpans(notice, context)?.last(where: { $0.end == nil }) else { return [] }
        return Breach.when(notice.day < open.start, at: "Handelsedatum")
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
        guard let notice = message.part(Placeringsmeddelande.self), isNewStart(message), let own = ownSpans(notice, context) else {
            return []
        }
        return Breach.when(own.contains { $0.reaches(beyond: notice.day) }, at: "Handelsedatum")
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
                sv: "En annan kommun har en placering som gäller på startdagen eller senare.",
                en: "Another municipality has a placement in force on the day of start or later."),
            remedy: LocalText(
                sv: "Ta reda på vilken kommun som ansvarar, och be den andra avsluta sin placering.",
                en: "Find out which municipality is responsible, and ask the other one to end its placement."))
    ) { message, context in
        guard let notice = message.part(Placeringsmeddelande.self), isNewStart(message), let held = context.placements else { return [] }
        let others = PlacementSpan.spans(held).filter { $0.placeringskommun != notice.placement.placeringskommun }
        return Breach.when(others.contains { $0.reaches(beyond: notice.day) }, at: "Handelsedatum")
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
                sv: "Registret känner ingen pågående placering av kommunen som kan ändras eller avslutas.",
                en: "The register knows of no ongoing placement by the municipality to change or end."),
            remedy: LocalText(
                sv: "Skicka startmeddelandet också, om mottagaren inte fått det.",
                en: "Send the message of start as well, if the receiver has not had it."))
    ) { message, context in
        guard let notice = message.part(Placeringsmeddelande.self), notice.event != .start, let own = ownSpans(notice, context) else {
            return []
        }
        return Breach.when(!own.contains { $0.end == nil }, at: "Handelse")
    }

    /// A start that replaces an earlier message corrects it, and does not overlap with it.
    private static func isNewStart(_ message: CareMessage) -> Bool {
        message.part(Placeringsmeddelande.self)?.event == .start && message.envelope.replaces == nil
    }

    private static func ownSpans(_ notice: Placeringsmeddelande, _ context: RuleContext) -> [PlacementSpan]? {
        context.placements.map { PlacementSpan.spans($0).filter { $0.placeringskommun == notice.placement.placeringskommun } }
    }
}
