import CareMessages
import Documents
import Foundation
import Testing

@Suite("Examples made fresh")
struct ExampleMessageTests {
    static let ids = ("0a0a0a0a-0000-4000-8000-000000000001", "0b0b0b0b-0000-4000-8000-000000000002")

    /// Winter, summer, the nights when clocks change, the turn of the year, a leap day.
    static let instants = [
        "2026-01-15T12:00:00Z", "2026-07-01T22:30:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z",
        "2026-12-31T23:30:00Z", "2028-02-29T08:00:00Z", "2028-04-06T06:06:06.5Z",
    ]

    @Test("A fresh example is accepted at any time without a finding", arguments: MessageType.allCases, instants)
    func accepted(_ type: MessageType, _ instant: String) throws {
        let sent = try #require(InstantText.parse(instant))
        let example = ExampleMessage(type, sent: sent, messageID: Self.ids.0, caseID: Self.ids.1)
        var context = RuleContext(now: sent)
        context.receivedAt = sent.addingTimeInterval(2)
        let outcome = try Checking.outcome(example.xml, context)
        #expect(outcome.findings.isEmpty)
        let message = try #require(outcome.message)
        #expect(message.envelope.messageID == Self.ids.0)
        #expect(message.envelope.caseID == Self.ids.1)
        #expect(abs(message.envelope.sent.timeIntervalSince(sent)) < 1)
        #expect((message.patient?.birthDate.year ?? 0) <= 2012)
    }

    @Test("Times keep their distance to the sending")
    func distances() throws {
        let sent = try #require(InstantText.parse("2027-02-01T10:20:00+01:00"))
        let outcome = try Checking.outcome(
            ExampleMessage(.inskrivningsmeddelande, sent: sent, messageID: Self.ids.0, caseID: Self.ids.1).xml, RuleContext(now: sent))
        let notice = try #require(outcome.message?.inskrivningsmeddelande)
        #expect(sent.timeIntervalSince(notice.admitted) == 8_100)
        #expect(notice.expectedDischarge.day == CalendarDay("2027-02-08"))
    }

    @Test("Other parties and another reference take the place of the example's")
    func parties() throws {
        let sent = Checking.sent(.utskrivningsklar)
        var example = ExampleMessage(.utskrivningsklar, sent: sent, messageID: Self.ids.0, caseID: Self.ids.1)
        example.refersTo = Self.ids.1
        var kommun = Party(
            organisationsnummer: Checking.kommun, principal: .municipality("0382"), address: .functional("a&b<c>.example"),
            role: .kommunalHSL)
        kommun.organisationName = "Prov & Co"
        kommun.isProtectedMailbox = true
        example.receivers = [kommun]
        example.sender = Party(
            organisationsnummer: Checking.region, principal: .region("03"), address: .hsaID("SE2321009900-X1"), role: .slutenVard)
        let outcome = try Checking.outcome(example.xml, RuleContext(now: sent))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.message?.envelope.receivers == [kommun])
        #expect(outcome.message?.envelope.refersTo == Self.ids.1)
        #expect(outcome.message?.envelope.sender.address == .hsaID("SE2321009900-X1"))
    }

    @Test("A new sender of a referral is also where the answer goes")
    func replyAddress() throws {
        var example = ExampleMessage(.remiss, sent: Checking.sent(.remiss), messageID: Self.ids.0, caseID: Self.ids.1)
        example.sender = Party(
            organisationsnummer: Checking.otherKommun, principal: .municipality("0382"), address: .hsaID("SE2120009911-X1"),
            role: .socialtjanst)
        let outcome = try Checking.outcome(example.xml, RuleContext(now: example.sent))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.message?.envelope.replyTo?.organisationsnummer == Checking.otherKommun)
    }
}
