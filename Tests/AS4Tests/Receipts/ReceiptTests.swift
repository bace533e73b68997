import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("Receipts and errors")
struct ReceiptTests {
    let sides: Sides
    let sent: SentMessage
    let received: ReceivedUserMessage
    let writer: SignalWriter

    init() throws {
        let sides = try Sides.shared.get()
        let packed = try Sample.packaged(sides)
        self.sides = sides
        sent = packed.sent
        received = try InboundUnpackager().unpack(packed.entity, now: sides.now) { _ in sides.policy }
        writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
    }

    private func read(_ entity: AS4Entity, policy: SignerPolicy? = nil) throws(EBMSError) -> SignalOutcome {
        try SignalReader().read(entity, sent: sent, policy: policy ?? sides.kommun.signerPolicy, now: sides.now)
    }

    private func receipt() throws -> AS4Entity { try writer.receipt(for: received, messageID: "r@kommun.example.se", now: sides.now) }

    @Test(
        "Any change to a receipt, or a signer that is not the partner, is EBMS:0302",
        arguments: [
            ("digest in the proof", "A058"), ("signature removed", "A051"), ("other signer", "T006"), ("body emptied of its Id", "A056"),
        ])
    func changed(_ change: String, _ code: String) throws {
        var entity = try receipt()
        var policy = sides.kommun.signerPolicy
        switch change {
        case "digest in the proof":
            let value = try entity.span(from: "<ds:DigestValue>", through: "</ds:DigestValue>")
            entity = try entity.replacing(
                value, with: "<ds:DigestValue>\(Base64.encode([UInt8](repeating: 7, count: 32)))</ds:DigestValue>")
        case "signature removed":
            entity = try entity.cutting(from: "<ds:Signature ", through: "</ds:Signature>")
        case "other signer":
            policy = sides.neighbour.signerPolicy
        default:
            entity = try entity.replacing("wsu:Id=\"b-", with: "wsu:Id=\"c-")
        }
        let found = Verdict { try read(entity, policy: policy) }
        #expect(found == Verdict(code: change.hasPrefix("body") ? "A055" : code, ebms: "EBMS:0302"))
    }

    @Test("References match as a multiset: order does not count, number does")
    func multiset() throws {
        let references = sent.references
        func verdict(_ received: [SignedReference]) -> String {
            Verdict { try ReceiptMatcher.match(received, references, at: .unknown) }.code
        }
        #expect(verdict(references.reversed()) == "accepted")
        #expect(verdict(references + [references[0]]) == "A083" && verdict(Array(references.dropLast())) == "A083" && verdict([]) == "A083")
        var other = references
        other[0].digest[0] ^= 1
        #expect(verdict(other) == "A083")
        other = references
        other[0].uri += "x"
        #expect(verdict(other) == "A083")
        #expect(verdict([references[0], references[0], references[1]]) == "A083")
    }

    @Test("A receipt is the same bytes for the same id and time")
    func deterministic() throws {
        #expect(try receipt() == receipt())
    }

    @Test(
        "Each error of the catalogue reaches the sender, trusted, with our code and place and without content", arguments: EBMSCode.allCases
    )
    func errors(_ code: EBMSCode) throws {
        var error = EBMSError(code, Refusal(AS4Code.partyID, at: Place(path: "/S12:Envelope/S12:Header", line: 3), detail: "inside"))
        error.refToMessageID = sent.messageID
        let entity = try writer.error(error, messageID: "e@kommun.example.se", now: sides.now)
        guard case .errors(let errors, let isTrusted) = try read(entity), let reported = errors.first else {
            Issue.record("no error")
            return
        }
        #expect(isTrusted && errors.count == 1 && reported.catalogued == code)
        #expect(reported.isFailure == (code.entry.severity == .failure))
        #expect(reported.shortDescription == code.entry.shortDescription && reported.refToMessageInError == sent.messageID)
        #expect(reported.detail == "A025 at /S12:Envelope/S12:Header line 3" && !reported.saysDuplicate)
        let text = String(decoding: entity.body, as: UTF8.self)
        #expect(text.contains("<S12:Fault>") == (code.entry.severity == .failure) && !text.contains("inside"))
    }

    @Test("An error that is unsigned, signed by another or about another message is a hint, no more")
    func hints() throws {
        var error = EBMSError(.partyID)
        error.refToMessageID = sent.messageID
        let entity = try writer.error(error, messageID: "e@kommun.example.se", now: sides.now)
        func isTrusted(_ entity: AS4Entity, _ policy: SignerPolicy? = nil) throws -> Bool? {
            guard case .errors(_, let isTrusted) = try read(entity, policy: policy) else { return nil }
            return isTrusted
        }
        #expect(try isTrusted(entity) == true)
        #expect(try isTrusted(try entity.cutting(from: "<wsse:Security ", through: "</wsse:Security>")) == false)
        #expect(try isTrusted(entity, sides.neighbour.signerPolicy) == false)
        #expect(try isTrusted(try entity.replacing("InvalidHeader", with: "Other")) == false)
        error.refToMessageID = "0009@region.example.se"
        #expect(try isTrusted(try writer.error(error, messageID: "e@kommun.example.se", now: sides.now)) == false)
        #expect(try isTrusted(try writer.error(EBMSError(.envelope), messageID: "e@kommun.example.se", now: sides.now)) == false)
    }

    @Test(
        "phase4's way to say duplicate is understood",
        arguments: [
            ("EBMS:4001", "DuplicateDetected", true), ("PHASE4_DUPLICATE", "x", true), ("EBMS:0004", "Duplicate message", true),
            ("EBMS:0004", "Other", false), ("EBMS:0101", "duplicate", false), ("EBMS:0202", "DeliveryFailure", false),
        ])
    func duplicate(_ code: String, _ text: String, _ isDuplicate: Bool) throws {
        let entity = try errorEntity("<eb:Error errorCode=\"\(code)\" severity=\"failure\" shortDescription=\"\(text)\"/>")
        guard case .errors(let errors, _) = try read(entity) else {
            Issue.record("no error")
            return
        }
        #expect(errors.map(\.saysDuplicate) == [isDuplicate])
    }

    @Test("A peer's texts are shortened and cannot break a line of log")
    func hostileTexts() throws {
        let long = String(repeating: "x", count: 2000)
        let entity = try errorEntity(
            "<eb:Error errorCode=\"E\u{202E}\" severity=\"failure\"><eb:Description xml:lang=\"en\">a&#10;b\(long)</eb:Description></eb:Error>",
            expected: "A028")
        #expect(entity.body.isEmpty)
        let description = "<eb:Description xml:lang=\"en\">a&#10;b&#x9;\(long)</eb:Description>"
        let sound = try errorEntity("<eb:Error errorCode=\"E:1\" severity=\"failure\">\(description)</eb:Error>")
        guard case .errors(let errors, _) = try read(sound), let text = errors.first?.description else {
            Issue.record("no error")
            return
        }
        #expect(text.count < 200 && !text.contains("\n") && !text.contains("\t"))
    }

    @Test(
        "What is no signal at all is told apart",
        arguments: [
            ("text/html", "<html/>", "A001"), ("application/soap+xml", "<html/>", "A020"), ("application/soap+xml", "", "D007"),
        ])
    func noSignal(_ type: String, _ body: String, _ code: String) {
        let verdict = Verdict { try read(AS4Entity(contentType: type, body: Array(body.utf8))) }
        #expect(verdict.code == code && verdict.ebms != "EBMS:0302")
    }

    /// An unsigned error signal; with `expected`, checks that reading it is refused so and answers an empty entity.
    private func errorEntity(_ markup: String, expected: String? = nil) throws -> AS4Entity {
        let template = try writer.error(EBMSError(.partyID), messageID: "e@kommun.example.se", now: sides.now)
        let old = try template.span(from: "<eb:Error ", through: "</eb:Error>")
        let entity = try template.replacing(old, with: markup)
        guard let expected else { return entity }
        #expect(Verdict { try read(entity) }.code == expected)
        return AS4Entity(contentType: "", body: [])
    }
}
