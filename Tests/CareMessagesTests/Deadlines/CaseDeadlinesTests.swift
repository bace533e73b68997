import CareMessages
import Documents
import Foundation
import Testing

@Suite("Deadlines of a case")
struct CaseDeadlinesTests {
    static let table = EntryCases.all + StatutoryCases.all + OwnLimitCases.all

    @Test("Each limit runs out when the table says, and is judged as it says", arguments: table)
    func judged(_ row: DeadlineCase) throws {
        let all = CaseDeadlines.all(in: row.watched, under: row.agreement, at: Told.at(row.now))
        let found = try #require(all.first { $0.kind == row.kind && $0.trigger == row.trigger })
        #expect(InstantText.text(found.due.instant) == row.due)
        #expect(DeadlineCase.text(found.status) == row.status)
        #expect(found.remaining == .seconds(found.due.instant.timeIntervalSince(Told.at(row.now))))
    }

    @Test("The table has at least sixty rows and every kind of limit")
    func tableIsWhole() {
        #expect(Self.table.count >= 60)
        #expect(Set(Self.table.map(\.kind)) == Set(DeadlineKind.allCases))
    }

    @Test("Limits come in the order they run out")
    func order() {
        let due = CaseDeadlines.all(in: WatchedCase(Self.story), under: .statutory, at: Told.at("2026-09-22T00:00:00Z")).map(\.due.instant)
        #expect(due == due.sorted())
        #expect(due.count > 10)
    }

    @Test("The order in which messages arrive does not matter, nor that one arrives twice")
    func shuffled() {
        let now = Told.at("2026-09-22T00:00:00Z")
        let expected = CaseDeadlines.all(in: WatchedCase(Self.story), under: .statutory, at: now)
        let payment = PaymentState(of: WatchedCase(Self.story), under: .statutory, at: now)
        var source = ValueSource(seed: 11)
        for _ in 0..<200 {
            var told = Self.story + [Self.story[source.number(0...Self.story.count - 1)]]
            for index in told.indices { told.swapAt(index, source.number(index...told.count - 1)) }
            guard CaseDeadlines.all(in: WatchedCase(told), under: .statutory, at: now) == expected,
                PaymentState(of: WatchedCase(told), under: .statutory, at: now) == payment
            else {
                Issue.record("another state for \(told.map(\.event.messageID))")
                return
            }
        }
    }

    @Test(
        "Warnings are due as the time left shrinks, and end when the limit is kept",
        arguments: [
            ("2026-09-20T23:59:59+02:00", 0), ("2026-09-21T00:00:00+02:00", 1), ("2026-09-21T20:00:00+02:00", 2),
            ("2026-09-21T23:00:00+02:00", 3), ("2026-09-23T00:00:00+02:00", 3),
        ])
    func warnings(_ now: String, _ count: Int) throws {
        func limit(_ told: [Told]) throws -> Deadline {
            let all = CaseDeadlines.all(in: WatchedCase(told), under: .statutory, at: Told.at(now))
            return try #require(all.first { $0.kind == .kallelseTillSip })
        }
        let steps: [Duration] = [.seconds(86_400), .seconds(14_400), .seconds(3_600)]
        #expect(try limit([PaymentCases.ready]).passedWarnings == Array(steps.prefix(count)))
        #expect(try limit([PaymentCases.ready, .m08("2026-09-18T10:00:00+02:00")]).passedWarnings.isEmpty)
    }

    @Test("A warning as long as the limit itself is left out")
    func shortLimits() throws {
        let all = CaseDeadlines.all(in: WatchedCase([PaymentCases.ready]), under: .statutory, at: PaymentCases.ready.event.sent)
        let receipt = try #require(all.first { $0.kind == .verksamhetskvittens })
        #expect(receipt.passedWarnings.isEmpty)
        #expect(receipt.awaiting == [Checking.kommun, Checking.otherKommun])
    }

    @Test("A limit that ran out before it became pointless waits for nothing")
    func stoppedLate() throws {
        let told = [PaymentCases.ready, .m06("2026-09-23T10:00:00+02:00")]
        let all = CaseDeadlines.all(in: WatchedCase(told), under: .statutory, at: Told.at("2026-09-25T00:00:00Z"))
        let call = try #require(all.first { $0.kind == .kallelseTillSip })
        #expect(DeadlineCase.text(call.status) == "stopped m06")
        #expect(!call.isPending)
    }

    @Test("A request in a case of its own answers the placement")
    func related() throws {
        let placement = Told.m20("2026-06-01T09:00:00+02:00", placed: "2026-06-01")
        let request = Told.m14("2026-06-03T09:00:00+02:00", placed: "2026-06-01")
        let watched = WatchedCase([placement], related: [request])
        let found = try #require(
            CaseDeadlines.all(in: watched, under: .statutory, at: Told.at("2026-07-01T00:00:00Z")).first {
                $0.kind == .begaranHalsoundersokning
            })
        #expect(DeadlineCase.text(found.status) == "met m14")
    }

    @Test("Nobody over 20 is sent to a health examination")
    func adult() {
        let placement = Told.m20("2026-06-01T09:00:00+02:00", placed: "2026-06-01").facts { $0.isUnder21 = false }
        let all = CaseDeadlines.all(in: WatchedCase([placement]), under: .statutory, at: Told.at("2026-07-01T00:00:00Z"))
        #expect(all.map(\.kind) == [.verksamhetskvittens])
    }

    @Test("Entry by agreement rests on 4 kap. 5 § and is not statutory; the call stays with the law")
    func basis() throws {
        let weekdays = EntryCases.agreement { $0.dayKind = .weekdays }
        let all = CaseDeadlines.all(in: WatchedCase([PaymentCases.ready]), under: weekdays, at: PaymentCases.ready.event.sent)
        let entry = try #require(all.first { $0.kind == .betalningsansvar })
        #expect(!entry.isStatutory)
        #expect(entry.basis.sv == "Lag (2017:612) 4 kap. 5 §, överenskommelse")
        let call = try #require(all.first { $0.kind == .kallelseTillSip })
        #expect(call.isStatutory)
        #expect(InstantText.text(call.due.instant) == "2026-09-22T00:00:00+02:00")
    }

    @Test("A call whose last day is no working day carries the doubt of lag (1930:173)")
    func dayOff() throws {
        func note(_ sent: String) -> String? {
            CaseDeadlines.all(in: WatchedCase([.m05(sent)]), under: .statutory, at: Told.at(sent)).first { $0.kind == .kallelseTillSip }?
                .note?.sv
        }
        #expect(try #require(note("2026-09-17T09:00:00+02:00")).contains("1930:173"))
        #expect(try !#require(note("2026-09-18T09:00:00+02:00")).contains("1930:173"))
    }

    @Test("The entry of liability counts from what told the payer, and is none when nothing did")
    func payer() throws {
        let other = PaymentCases.ready.with { $0.receivers = [CaseEvent.Unit(ToldBy.socialtjanst)] }
        let fixed = Told.m05("2026-09-19T09:00:00+02:00", id: "fix").replacing("m05")
        func entry(_ told: [Told]) -> Deadline? {
            CaseDeadlines.all(in: WatchedCase(told), under: .statutory, payer: .told(), at: Told.at("2026-09-20T00:00:00Z")).first {
                $0.kind == .betalningsansvar
            }
        }
        #expect(entry([PaymentCases.admitted, other]) == nil)
        #expect(try #require(entry([PaymentCases.admitted, other, fixed])).due == .startOf(Told.day("2026-09-22")))
        #expect(try #require(entry([PaymentCases.admitted, PaymentCases.ready])).due == .startOf(Told.day("2026-09-21")))
    }

    @Test(
        "A refusal or a misdirection answers for a receiver but does not keep the limit",
        arguments: [Kvittens.Outcome.refused, .misdirected])
    func refusedReceipt(_ result: Kvittens.Outcome) throws {
        let seen = Told.m23("2026-09-18T10:00:00+02:00", by: ToldBy.payer, of: "m05")
        let refused = Told.m23("2026-09-18T10:30:00+02:00", by: ToldBy.socialtjanst, of: "m05", result)
        func receipt(_ told: [Told]) throws -> Deadline {
            let all = CaseDeadlines.all(in: WatchedCase(told), under: .statutory, at: Told.at("2026-09-19T00:00:00Z"))
            return try #require(all.first { $0.kind == .verksamhetskvittens })
        }
        let whole = try receipt([PaymentCases.ready, seen, refused])
        #expect(DeadlineCase.text(whole.status) == "stopped \(refused.event.messageID)")
        #expect(whole.note != nil)
        let half = try receipt([PaymentCases.ready, refused])
        #expect(half.status == .missed && half.awaiting == [Checking.otherKommun])
    }

    @Test("A case is watched as its fold judges it: what has no effect starts and answers nothing")
    func fold() throws {
        let admitted = Told.m01("2026-09-14T12:00:00+02:00", admitted: "2026-09-14T10:00:00+02:00")
        let stranger = Told(.avslutVardtillfalle, "x13", "2026-09-15T10:00:00+02:00").about("m05").facts {
            $0.left = Told.at("2026-09-15T10:00:00+02:00")
        }
        let state = Case(id: "case", events: [admitted, PaymentCases.ready, stranger, PaymentCases.call].map(\.event))
        #expect(state.entries.filter { !$0.isInForce }.map(\.event.messageID) == ["x13"])
        let payment = try #require(
            PaymentState(of: WatchedCase(state), payer: .told(), under: .statutory, at: Told.at("2026-09-25T08:00:00+02:00")))
        #expect(PaymentCase.text(payment.verdict) == "from 2026-09-21 4 d so far")
    }

    @Test(
        "Rule and deadline agree on whose discharge asks for information",
        arguments: [("UTSKRIVEN", 1), ("AVLIDEN", 0), ("FLYTTAD", 0), ("AVBRUTEN", 0), ("AVVIKEN", 0)])
    func information(_ kind: String, _ count: Int) {
        let told = [Told.m13("2026-09-24T14:00:00+02:00", left: "2026-09-24T13:30:00+02:00", kind)]
        let all = CaseDeadlines.all(in: WatchedCase(told), under: .statutory, at: Told.at("2026-09-26T00:00:00Z"))
        #expect(all.filter { $0.kind == .utskrivningsinformation }.count == count)
    }

    @Test("The note of the call says that not counting the day of sending is a reading, and who called")
    func callNote() throws {
        func note(_ told: [Told]) throws -> String {
            let all = CaseDeadlines.all(in: WatchedCase(told), under: .statutory, at: Told.at("2026-09-19T00:00:00Z"))
            return try #require(all.first { $0.kind == .kallelseTillSip }?.note?.sv)
        }
        #expect(try note([PaymentCases.ready]).contains("läsning, inte lagtext"))
        let other = Told.m08("2026-09-18T10:00:00+02:00", by: ToldBy.openCare)
        #expect(try note([PaymentCases.ready, other]).contains("den fasta vårdkontakten"))
    }

    @Test("Every kind says what it is and on what it rests, in both languages", arguments: DeadlineKind.allCases)
    func texts(_ kind: DeadlineKind) {
        #expect(!kind.title.sv.isEmpty && kind.title.sv != kind.title.en)
        #expect(kind.basis.sv.hasPrefix("Lag (2017:612)") == kind.isStatutory)
        #expect(kind.isStatutory || kind.basis.sv == "Slussens egen gräns")
    }

    /// The stay of the examples: a withdrawn and renewed notice, a call, answers, receipts.
    static let story: [Told] = [
        PaymentCases.admitted, .m07("2026-09-17T15:00:00+02:00", .yes), PaymentCases.ready, .m06("2026-09-18T15:30:00+02:00"),
        .m05("2026-09-18T16:00:00+02:00", id: "new"),
        .m08("2026-09-21T10:00:00+02:00", of: "new", meeting: "2026-09-24T14:00:00+02:00"),
        .m09("2026-09-21T14:00:00+02:00", by: ToldBy.socialtjanst), .m23("2026-09-18T10:00:00+02:00", by: ToldBy.payer, of: "m05"),
        .m12("2026-09-25T11:00:00+02:00", left: "2026-09-25T10:30:00+02:00"),
        .m13("2026-09-25T13:30:00+02:00", left: "2026-09-25T10:30:00+02:00"),
        .m08("2026-09-21T12:00:00+02:00", of: "new", meeting: "2026-09-24T15:00:00+02:00", id: "moved").replacing("m08"),
    ]
}
