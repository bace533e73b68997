import Documents
import Foundation

/// The rules of M19 Remissvar.
enum RemissvarRules {
    static let all = [emptyAnswer, answeredAfterSending, neverConfirmed, alreadyAnswered]

    static let emptyAnswer = Rule(
        "E1901",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Remissvaret är tomt.", en: "The answer to the referral is empty."),
            remedy: LocalText(sv: "Skriv svaret på frågeställningen.", en: "Write the answer to the question."))
    ) { message, _ in
        Breach.when(message.part(Remissvar.self)?.answer.allSatisfy(\.isWhitespace) == true, at: "Svar")
    }

    static let answeredAfterSending = Rule(
        "E1902",
        .init(
            law: "Slussens regel; jämför patientdatalagen (2008:355) 3 kap. 6 §",
            text: LocalText(
                sv: "Svaret är daterat efter dagen då meddelandet skickades.", en: "The answer is dated after the day the message was sent."
            ),
            remedy: LocalText(sv: "Rätta svarsdatumet.", en: "Correct the date of the answer."))
    ) { message, _ in
        guard let answer = message.part(Remissvar.self) else { return [] }
        return Breach.when(answer.day > CalendarDay(message.envelope.sent), at: "Svarsdatum")
    }

    static let neverConfirmed = Rule(
        "W1901",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Ingen remissbekräftelse kom inom sju dagar från remissen.",
                en: "No word on the referral came within seven days of it."),
            remedy: LocalText(
                sv: "Skicka svaret ändå, och bekräfta nästa remiss (M18) när den kommer.",
                en: "Send the answer all the same, and confirm the next referral (M18) when it comes."))
    ) { message, context in
        guard let facts = context.caseFacts, let asked = facts.message(message.envelope.refersTo).flatMap({ facts.firstTold($0.event) })
        else { return [] }
        func isLate(_ instant: Date) -> Bool { CalendarDay(instant) > ReferralLimits.lastDay(referralSent: asked) }
        let isConfirmed = facts.earlier.contains { $0.type == .remissbekraftelse && !isLate($0.sent) }
        return Breach.when(!isConfirmed && isLate(message.envelope.sent), at: "Kuvert/RefererarTill")
    }

    static let alreadyAnswered = Rule(
        "W1902",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Remissen har redan ett slutligt svar.", en: "The referral already has a final answer."),
            remedy: LocalText(
                sv: "Ersätt det tidigare svaret om det var fel (Ersatter), annars kan mottagaren missa det nya.",
                en: "Replace the earlier answer if it was wrong (Ersatter); otherwise the receiver may miss the new one."))
    ) { message, context in
        let final = (context.caseFacts?.active(.remissvar) ?? []).filter {
            $0.event.facts.status == Remissvar.Extent.final.rawValue && $0.event.refersTo == message.envelope.refersTo
        }
        return Breach.when(final.contains { $0.messageID != message.envelope.replaces?.messageID }, at: "Svarstyp")
    }
}
