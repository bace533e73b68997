import Documents
import Foundation

/// Limits that the notice of readiness for discharge starts: the call to the SIP, the answers to it, liability to pay.
enum ReadinessLimits {
    static func drafts(_ watched: WatchedCase, _ agreement: RegionalAgreement) -> [DeadlineDraft] {
        watched.notices.compactMap { call($0, watched, agreement) }
            + watched.chains([.kallelseTillSip]).compactMap { answers($0, watched) }
    }

    /// The last day of the call: three days after the day the notice was sent (4 kap. 3 §). No agreement changes it. That the day of sending
    /// is not counted is a reading, not the wording of the law.
    static func callDay(noticeSent sent: Date) -> CalendarDay { CalendarDay(sent).adding(days: 3) }

    /// Calls by regional open care. The law means those of the fast vårdkontakt (4 kap. 3 §); a call by another unit leaves doubt.
    static func calls(_ watched: WatchedCase) -> [EventChain] {
        watched.active([.kallelseTillSip]).filter { Roll.regionalOpenCare.contains($0.head.sender.role) }
    }

    /// The first call for a notice: one that belongs to it, or to nothing and came after it. That of the fast vårdkontakt, if there is one.
    static func call(for notice: EventChain, in watched: WatchedCase) -> CaseEvent? {
        let possible = calls(watched).compactMap { call in
            call.members.first { member in
                guard let origin = watched.origin(of: member) else { return member.sent >= notice.first.sent }
                return notice.members.contains { $0.messageID == origin }
            }
        }
        return possible.first { $0.sender.role == .fastVardkontakt } ?? possible.first
    }

    private static func call(_ notice: EventChain, _ watched: WatchedCase, _ agreement: RegionalAgreement) -> DeadlineDraft? {
        guard SipNeed(notice.head) != .none else { return nil }
        let day = callDay(noticeSent: notice.first.sent)
        return DeadlineDraft(.kallelseTillSip, notice.head, start: notice.first.sent, due: .endOf(day)).with {
            let made = call(for: notice, in: watched)
            $0.answer = made.map { .init($0) }
            let vardplan = watched.openCompulsoryCare.map { Deadline.Stop(messageID: $0.messageID, at: $0.sent) }
            $0.stops = [watched.withdrawal(of: notice), watched.death, vardplan]
            let isByOther = made.map { $0.sender.role != .fastVardkontakt } ?? false
            $0.note = [isByOther ? notByContact : nil, agreement.holidays.isWorkingDay(day) ? nil : dayOff].compactMap { $0 }
                .reduce(dayOfSending) { LocalText(sv: $0.sv + " " + $1.sv, en: $0.en + " " + $1.en) }
        }
    }

    private static let dayOfSending = LocalText(
        sv: "Att dagen då underrättelsen skickades inte räknas är en läsning, inte lagtext.",
        en: "That the day the notice was sent is not counted is a reading, not the wording of the law.")
    private static let dayOff = LocalText(
        sv:
            "Sista dagen är ingen arbetsdag; lag (1930:173) 2 § kan ge tid till nästa vardag. Läsning, inte lagtext: Slussen räknar utan den.",
        en:
            "The last day is no working day; lag (1930:173) 2 § may give time until the next one. Sluss counts without it: a reading, not the "
            + "wording of the law.")
    private static let notByContact = LocalText(
        sv: "Kallelsen kom från en annan enhet än den fasta vårdkontakten, som lagen nämner.",
        en: "The call came from another unit than the fast vårdkontakt, whom the law names.")

    /// The entry of liability by each notice that told the payer. Kept when the patient has left before that day (5 kap. 4 §).
    static func liability(
        _ watched: WatchedCase, _ question: PayerQuestion, _ agreement: RegionalAgreement, _ now: Date
    ) -> [DeadlineDraft] {
        let payer = question.kommunkod(in: watched)
        return watched.notices.compactMap { notice in
            guard let entry = question.entry(notice, payer: payer, under: agreement) else { return nil }
            return DeadlineDraft(.betalningsansvar, notice.head, start: entry.told.message.sent, due: .startOf(entry.day)).with {
                $0.answer = watched.departure(by: now).map { .init(messageID: $0.message.messageID, at: $0.at) }
                $0.stops = [watched.withdrawal(of: notice)]
                $0.basis = agreement.entryBasis
                $0.isStatutory = agreement.hasStatutoryEntry
                $0.note = agreement.model.note
            }
        }
    }

    /// Everyone called but the convener's own organisation answers 24 hours before the meeting; before the meeting itself when the call came
    /// later than that.
    private static func answers(_ call: EventChain, _ watched: WatchedCase) -> DeadlineDraft? {
        let head = call.head
        guard let meeting = head.facts.meeting else { return nil }
        let called = Set(head.facts.called ?? head.receivers.map(\.organisationsnummer)).subtracting([head.sender.organisationsnummer])
        guard !called.isEmpty else { return nil }
        // An answer to an earlier call counts when the meeting has kept its time.
        let ids = Set(call.members.filter { $0.facts.meeting == meeting }.map(\.messageID))
        var replies: [String: CaseEvent] = [:]
        for reply in watched.active([.svarPaKallelse]) where reply.members.contains(where: { ids.contains($0.refersTo ?? "") }) {
            let organisation = reply.first.sender.organisationsnummer
            if called.contains(organisation), replies[organisation] == nil { replies[organisation] = reply.first }
        }
        let dayBefore = meeting.addingTimeInterval(-86_400)
        return DeadlineDraft(.svarPaKallelse, head, due: .instant(dayBefore > head.sent ? dayBefore : meeting)).with {
            $0.awaiting = called.subtracting(replies.keys).sorted()
            $0.answer = $0.awaiting.isEmpty ? replies.values.max { $0.sent < $1.sent }.map { .init($0) } : nil
            $0.stops = [watched.withdrawal(of: call), watched.death]
        }
    }
}
