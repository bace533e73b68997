import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("A message from one access point to the other")
struct RoundTripTests {
    let sides: Sides

    init() throws { sides = try Sides.shared.get() }

    @Test("A packed message unpacks to the same header and payload, signed by the sender")
    func roundTrip() throws {
        let sent = try Sample.packaged(sides)
        let received = try InboundUnpackager().unpack(sent.entity, now: sides.now) { _ in sides.policy }
        #expect(received.userMessage == Sample.message(at: sides.now))
        #expect(try received.contents() == [Sample.payload])
        #expect(received.payloads.map(\.mimeType) == ["text/xml"])
        #expect(received.signer == sides.region.certificate)
        #expect(received.references == sent.sent.references)
        #expect(received.partner == "region" && received.agreement.name == "inskrivning")
    }

    @Test("The receipt for a message matches what was sent, also when read back from the stored request")
    func receipt() throws {
        let sent = try Sample.packaged(sides)
        let received = try InboundUnpackager().unpack(sent.entity, now: sides.now) { _ in sides.policy }
        let writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
        let receipt = try writer.receipt(for: received, messageID: "r1@kommun.example.se", now: sides.now)
        for proof in [sent.sent, try SentMessage(stored: sent.entity)] {
            let outcome = try SignalReader().read(receipt, sent: proof, policy: sides.kommun.signerPolicy, now: sides.now)
            guard case .receipt(let accepted) = outcome else {
                Issue.record("no receipt: \(outcome)")
                continue
            }
            #expect(accepted.messageID == "r1@kommun.example.se")
            #expect(accepted.timestamp == sides.now && accepted.signer == sides.kommun.certificate)
        }
    }

    @Test("A reply refers to the request, and both ways are receipted")
    func twoWay() throws {
        let request = try Sample.packaged(sides)
        let received = try InboundUnpackager().unpack(request.entity, now: sides.now) { _ in sides.policy }
        let reply = UserMessage(
            replyingTo: received.userMessage, messageID: "0002@kommun.example.se", timestamp: sides.now, action: Sample.exchange.action)
        let answer = try OutboundPackager(key: sides.kommun.key, certificate: sides.kommun.certificate).pack(reply, payload: Sample.payload)
        let back = AS4Agreement(
            name: "svar", from: Sample.to, to: Sample.from, service: Sample.exchange.service, actions: [Sample.exchange.action])
        let policy = AS4PartnerPolicy(name: "kommun", signer: sides.kommun.signerPolicy, agreements: [back])
        let arrived = try InboundUnpackager().unpack(answer.entity, now: sides.now) { _ in policy }
        #expect(arrived.userMessage.refToMessageID == request.sent.messageID)
        #expect(arrived.userMessage.conversationID == received.userMessage.conversationID)
        #expect(arrived.userMessage.from == received.userMessage.to && arrived.userMessage.to == received.userMessage.from)
        #expect(arrived.userMessage.originalSender?.value == Sample.finalRecipient)
        #expect(arrived.userMessage.finalRecipient?.value == Sample.originalSender)
        let receipt = try SignalWriter(key: sides.region.key, certificate: sides.region.certificate)
            .receipt(for: arrived, messageID: "r2@region.example.se", now: sides.now)
        let outcome = try SignalReader().read(receipt, sent: answer.sent, policy: sides.region.signerPolicy, now: sides.now)
        guard case .receipt = outcome else {
            Issue.record("no receipt")
            return
        }
    }

    @Test("The same message and payload give the same bytes, another MessageId gives other digests")
    func deterministic() throws {
        let first = try Sample.packaged(sides)
        let again = try Sample.packaged(sides)
        #expect(again.entity == first.entity && again.sent == first.sent)
        let other = try Sample.packaged(sides, id: "0003@region.example.se")
        #expect(Set(other.sent.references.map(\.uri)).intersection(first.sent.references.map(\.uri)) == ["cid:message"])
    }

    @Test(
        "Uncompressed parts are accepted: XML canonicalized, other text with network line ends, the rest as octets",
        arguments: [
            ("text/xml", "<a  b='1'></a>", "<a b=\"1\"></a>"),
            ("application/atom+xml; charset=utf-8", "<?xml version=\"1.0\"?>\n<a/>", "<a></a>"),
            ("text/plain", "one\ntwo\r\nthree\r", "one\r\ntwo\r\nthree\r\n"), ("application/octet-stream", "one\ntwo", "one\ntwo"),
        ])
    func uncompressed(_ type: String, _ content: String, _ digested: String) throws {
        var message = Sample.message(at: sides.now)
        message.parts = [PayloadPart(contentID: "x", properties: [])]
        // Signed over what the transform gives, sent as it stands.
        let signed = try EnvelopeSigner(key: sides.region.key, certificate: sides.region.certificate).sign(
            UserMessageWriter.markup(message), attachments: [.init(contentID: "x", digest: Digest.sha256(Array(digested.utf8)))], seed: "s")
        let entity = try MultipartWriter.entity(
            envelope: signed.envelope, parts: [.init(contentID: "x", contentType: type, content: Array(content.utf8))])
        let received = try InboundUnpackager().unpack(entity, now: sides.now) { _ in sides.policy }
        #expect(try received.contents() == [Array(content.utf8)])
        #expect(received.payloads.map(\.mimeType) == [String(type.prefix { $0 != ";" })])
    }

    @Test("Payloads come in the order of the header, whatever the order of the MIME parts")
    func order() throws {
        var message = Sample.message(at: sides.now)
        message.parts = ["first", "second", "a&bc%"].map { .compressedXML(contentID: $0) }
        let parts = try ["second", "a&bc%", "first"].map {
            MultipartWriter.Part(contentID: $0, contentType: "application/gzip", content: try Sample.gzip(Array($0.utf8)))
        }
        let received = try InboundUnpackager().unpack(try Sample.entity(sides, message, attachments: parts), now: sides.now) { _ in
            sides.policy
        }
        #expect(try received.contents().map { String(decoding: $0, as: UTF8.self) } == ["first", "second", "a&bc%"])
    }

    @Test("A message without payload is accepted as a bare envelope and as a one-part multipart")
    func withoutPayload() throws {
        var message = Sample.message(at: sides.now)
        message.parts = []
        let multipart = try Sample.entity(sides, message, attachments: [])
        let bare = AS4Entity(contentType: "application/soap+xml;charset=utf-8", body: try UnpackedEntity(multipart).envelope)
        for entity in [multipart, bare] {
            #expect(try InboundUnpackager().unpack(entity, now: sides.now) { _ in sides.policy }.payloads.isEmpty)
        }
    }

    @Test("A byte order mark before the envelope is accepted, as the profile demands")
    func byteOrderMark() throws {
        let entity = try Sample.packaged(sides).entity.replacing("<?xml", with: "\u{FEFF}<?xml")
        #expect(try InboundUnpackager().unpack(entity, now: sides.now) { _ in sides.policy }.payloads.count == 1)
    }

    @Test("Random headers survive the way, character by character")
    func randomHeaders() throws {
        var generator = SeededGenerator(seed: 20_261_122)
        for _ in 0..<200 {
            let message = generator.message(at: sides.now)
            let packed = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate).pack(message, payload: [1])
            let envelope = try SOAPEnvelope(try UnpackedEntity(packed.entity).envelope)
            #expect(try UserMessageReader(try envelope.only("UserMessage")).message() == message)
        }
    }

    @Test("No single changed bit of a signed message is accepted as another message")
    func bitFlips() throws {
        let entity = try Sample.packaged(sides).entity
        var generator = SeededGenerator(seed: 7)
        var refused = 0
        for _ in 0..<400 {
            var body = entity.body
            let place = Int.random(in: 0..<body.count, using: &generator)
            body[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            let changed = AS4Entity(contentType: entity.contentType, body: body)
            // What stands outside the signature (white space, names of MIME fields) may change without harm.
            guard let received = try? InboundUnpackager().unpack(changed, now: sides.now, partner: { _ in sides.policy }) else {
                refused += 1
                continue
            }
            #expect(received.userMessage == Sample.message(at: sides.now))
            #expect(try received.contents() == [Sample.payload])
        }
        #expect(refused > 300)
    }
}
