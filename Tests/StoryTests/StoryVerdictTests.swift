import CareMessages
import Foundation
import Testing

@Suite("What the stories come to: time limits and payment")
struct StoryVerdictTests {
    /// What is known of a patient a week after the last message.
    private func watched(_ story: Story, _ id: String, shuffledBy seed: Int) -> WatchedCase {
        var source = SeededSource(seed: seed)
        let events = story.messages.map(CaseEvent.init).shuffled(using: &source)
        let cases = Dictionary(uniqueKeysWithValues: story.caseIDs.map { ($0, Case(id: $0, events: events)) })
        let related = story.caseIDs.filter { $0 != id }.compactMap { cases[$0] }
        return cases[id].map { WatchedCase($0, related: related) } ?? WatchedCase([]) { _ in .inForce }
    }

    private func end(_ story: Story) -> Date {
        (story.messages.map(\.envelope.sent).max() ?? .distantPast).addingTimeInterval(7 * 86_400)
    }

    /// `kind due status`, with the number of the file that kept or stopped it.
    private func lines(_ story: Story, _ id: String, shuffledBy seed: Int) -> [String] {
        CaseDeadlines.all(in: watched(story, id, shuffledBy: seed), under: .statutory, at: end(story))
            .filter { $0.kind != .verksamhetskvittens }.map { limit in
                "\(limit.kind.rawValue) \(InstantText.text(limit.due.instant).prefix(16)) \(status(limit, story))"
            }
    }

    private func status(_ limit: Deadline, _ story: Story) -> String {
        func file(_ id: String?) -> String {
            let part = story.parts.first { $0.message.envelope.messageID == id }
            return part.map { String($0.path.suffix(10).prefix(6)) } ?? "–"
        }
        return switch limit.status {
        case .open: "open"
        case .missed: "missed " + limit.awaiting.joined(separator: " ")
        case .met(let id, _): "met " + file(id)
        case .metLate(let id, _): "late " + file(id)
        case .stopped(let id, _): "stopped " + file(id)
        }
    }

    struct Verdict: Sendable, CustomTestStringConvertible {
        let story: Int
        /// Position of the case in the story.
        let number: Int
        let limits: [String]
        /// `nil` for a case that payment does not depend on.
        let payment: String?
        var payer: String?

        var testDescription: String { "story \(story), case \(number + 1)" }
    }

    static let verdicts = [
        Verdict(story: 1, number: 0, limits: ["begaranHalsoundersokning 2026-06-16T00:00 met 02-M14"], payment: nil),
        Verdict(
            story: 1, number: 1,
            limits: [
                "begaranHalsoundersokning 2026-06-16T00:00 met 02-M14", "beskedHalsoundersokning 2026-06-18T00:00 missed ",
                // The oral part was left to another unit, which has not answered.
                "utlatandeHalsoundersokning 2026-08-03T00:00 missed ",
            ], payment: nil),
        // The first notice, of the 18th at 9.55, would have begun payment on the 21st. It was taken back; the clock starts again with the
        // second, sent on the 19th after noon: four days. Provkommun was called and did not answer. "late" for payment: it began.
        Verdict(
            story: 1, number: 2,
            limits: [
                "inskrivningsmeddelande 2026-09-15T09:40 met 05-M01", "planeringsunderlag 2026-09-16T10:20 met 08-M04",
                "betalningsansvar 2026-09-21T00:00 stopped 12-M06", "kallelseTillSip 2026-09-22T00:00 stopped 12-M06",
                "betalningsansvar 2026-09-23T00:00 late 18-M13", "kallelseTillSip 2026-09-23T00:00 met 14-M08",
                "svarPaKallelse 2026-09-23T13:00 missed 2120009911", "utskrivningsinformation 2026-09-26T00:00 met 17-M12",
            ], payment: "from 2026-09-23 2 d", payer: "0382"),
        // A Friday at 13.25: the 13th, not the 12th.
        Verdict(
            story: 2, number: 0,
            limits: [
                "inskrivningsmeddelande 2026-10-06T22:10 met 01-M01", "planeringsunderlag 2026-10-08T08:30 met 04-M04",
                "betalningsansvar 2026-10-13T00:00 late 10-M13", "kallelseTillSip 2026-10-13T00:00 met 06-M08",
                "svarPaKallelse 2026-10-13T10:00 met 07-M09", "utskrivningsinformation 2026-10-16T00:00 met 09-M12",
            ], payment: "from 2026-10-13 2 d", payer: "0319"),
        // No SIP is needed; the child leaves the day before payment would have begun, had anybody been to pay.
        Verdict(
            story: 3, number: 1,
            limits: [
                "inskrivningsmeddelande 2026-10-20T11:20 met 02-M01", "planeringsunderlag 2026-10-21T16:05 stopped 06-M13",
                "betalningsansvar 2026-10-24T00:00 met 06-M13", "utskrivningsinformation 2026-10-24T00:00 met 05-M12",
            ], payment: "blocked payerUnknown"),
        Verdict(
            story: 4, number: 0,
            limits: [
                "inskrivningsmeddelande 2026-11-03T09:30 met 01-M01", "planeringsunderlag 2026-11-04T15:40 stopped 08-M13",
                "svarPaKallelse 2026-11-05T09:00 met 05-M09", "betalningsansvar 2026-11-07T00:00 met 08-M13",
                "utskrivningsinformation 2026-11-07T00:00 met 07-M12", "kallelseTillSip 2026-11-08T00:00 met 04-M08",
            ], payment: "blocked payerUnknown"),
    ]

    @Test("Time limits are those reckoned by hand, whatever the order of arrival", arguments: verdicts, [0, 1, 2])
    func limits(_ verdict: Verdict, _ seed: Int) throws {
        let story = try Story.number(verdict.story)
        #expect(lines(story, story.caseIDs[verdict.number], shuffledBy: seed) == verdict.limits)
    }

    @Test("The state of payment is the one reckoned by hand, whatever the order of arrival", arguments: verdicts, [0, 1, 2])
    func payment(_ verdict: Verdict, _ seed: Int) throws {
        let story = try Story.number(verdict.story)
        let state = PaymentState(
            of: watched(story, story.caseIDs[verdict.number], shuffledBy: seed), payer: PayerQuestion { _, _ in true }, under: .statutory,
            at: end(story))
        #expect(state.map { Self.text($0.verdict) } == verdict.payment)
        #expect(state?.payer == verdict.payer)
        #expect(state?.earlierPeriods.isEmpty ?? true)
    }

    private static func text(_ verdict: PaymentState.Verdict) -> String {
        switch verdict {
        case .blocked(let reasons): "blocked " + reasons.map(\.rawValue).joined(separator: " ")
        case .doubt(let reasons, let estimate):
            "doubt " + reasons.map(\.rawValue).joined(separator: " ") + " from \(estimate.from.text) \(estimate.days) d"
        case .estimate(let estimate): "from \(estimate.from.text) \(estimate.days) d"
        }
    }
}
