import AS4
import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("The age of a message")
struct AcceptedAgeTests {
    private static let day = 86_400.0
    /// 60 days and 60 more, less eight for the clock and five minutes for the sender's.
    private static let oldest = 112 * day - 300

    /// Seconds since it was sent, and the outcome.
    private static let ages: [(Double, String)] = [
        (0, "taken"), (40 * day, "taken"), (oldest - 60, "taken"), (oldest + 60, "EBMS:0003 R020"), (4_000 * day, "EBMS:0003 R020"),
        (-240, "taken"), (-360, "later R021"), (-400 * day, "later R021"),
    ]

    private let region: TestSide
    private let kommun: TestSide

    init() throws {
        region = try TestSide()
        kommun = try TestSide(.kommun) { $0.appendix = "retention: { done: 60d }" }
    }

    /// A delivery whose header says that it was sent so many seconds ago.
    private func delivery(sent ago: Double) throws -> PreparedDelivery {
        try region.delivery(unchecked: try region.signed(Notice().bytes), sent: Date(timeIntervalSinceNow: -ago))
    }

    /// `taken`, or the codes.
    private func word(_ request: AS4Entity, by side: TestSide? = nil, at time: Date = Date()) -> String {
        switch (side ?? kommun).inbound.receive(request, from: "region", at: time).event {
        case .refused(let ebms, let code, _): "\(ebms) \(code)"
        case .stored, .repeated, .tested: "taken"
        case .unavailable(let code): "later \(code)"
        case .signal: "?"
        }
    }

    @Test(
        "A message is taken while the record of it would still be there, and refused when it is older or ahead of our clock",
        arguments: ages)
    func limits(_ ago: Double, _ expected: String) throws {
        #expect(word(try delivery(sent: ago).request.whole) == expected)
        #expect(try TestSide.count(kommun.spools.inbound) == (expected == "taken" ? 1 : 0))
    }

    @Test("Where records are kept for good, no message is too old; where the configuration says less, that counts")
    func configured() throws {
        let request = try delivery(sent: 30 * Self.day).request.whole
        #expect(word(request, by: try TestSide(.kommun)) == "taken")
        let strict = try TestSide(.kommun) { side in
            let lists = "crls: [\(side.certificates.revocationList(.as4))], require_crl: yes"
            side.revocation[.as4] = lists + ", maximum_age: 29d, clock_skew: 1h"
        }
        #expect(word(request, by: strict) == "EBMS:0003 R020")
        #expect(word(try delivery(sent: -3_000).request.whole, by: strict) == "taken")
    }

    @Test("A message that was taken gets its receipt however late its sender asks for it")
    func repeated() throws {
        let request = try delivery(sent: 0).request.whole
        let first = kommun.inbound.receive(request, from: "region")
        let again = kommun.inbound.receive(request, from: "region", at: Date(timeIntervalSinceNow: Self.oldest + Self.day))
        #expect(again.entity == first.entity && again.status == 200)
    }

    @Test("What was captured is refused when message and record have gone")
    func replay() throws {
        let request = try delivery(sent: 0).request.whole
        #expect(word(request) == "taken")
        let id = try #require(try kommun.spools.inbound.list(.ready).first)
        #expect(try kommun.spools.inbound.claim(id, from: .ready))
        try kommun.spools.inbound.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Date(), event: .handedOver))
        let policy = try #require(RetentionPolicy(kommun.parts.configuration))
        for days in [61.0, 121] { _ = try kommun.spools.inbound.purge(policy, now: Date(timeIntervalSinceNow: days * Self.day)) }
        let seen = kommun.parts.configuration.paths.spool + "/inbound/seen"
        #expect(try FileManager.default.contentsOfDirectory(atPath: seen).isEmpty)
        let fresh = InboundPipeline(kommun.parts, spools: kommun.spools, ledger: try kommun.spools.ledger())
        // Its certificates are long over by then as well: what is asked here is the age alone, with the record gone.
        guard case .stored = fresh.receive(request, from: "region").event else {
            Issue.record("without a record it would be taken as new")
            return
        }
        let message = try #require(try verified(request))
        #expect(throws: EBMSError.self) {
            try AcceptedAge(kommun.parts.configuration).check(message, at: Date(timeIntervalSinceNow: 121 * Self.day))
        }
    }

    private func verified(_ request: AS4Entity) throws -> UserMessage? {
        let verify = VerifyReceived(parts: kommun.parts, scratch: kommun.spools.scratch)
        guard case .user(let message) = try verify.run(StreamedEntity(request), from: "region", at: Date()) else { return nil }
        return message.userMessage
    }

    @Test("The sender gives an outdated message up with the reason, since the same bytes would be refused again")
    func sender() throws {
        let prepared = try delivery(sent: Self.oldest + 60)
        let verdict = JudgeAnswer(parts: region.parts).run(kommun.answer(prepared.request), to: prepared, at: Date())
        guard case .refused(let fault, let isPermanent) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(isPermanent && fault.code == "EBMS:0003" && fault.reason == "R020")
    }

    @Test("Where the clocks differ the sender keeps its message and comes again: whose clock is wrong nobody knows")
    func clocks() throws {
        let prepared = try delivery(sent: -600)
        let verdict = JudgeAnswer(parts: region.parts).run(kommun.answer(prepared.request), to: prepared, at: Date())
        guard case .refused(let fault, let isPermanent) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(!isPermanent && fault.reason == "R021")
        #expect(kommun.inbound.receive(prepared.request.whole, from: "region", at: Date(timeIntervalSinceNow: 600)).status == 200)
    }

    @Test("A test message shows that the clocks differ")
    func testMessage() throws {
        let prepared = try region.prepared(try region.queue())
        let ping = try PartnerPing(parts: region.parts, partner: prepared.partner).request(at: Date(timeIntervalSinceNow: 600))
        #expect(word(AS4Entity(contentType: ping.contentType, body: try ping.body.bytes())) == "later R021")
    }
}
