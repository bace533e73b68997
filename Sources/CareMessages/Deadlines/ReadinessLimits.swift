import Documents
import Foundation

/// Limits that the notice of readiness for discharge starts: the call to the SIP, the answers to it, liability to pay.
enum ReadinessLimits {
    static func drafts(_ watched: WatchedCase, _ agreement: RegionalAgreement, _ now: Date) -> [DeadlineDraft] {
        watched.notices.flatMap { notice in
            [call(notice, watched, agreement), liability(notice, watched, agreement, now)].compactMap { $0 }
        } + watched.chains([.kallelseTillSip]).compactMap { answers($0, watched) }
    }

    /// Calls by regional open care, where the fast vårdkontakt is (4 kap. 3 §).
    static func calls(_ watched: WatchedCase) -> [EventChain] {
        watched.active([.kallelseTillSip]).filter { Roll.regionalOpenCare.contains($0.head.sender.role) }
    }

    /// The first call for a notice: one that belongs to it, or to nothing.
    static func call(for notice: EventChain, in watched: WatchedCase) -> EventChain? {
        calls(watched).first { call in
            call.members.contains { member in
                guard let origin = watched.origin(of: member) else { return true }
                return notice.members.contains { $0.messageID == origin }
            }
        }
    }

    private static func call(_ notice: EventChain, _ watched: WatchedCase, _ agreement: RegionalAgreement) -> DeadlineDraft? {
        guard SipNeed(notice.head) != .none else { return nil }
        let day = KallelseTillSip.lastDay(afterNoticeSent: notice.first.sent)
        return DeadlineDraft(.kallelseTillSip, notice.head, start: notice.first.sent, due: .endOf(day)).with {
            $0.answer = call(for: notice, in: watched).map { .init($0.first) }
            let vardplan = watched.openCompulsoryCare.map { Deadline.Stop(messageID: $0.messageID, at: $0.sent) }
            $0.stops = [watched.withdrawal(of: notice), watched.death, vardplan]
            $0.note = agreement.holidays.isWorkingDay(day) ? nil : dayOff
        }
    }

    private static let dayOff = LocalText(
        sv:
            "Sista dagen är ingen arbetsdag; lag (1930:173) 2 § kan ge tid till nästa vardag. Läsning, inte lagtext: Slussen räknar utan den.",
        en:
            "The last day is no working day; lag (1930:173) 2 § may give time until the next one. Sluss counts without it: a reading, not the "
            + "wording of the law.")

    /// Kept when the patient has left before the day on which liability begins (5 kap. 4 §).
    private static func liability(
        _ notice: EventChain, _ watched: WatchedCase, _ agreement: RegionalAgreement, _ now: Date
    ) -> DeadlineDraft? {
        let sent = notice.first.sent
        return DeadlineDraft(
            .betalningsansvar, notice.head, start: sent, due: .startOf(agreement.payFrom(noticeSent: sent))
        ).with {
            $0.answer = watched.departure(by: now).map { .init(messageID: $0.message.messageID, at: $0.at) }
            $0.stops = [watched.withdrawal(of: notice)]
            $0.basis = agreement.entryBasis
            $0.isStatutory = agreement.hasStatutoryEntry
            $0.note = agreement.model.note
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
