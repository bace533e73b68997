import AS4
import CareMessages
import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

/// A remiss (M17) from the kommun to the region and what the region answers (M18), through every step but the network.
@Suite("Two-Way exchanges")
struct TwoWayExchangeTests {
    private let kommun: TestSide
    private let region: TestSide
    private let remiss = ExampleMessage(
        .remiss, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased())

    init() throws {
        (kommun, region) = (try Self.side(.kommun, mep: "two-way"), try Self.side(.region, mep: "two-way"))
    }

    private static func side(_ organisation: TestOrganisation, mep: String?) throws -> TestSide {
        try TestSide(organisation) { writer in
            for index in writer.partners.indices {
                writer.partners[index].mep = mep
                writer.partners[index].send += ["M18", "M19"]
                writer.partners[index].receive += ["M18", "M19"]
            }
        }
    }

    private var confirmation: ExampleMessage {
        var message = ExampleMessage(
            .remissbekraftelse, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: remiss.caseID)
        message.refersTo = remiss.messageID
        return message
    }

    private func queue(_ message: ExampleMessage, at side: TestSide) throws -> MessageID {
        let submission = try side.outbound.submit(message.bytes)
        return try #require(submission.copies.first?.id, "\(submission.findings.map { "\($0.rule) \($0.place)" })")
    }

    private func stored(_ request: AS4Entity, from partner: String, at side: TestSide) throws -> MessageID? {
        let answer = side.inbound.receive(StreamedEntity(request), from: partner)
        guard case .stored(let id, _) = answer.event else {
            Issue.record("\(answer.event)")
            return nil
        }
        return id
    }

    /// The remiss on its way: its request, our id at the kommun and that at the region.
    private func asked(_ change: (inout UserMessage) -> Void = { _ in }) throws -> (sent: MessageID, received: MessageID) {
        let sent = try queue(remiss, at: kommun)
        let request = try kommun.prepared(sent).request.whole
        let body = try kommun.spools.outbound.body(of: sent, in: .inflight)
        let changed = try kommun.repacked(request, payload: body, change)
        return (sent, try #require(try stored(changed, from: "kommun", at: region)))
    }

    private func header(_ prepared: PreparedDelivery, at side: TestSide, from partner: String) throws -> UserMessage {
        guard
            case .user(let received) = try VerifyReceived(parts: side.parts, scratch: MemoryScratch())
                .run(prepared.request, from: partner, at: Date())
        else { throw SupportFailure("no user message") }
        return received.userMessage
    }

    @Test("An answer names what it answers, in exchanged roles and in its conversation, and each side's record shows it")
    func answer() throws {
        let (sent, received) = try asked { $0.conversationID = "another-than-ours" }
        let reply = try queue(confirmation, at: region)
        let entry = try #require(try region.spools.inbound.entry(received))
        #expect(entry.history.last?.event == .answered && entry.history.last?.reply == "\(reply)")
        let prepared = try region.prepared(reply)
        let message = try header(prepared, at: kommun, from: "region")
        #expect(message.refToMessageID == (try kommun.outboundEntry(sent)?.envelope.attributes[.as4MessageID]))
        #expect(message.conversationID == "another-than-ours")
        #expect(message.from.role == EBMSName.responder && message.to.role == EBMSName.initiator)

        let arrived = try #require(try stored(prepared.request.whole, from: "region", at: kommun))
        let first = try #require(try kommun.outboundEntry(sent))
        #expect(first.history.filter { $0.event == .answered }.map(\.reply) == ["\(arrived)"])
        #expect(first.state == .inflight && first.currentAttempt == 1, "the answer came before the receipt")
        let answer = try #require(try kommun.spools.inbound.entry(arrived))
        #expect(answer.envelope.attributes[.answers] == "\(sent)" && answer.lastCode == nil)
        let report = MessageReport(answer, direction: "inbound", files: [])
        #expect(report.answers == "\(sent)" && report.as4RefToMessageID == message.refToMessageID)
    }

    @Test("An answer that comes or is submitted twice is noted once; a note that a crash prevented is made then")
    func twice() throws {
        let (sent, received) = try asked()
        let message = confirmation
        let reply = try queue(message, at: region)
        #expect(try queue(message, at: region) == reply)
        let request = try region.prepared(reply).request
        let arrived = try #require(try stored(request.whole, from: "region", at: kommun))
        guard case .repeated(arrived) = kommun.inbound.receive(request, from: "region").event else {
            Issue.record("not known again")
            return
        }
        for history in [try kommun.outboundEntry(sent)?.history, try region.spools.inbound.entry(received)?.history] {
            #expect(history?.count { $0.event == .answered } == 1)
        }
        // As a crash between answer and note leaves it: the note is missing, the answer is not.
        let twin = try TwoWayExchangeTests()
        let (other, _) = try twin.asked()
        var envelope = Envelope(id: twin.kommun.spools.newID(at: Date()), createdAt: Date(), type: "M18", partner: "region")
        envelope.attributes[.answers] = "\(other)"
        let exchange = TwoWayExchange(spools: twin.kommun.spools, ledger: twin.kommun.ledger)
        for _ in 0..<3 { exchange.note(envelope, at: Date()) }
        #expect(try twin.kommun.outboundEntry(other)?.history.count { $0.event == .answered } == 1)
    }

    @Test("A message that answers one not here, or one sent to somebody else, is kept and says so")
    func unknown() throws {
        _ = try asked()
        let reply = try queue(confirmation, at: region)
        let request = try region.prepared(reply).request.whole
        let body = try region.spools.outbound.body(of: reply, in: .inflight)
        let strange = OwnMessageID(businessMessageID: remiss.messageID, receiver: "2120009911", sender: "2120009903").text
        for (number, name) in ["nobody@nowhere.example", strange].enumerated() {
            let side = try Self.side(.kommun, mep: "two-way")
            _ = try side.outbound.submit(remiss.bytes)
            let renamed = try region.repacked(request, payload: body) { $0.refToMessageID = name }
            let arrived = try #require(try stored(renamed, from: "region", at: side), "\(number)")
            let entry = try #require(try side.spools.inbound.entry(arrived))
            #expect(entry.lastCode == "R029" && entry.envelope.attributes[.answers] == nil)
            #expect(entry.envelope.attributes[.as4RefToMessageID] == name)
            for id in try side.spools.outbound.list(.ready) {
                #expect(try side.outboundEntry(id)?.history.contains { $0.event == .answered } == false)
            }
        }
    }

    @Test("Without a two-way agreement an answer stands alone, and one in exchanged roles is refused")
    func oneWay() throws {
        let plain = try Self.side(.region, mep: nil)
        let request = try kommun.prepared(try queue(remiss, at: kommun)).request.whole
        for side in [plain, region] { _ = try stored(request, from: "kommun", at: side) }
        let message = try header(try plain.prepared(try queue(confirmation, at: plain)), at: kommun, from: "region")
        #expect(message.refToMessageID == nil && message.from.role == EBMSName.initiator)

        let other = try Self.side(.kommun, mep: "one-way")
        let answer = other.inbound.receive(try region.prepared(try queue(confirmation, at: region)).request, from: "region")
        guard case .refused("EBMS:0010", "A071", _) = answer.event else {
            Issue.record("\(answer.event)")
            return
        }
        #expect(try TestSide.count(other.spools.inbound) == 0)
    }

    @Test("Exchanged roles without the name of what is answered are no second leg")
    func noReference() throws {
        _ = try asked()
        let reply = try queue(confirmation, at: region)
        let request = try region.prepared(reply).request.whole
        let body = try region.spools.outbound.body(of: reply, in: .inflight)
        let bare = try region.repacked(request, payload: body) { $0.refToMessageID = nil }
        guard case .refused("EBMS:0010", "A071", _) = kommun.inbound.receive(StreamedEntity(bare), from: "region").event else {
            Issue.record("taken")
            return
        }
    }

    @Test("The MessageId of a message of ours leads back to it, and nothing else does")
    func names() {
        let name = OwnMessageID(businessMessageID: "5b0c.7f4e", receiver: "2120009903", sender: "2321009900")
        #expect(name.text == "5b0c.7f4e.2120009903@2321009900.sluss" && OwnMessageID(name.text) == name)
        for text in ["", "@", "a@b.sluss", "a.b@c", "a.b@c.sluss@d.sluss", "a.b@c.slus"] { #expect(OwnMessageID(text) == nil, "\(text)") }
    }
}
