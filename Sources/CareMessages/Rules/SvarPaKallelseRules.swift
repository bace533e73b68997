import Documents
import Foundation

/// The rules of M09 Svar på kallelse. That it refers to a call (M08) is E06.
enum SvarPaKallelseRules {
    static let all = [noTimeProposed, nobodyComes, late]

    static let noTimeProposed = Rule(
        "E901",
        .init(
            law: Rule.own,
            text: LocalText(sv: "Svaret föreslår en annan tid men nämner ingen.", en: "The answer proposes another time but names none."),
            remedy: LocalText(sv: "Ange minst en ForeslagenTid.", en: "State at least one ForeslagenTid."))
    ) { message, _ in
        guard let answer = message.part(SvarPaKallelse.self) else { return [] }
        return Breach.when(answer.answer == .otherTime && answer.proposedTimes.isEmpty, at: "Svar")
    }

    static let nobodyComes = Rule(
        "E902",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Enheten kommer till mötet men nämner ingen deltagare.", en: "The unit comes to the meeting but names no participant."),
            remedy: LocalText(sv: "Ange minst en Deltagare.", en: "State at least one Deltagare."))
    ) { message, _ in
        guard let answer = message.part(SvarPaKallelse.self) else { return [] }
        return Breach.when(answer.answer == .yes && answer.participants.isEmpty, at: "Svar")
    }

    static let late = Rule(
        "W901",
        .init(
            law: Rule.own,
            text: LocalText(
                sv: "Svaret skickades mindre än 24 timmar före mötet.", en: "The answer was sent less than 24 hours before the meeting."),
            remedy: LocalText(
                sv: "Ring också den som kallat, så att svaret blir känt före mötet.",
                en: "Telephone who called as well, so that the answer is known before the meeting."))
    ) { message, context in
        let call = context.caseFacts?.earlier.first { $0.messageID == message.envelope.refersTo && $0.type == .kallelseTillSip }
        guard let meeting = call?.event.facts.meeting else { return [] }
        return Breach.when(meeting.elapsed(since: message.envelope.sent) < .seconds(86_400), at: "Kuvert/Skickad")
    }
}
