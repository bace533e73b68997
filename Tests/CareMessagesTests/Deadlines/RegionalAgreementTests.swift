import CareMessages
import Foundation
import Testing

@Suite("Agreements, amounts and times of day")
struct RegionalAgreementTests {
    @Test("The law's entry agrees with the calendar of Foundation for 5 000 instants of 40 years")
    func againstFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = SwedishTime.zone
        var source = ValueSource(seed: 5)
        for _ in 0..<5_000 {
            let sent = Date(timeIntervalSince1970: Double(source.number(1_000_000_000...2_262_000_000)))
            let clock = calendar.dateComponents([.hour, .minute, .second], from: sent)
            let isLate = (try #require(clock.hour), try #require(clock.minute), try #require(clock.second)) > (12, 0, 0)
            let midnight = try #require(calendar.date(byAdding: .day, value: isLate ? 4 : 3, to: calendar.startOfDay(for: sent)))
            let entry = SwedishTime.start(of: RegionalAgreement.statutory.payFrom(noticeSent: sent))
            guard entry == midnight else {
                Issue.record("\(InstantText.text(sent)): \(InstantText.text(entry)), Foundation says \(InstantText.text(midnight))")
                return
            }
        }
    }

    @Test("Weekdays run from Monday to Sunday, before 1970 too")
    func weekdays() {
        #expect(Told.day("1969-12-29").weekday == .monday)
        #expect(Told.day("1970-01-01").weekday == .thursday)
        #expect(Told.day("2026-09-20").weekday == .sunday)
        #expect(Told.day("1753-03-01").weekday == .thursday)
    }

    @Test("A time of day is read and written", arguments: [("00:00", "00:00:00"), ("12:00:01", "12:00:01"), ("23:59:59", "23:59:59")])
    func timeOfDay(_ text: String, _ written: String) {
        #expect(TimeOfDay(text)?.text == written)
    }

    @Test(
        "Anything but a time of day is refused",
        arguments: ["", "24:00", "12", "12:60", "12:00:60", "1:00", "12.00", "12:0a", "+1:00", "12:00:"])
    func noTimeOfDay(_ text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("A time of day on a day becomes an instant, on the days the clocks change too")
    func instants() throws {
        for (time, day, expected) in [
            ("10:00", "2026-03-29", "2026-03-29T10:00:00+02:00"), ("00:00", "2026-03-29", "2026-03-29T00:00:00+01:00"),
            ("00:00", "2026-10-25", "2026-10-25T00:00:00+02:00"), ("02:30", "2026-10-25", "2026-10-25T02:30:00+01:00"),
            ("03:00", "2026-10-25", "2026-10-25T03:00:00+01:00"), ("01:59:59", "2026-03-29", "2026-03-29T01:59:59+01:00"),
        ] { #expect(InstantText.text(SwedishTime.instant(try #require(TimeOfDay(time)), on: Told.day(day))) == expected) }
    }

    @Test("An amount holds for its days and no others")
    func amounts() throws {
        let amounts = try #require(
            DayAmounts([
                .init(first: Told.day("2026-07-01"), last: Told.day("2026-12-31"), kronor: 11_000),
                .init(first: Told.day("2026-01-01"), last: Told.day("2026-06-30"), kronor: 10_000),
            ]))
        #expect(amounts.amount(on: Told.day("2026-06-30")) == 10_000)
        #expect(amounts.amount(on: Told.day("2026-07-01")) == 11_000)
        #expect(amounts.amount(on: Told.day("2027-01-01")) == nil)
        #expect(amounts.sum(from: Told.day("2026-06-29"), before: Told.day("2026-07-02")) == 31_000)
        #expect(amounts.sum(from: Told.day("2026-06-29"), before: Told.day("2026-06-29")) == 0)
        #expect(amounts.sum(from: Told.day("2026-12-31"), before: Told.day("2027-01-02")) == nil)
        #expect(amounts.sum(from: Told.day("2025-12-31"), before: Told.day("2026-01-02")) == nil)
        #expect(DayAmounts.none.sum(from: Told.day("2026-12-31"), before: Told.day("2026-12-31")) == nil)
    }

    @Test("Amounts that overlap, end before they begin or are none are refused")
    func wrongAmounts() {
        let first = DayAmounts.Entry(first: Told.day("2026-01-01"), last: Told.day("2026-12-31"), kronor: 1)
        #expect(DayAmounts([first]) != nil)
        #expect(DayAmounts([first, .init(first: first.last, last: first.last, kronor: 1)]) == nil)
        #expect(DayAmounts([.init(first: first.last, last: first.first, kronor: 1)]) == nil)
        #expect(DayAmounts([.init(first: first.first, last: first.last, kronor: 0)]) == nil)
        #expect(DayAmounts(years: [0: 10_000]) == nil)
    }

    @Test("A receipt is waited for from who may send one, from nobody else, and never from the sender's own units")
    func receiptSenders() throws {
        let ready = PaymentCases.ready.with { $0.receivers.append(CaseEvent.Unit(ToldBy.openCare)) }
        func awaiting(_ own: String, toUs: Set<String>, fromUs: Set<String> = [], _ told: [Told] = []) -> [String]? {
            let agreement = EntryCases.agreement { $0.receiptSenders = ReceiptSenders(own: own, toUs: toUs, fromUs: fromUs) }
            let all = CaseDeadlines.all(in: WatchedCase([ready] + told), under: agreement, at: Told.at("2026-09-18T10:00:00+02:00"))
            return all.first { $0.kind == .verksamhetskvittens }?.awaiting
        }
        let both: Set = [Checking.kommun, Checking.otherKommun]
        #expect(awaiting(Checking.region, toUs: both) == both.sorted())
        #expect(awaiting(Checking.region, toUs: [Checking.kommun, Checking.region]) == [Checking.kommun])
        #expect(awaiting(Checking.region, toUs: []) == nil)
        // At a receiver: its own, when it may send one; what the other answers the region does not come here.
        #expect(awaiting(Checking.kommun, toUs: both, fromUs: [Checking.region]) == [Checking.kommun])
        #expect(awaiting(Checking.kommun, toUs: [Checking.region]) == nil)
        // One that came all the same counts.
        let seen = Told.m23("2026-09-18T09:58:00+02:00", by: ToldBy.payer, of: "m05")
        #expect(awaiting(Checking.region, toUs: [], [seen]) == [])
        // Where nothing tells who may: everybody but the sender.
        let all = CaseDeadlines.all(in: WatchedCase([ready]), under: .statutory, at: Told.at("2026-09-18T10:00:00+02:00"))
        #expect(all.first { $0.kind == .verksamhetskvittens }?.awaiting == both.sorted())
    }

    @Test("Receipts can be left out, or have a time of their own for each type")
    func receipts() throws {
        let told = WatchedCase([PaymentCases.ready, PaymentCases.admitted])
        let now = Told.at("2026-09-18T10:00:00+02:00")
        let silent = CaseDeadlines.all(in: told, under: EntryCases.agreement { $0.receipts = .none }, at: now)
        #expect(!silent.contains { $0.kind == .verksamhetskvittens })
        let limits = ReceiptLimits(byType: [.inskrivningsmeddelande: .elapsed(.seconds(600)), .utskrivningsklar: .none], others: .none)
        let some = CaseDeadlines.all(in: told, under: EntryCases.agreement { $0.receipts = limits }, at: now)
        let receipt = try #require(some.first { $0.kind == .verksamhetskvittens })
        #expect(some.count { $0.kind == .verksamhetskvittens } == 1)
        #expect(InstantText.text(receipt.due.instant) == "2026-09-14T12:10:00+02:00")
    }
}
