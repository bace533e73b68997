import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("What a peer posts, message or signal")
struct PostedSignalTests {
    let sides: Sides
    let writer: SignalWriter
    let packed: OutboundPackager.Packed

    init() throws {
        sides = try Sides.shared.get()
        writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
        packed = try Sample.packaged(sides)
    }

    private func receive(_ entity: AS4Entity, signals: SignerPolicy?) throws(EBMSError) -> InboundMessage {
        let peer = PeerPolicies(signals: signals) { [sides] _ in sides.policy }
        return try InboundUnpackager().receive(StreamedEntity(entity), scratch: MemoryScratch(), now: sides.now, from: peer)
    }

    private func signal(_ entity: AS4Entity, signals: SignerPolicy?) throws -> PostedSignal? {
        guard case .signal(let signal) = try receive(entity, signals: signals) else { return nil }
        return signal
    }

    @Test("A user message is judged as ever")
    func message() throws {
        guard case .user(let received) = try receive(packed.entity, signals: nil) else {
            Issue.record("not a user message")
            return
        }
        #expect(try received.contents() == [Sample.payload])
        let tampered = try packed.entity.replacing(">0007:2120009903<", with: ">0007:2120009911<")
        #expect(Verdict { try receive(tampered, signals: nil) } == Verdict(code: "A058", ebms: "EBMS:0101"))
    }

    @Test("A receipt and an error are read; they are trusted only when the one at the other end signed them")
    func signals() throws {
        guard case .user(let received) = try receive(packed.entity, signals: nil) else { return }
        let receipt = try writer.receipt(for: received, messageID: "r@k.example", now: sides.now)
        var error = EBMSError(.partyID)
        error.refToMessageID = packed.sent.messageID
        let errors = try writer.error(error, messageID: "e@k.example", now: sides.now)
        for (entity, id, codes) in [(receipt, "r@k.example", []), (errors, "e@k.example", ["EBMS:0009"])] {
            let trusted = try #require(try signal(entity, signals: sides.kommun.signerPolicy))
            #expect(trusted.isTrusted && trusted.messageID == id && trusted.refToMessageID == packed.sent.messageID)
            #expect(trusted.errors.map(\.code) == codes)
            for policy in [nil, sides.neighbour.signerPolicy] {
                #expect(try signal(entity, signals: policy)?.isTrusted == false)
            }
            let unsigned = try entity.cutting(from: "<ds:Signature ", through: "</ds:Signature>")
            #expect(try signal(unsigned, signals: sides.kommun.signerPolicy)?.isTrusted == false)
        }
    }

    @Test("A signal beside a message, with a part, or of an unknown kind is refused")
    func refused() throws {
        let both = try packed.entity.replacing("</eb:UserMessage>", with: "</eb:UserMessage><eb:SignalMessage/>")
        #expect(Verdict { try receive(both, signals: nil) } == Verdict(code: "A022", ebms: "EBMS:0009"))
        let error = try writer.error(EBMSError(.partyID), messageID: "e@k.example", now: sides.now)
        let part = MultipartWriter.Part(contentID: "x", contentType: "text/plain", content: MemorySource([1]))
        let withPart = try MultipartWriter.entity(envelope: error.body, parts: [part])
        #expect(Verdict { try receive(withPart, signals: nil) } == Verdict(code: "A040", ebms: "EBMS:0007"))
        let pull = try error.replacing(try error.span(from: "<eb:Error ", through: "</eb:Error>"), with: "<eb:PullRequest mpc=\"x\"/>")
        #expect(Verdict { try receive(pull, signals: nil) } == Verdict(code: "A085", ebms: "EBMS:0008"))
    }

    @Test("A test message gets its receipt, carries no content, and is told apart from what is to be delivered")
    func ping() throws {
        let agreement = sides.policy.agreements[0]
        let ping = UserMessage(testing: agreement, messageID: "ping@region.example.se", timestamp: sides.now)
        let packager = try OutboundPackager(
            key: sides.region.key, certificate: sides.region.certificate, encryptingFor: sides.kommun.certificate)
        let sent = try packager.pack(ping, payloads: [])
        #expect(sent.entity.contentType.hasPrefix("application/soap+xml"))
        var policy = sides.policy
        policy.agreements[0].encryption = .required
        let received = try InboundUnpackager().unpack(sent.entity, now: sides.now) { _ in policy }
        #expect(received.isTest && received.payloads.isEmpty && received.agreement.name == agreement.name)
        let receipt = try writer.receipt(for: received, messageID: "r@k.example", now: sides.now)
        let outcome = try SignalReader().read(receipt, sent: sent.sent, policy: sides.kommun.signerPolicy, now: sides.now)
        guard case .receipt = outcome else {
            Issue.record("no receipt: \(outcome)")
            return
        }
        #expect(try !InboundUnpackager().unpack(packed.entity, now: sides.now) { _ in sides.policy }.isTest)
        var other = ping
        other.agreementRef = "urn:other"
        let refused = try packager.pack(other, payloads: []).entity
        #expect(Verdict { try InboundUnpackager().unpack(refused, now: sides.now) { _ in policy } }.code == "A071")
        let unsigned = try sent.entity.cutting(from: "<ds:Signature ", through: "</ds:Signature>")
        #expect(Verdict { try InboundUnpackager().unpack(unsigned, now: sides.now) { _ in policy } }.code == "A051")
    }
}
