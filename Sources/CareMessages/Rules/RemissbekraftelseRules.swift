import Documents
import Foundation

/// The rules of M18 Remissbekräftelse.
enum RemissbekraftelseRules {
    static let all = [refusedWithoutReason, forwardedNowhere, noExpectedTime, late]

    static let refusedWithoutReason = Rule(
        "E1801",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Remissen avvisas utan att orsaken anges.", en: "The referral is refused and no reason is given."),
            remedy: LocalText(sv: "Skriv orsaken i Avvisningsorsak.", en: "Write the reason in Avvisningsorsak."))
    ) { message, _ in
        guard let word = message.part(Remissbekraftelse.self), word.status == .refused else { return [] }
        return Breach.when(word.refusalReason?.allSatisfy(\.isWhitespace) ?? true, at: "Avvisningsorsak")
    }

    static let forwardedNowhere = Rule(
        "E1802",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Statusen och enheten som remissen sänts vidare till stämmer inte överens.",
                en: "The status and the unit the referral was passed on to do not agree."),
            remedy: LocalText(
                sv: "Ange VidaresandTill när statusen är VIDARESAND, och bara då.",
                en: "State VidaresandTill when the status is VIDARESAND, and only then."))
    ) { message, _ in
        guard let word = message.part(Remissbekraftelse.self) else { return [] }
        return Breach.when((word.status == .forwarded) != (word.forwardedTo != nil), at: "VidaresandTill")
    }

    static let noExpectedTime = Rule(
        "E1803",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Remissen är accepterad eller väntar, men ingen väntad tid anges.",
                en: "The referral is accepted or waits, but no expected time is stated."),
            remedy: LocalText(
                sv: "Ange ForvantadTid; en dag räcker.", en: "State ForvantadTid; a day is enough."))
    ) { message, _ in
        guard let word = message.part(Remissbekraftelse.self) else { return [] }
        return Breach.when([.accepted, .waiting].contains(word.status) && word.expected == nil, at: "ForvantadTid")
    }

    static let late = Rule(
        "W1801",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Beskedet kommer mer än sju dagar efter remissen.", en: "The word comes more than seven days after the referral."),
            remedy: LocalText(
                sv: "Skicka ändå; gränsen är Slussens egen, inte lagens.",
                en: "Send it all the same; the limit is Sluss's own, not the law's."
            ))
    ) { message, context in
        guard let facts = context.caseFacts, let asked = facts.message(message.envelope.refersTo).flatMap({ facts.firstTold($0.event) }),
            let told = context.firstTold(message)
        else { return [] }
        return Breach.when(CalendarDay(told) > ReferralLimits.lastDay(referralSent: asked), at: "Kuvert/Skickad")
    }
}
