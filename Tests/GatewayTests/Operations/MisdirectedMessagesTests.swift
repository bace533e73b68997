import CareMessages
import Documents
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Misdirected messages")
struct MisdirectedMessagesTests {
    private let region: TestSide
    private let kommun: TestSide
    private let step: MisdirectedMessages
    private let received: MessageID
    private let notice: Notice

    private static let book = """
        address_book:
          - { organisation: provkommun, organisationsnummer: "2120009911", code: "0382", role: SOCIALTJANST, address: a@provkommun }
          - { organisation: tredje, organisationsnummer: "2120009929", code: "0305", role: SOCIALTJANST, address: a@tredje }
          - { organisation: tredje, organisationsnummer: "2120009929", code: "0305", role: TANDVARD, address: t@tredje }
          - { organisation: fjarde, organisationsnummer: "2021009903", role: SOCIALTJANST, address: a@fjarde, protected: yes }
          - { organisation: fjarde, organisationsnummer: "2021009903", role: SOCIALTJANST, address: b@fjarde }
        """

    init() throws { try self.init(protected: false) }

    private init(protected: Bool) throws {
        region = try TestSide()
        kommun = try TestSide(.kommun) {
            $0.partners[0].send += ["M23"]
            $0.appendix = Self.book
        }
        notice = Notice()
        let id = try #require(try region.outbound.submit(protected ? notice.protectedBytes : notice.bytes, by: "anna").copies.first?.id)
        if protected {
            let actions = QueueActions(spools: region.spools, audit: AuditTrail(path: region.parts.configuration.paths.audit), person: "bo")
            _ = try actions.perform(.release, on: id, reason: "r")
        }
        _ = kommun.inbound.receive(try region.prepared(id).request, from: "region")
        received = try #require(try kommun.spools.inbound.list(.ready).first)
        step = MisdirectedMessages(
            parts: kommun.parts, spools: kommun.spools, ledger: kommun.ledger,
            audit: AuditTrail(path: kommun.parts.configuration.paths.audit))
    }

    private var audit: String {
        String(decoding: (try? Data(contentsOf: URL(filePath: kommun.parts.configuration.paths.audit))) ?? Data(), as: UTF8.self)
    }

    /// The receipt as it lies in the spool, after it was taken by the region.
    private func receipt(_ outcome: MisdirectedMessages.Outcome?) throws -> (text: String, entry: CaseEntry) {
        let copy = try #require(outcome?.submission.copies.first, "\(outcome?.submission.findings.map(\.rule) ?? [])")
        let text = String(decoding: try kommun.spools.outbound.body(of: copy.id, in: .ready), as: UTF8.self)
        let answer = region.answer(try kommun.prepared(copy.id).request, from: "kommun")
        #expect(answer.status == 200 && answer.text.contains("Receipt"), "\(answer.text)")
        let state = Case(id: notice.caseID, events: region.ledger.events(inCase: notice.caseID))
        return (text, try #require(state.entries.first { $0.event.messageID == notice.messageID }))
    }

    @Test("One that came wrong is told to its sender without patient data, and the sender's case shows it")
    func givenBack() throws {
        let outcome = try step.tell(.giveBack, about: received, reason: "inte vårt barn")
        let (text, entry) = try receipt(outcome)
        #expect(text.contains(">FELSAND<") && text.contains(notice.messageID) && !text.contains("VidaresandTill"))
        for word in ["Tilda", "20120315", "inte vårt barn", ">0382<"] { #expect(!text.contains(word)) }
        #expect(entry.feedback.map(\.outcome) == [.misdirected] && entry.feedback.first?.unit.organisationsnummer == "2120009903")
        #expect(outcome?.judgement.verdict == .ours, "the person decides; what is known is told")
        #expect(audit.contains("return") && audit.contains("barn") && audit.contains("done"), "\(audit)")
        let refusal = #expect(throws: Refusal.self) { try step.tell(.giveBack, about: received, reason: "igen") }
        #expect(refusal?.is(GatewayCode.alreadyAnswered) == true)
    }

    @Test("One that was passed on names the unit that has it", arguments: ["2120009929", "0305", "a@tredje"])
    func passedOn(_ name: String) throws {
        let outcome = try step.tell(.passOn(to: name), about: received, reason: "tel. 14.20")
        let (text, entry) = try receipt(outcome)
        #expect(text.contains(">VIDARESAND<") && text.contains("a@tredje"))
        #expect(entry.feedback.map(\.forwardedTo) == ["2120009929"])
        #expect(audit.contains("\"act\":\"forward\""))
    }

    @Test("For a protected person the receipt says where to nobody, and only a protected mailbox will do")
    func protected() throws {
        let own = try MisdirectedMessagesTests(protected: true)
        let refusal = #expect(throws: Refusal.self) { try own.step.tell(.passOn(to: "0305"), about: own.received, reason: "r") }
        #expect(refusal?.is(RoutingCode.protectedMailboxMissing) == true)
        let outcome = try own.step.tell(.passOn(to: "2021009903"), about: own.received, reason: "r")
        #expect(outcome?.passedOnTo?.address == "a@fjarde")
        let (text, entry) = try own.receipt(outcome)
        #expect(text.contains(">VIDARESAND<") && !text.contains("fjarde") && !text.contains("2021009903"))
        #expect(entry.feedback.map(\.outcome) == [.forwarded] && entry.feedback.first?.forwardedTo == nil)
    }

    struct No: Sendable {
        let name: String
        let code: RoutingCode
    }

    @Test(
        "Nowhere that is unknown, ambiguous, or has the message already",
        arguments: [
            No(name: "9999", code: .addressMissing), No(name: "t@tredje", code: .addressMissing),
            No(name: "2021009903", code: .severalAddresses),
        ])
    func refuses(_ no: No) throws {
        let refusal = #expect(throws: Refusal.self) { try step.tell(.passOn(to: no.name), about: received, reason: "r") }
        #expect(refusal?.is(no.code) == true, "\(String(describing: refusal?.code))")
        #expect(audit.isEmpty, "nothing was begun")
    }

    @Test("Our own messages and receipts are not answered so, and an unknown id is unknown")
    func notAnswerable() throws {
        #expect(try step.tell(.giveBack, about: kommun.spools.newID(at: Date()), reason: "r") == nil)
        let sent = try #require(try step.tell(.giveBack, about: received, reason: "r")?.submission.copies.first?.id)
        #expect((#expect(throws: Refusal.self) { try step.tell(.giveBack, about: sent, reason: "r") })?.is(GatewayCode.notReceived) == true)
        _ = region.inbound.receive(try kommun.prepared(sent).request, from: "kommun")
        let back = MisdirectedMessages(
            parts: region.parts, spools: region.spools, ledger: region.ledger,
            audit: AuditTrail(path: region.parts.configuration.paths.audit))
        let receipt = try #require(try region.spools.inbound.list(.ready).first)
        #expect(
            (#expect(throws: Refusal.self) { try back.tell(.giveBack, about: receipt, reason: "r") })?.is(GatewayCode.notAnswerable) == true
        )
    }

    @Test("Without an agreement for receipts the answer is refused, says so, and is on record")
    func noAgreement() throws {
        let parts = try kommun.parts { $0.appendix = Self.book }
        let other = MisdirectedMessages(
            parts: parts, spools: kommun.spools, ledger: kommun.ledger, audit: AuditTrail(path: parts.configuration.paths.audit))
        let outcome = try other.tell(.giveBack, about: received, reason: "r")
        #expect(outcome?.submission.isAccepted == false && outcome?.submission.findings.map(\.rule).contains("R002") == true)
        #expect(audit.contains("\"outcome\":\"failed\""))
    }
}
