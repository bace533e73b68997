import Documents
import Foundation
import Signatures
import Testing

@testable import AS4

/// The conformance list as data.
enum Conformance {
    struct Assertion: Sendable, CustomTestStringConvertible {
        let number: Int
        let words: String
        let check: @Sendable (Bench) throws -> Void

        var testDescription: String { "AS4_CP_TA\(number < 10 ? "0" : "")\(number) \(words)" }

        init(_ number: Int, _ words: String, _ check: @escaping @Sendable (Bench) throws -> Void) {
            (self.number, self.words, self.check) = (number, words, check)
        }
    }

    static let assertions = exchange + security + packaging + compression + order

    /// Both access points with encryption agreed.
    struct Bench {
        let sides: Sides
        let packager: OutboundPackager
        let writer: SignalWriter
        let key: DecryptionKey

        init(_ sides: Sides) throws {
            self.sides = sides
            packager = try OutboundPackager(
                key: sides.region.key, certificate: sides.region.certificate, encryptingFor: sides.kommun.certificate)
            writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
            key = try sides.kommun.decryptionKey()
        }

        var policy: AS4PartnerPolicy {
            var policy = sides.policy
            policy.agreements[0].encryption = .required
            return policy
        }

        func packed() throws -> OutboundPackager.Packed {
            try packager.pack(Sample.message(at: sides.now), payload: Sample.payload)
        }

        func unpack(_ entity: AS4Entity, encrypted: Bool = true) throws(EBMSError) -> ReceivedUserMessage {
            let policy = encrypted ? policy : sides.policy
            return try InboundUnpackager(keys: [key]).unpack(entity, now: sides.now) { _ in policy }
        }

        func verdict(_ entity: AS4Entity, encrypted: Bool = true) -> Verdict { Verdict { try unpack(entity, encrypted: encrypted) } }

        func receipt(_ received: ReceivedUserMessage) throws -> AS4Entity {
            try writer.receipt(for: received, messageID: "r@kommun.example.se", now: sides.now)
        }

        func outcome(_ answer: AS4Entity, to sent: SentMessage) throws(EBMSError) -> SignalOutcome {
            try SignalReader().read(answer, sent: sent, policy: sides.kommun.signerPolicy, now: sides.now)
        }

        func isReceipt(_ answer: AS4Entity, for sent: SentMessage) throws(EBMSError) -> Bool {
            if case .receipt = try outcome(answer, to: sent) { true } else { false }
        }

        /// The error signal for a verdict, as it is answered.
        func answer(to entity: AS4Entity, encrypted: Bool = true) throws -> AS4Entity? {
            do throws(EBMSError) {
                _ = try unpack(entity, encrypted: encrypted)
                return nil
            } catch {
                return try writer.error(error, messageID: "e@kommun.example.se", now: sides.now)
            }
        }

        /// A signed message with one part as it stands, whatever the header says of it.
        func signed(_ content: [UInt8], type: String = "application/gzip", properties: [(String, String)]) throws -> AS4Entity {
            var message = Sample.message(at: sides.now)
            message.parts = [PayloadPart(contentID: "x", properties: properties.map { MessageProperty($0.0, value: $0.1) })]
            let part = MultipartWriter.Part(contentID: "x", contentType: type, content: content)
            return try Sample.entity(sides, message, attachments: [part])
        }
    }
}

extension Conformance {
    private static let exchange = [
        Assertion(1, "a received message is answered with a receipt for it, in the same exchange") { bench in
            let packed = try bench.packed()
            #expect(try bench.isReceipt(try bench.receipt(try bench.unpack(packed.entity)), for: packed.sent))
        },
        Assertion(2, "a Two-Way reply is a message of its own with RefToMessageId of the request") { bench in
            let request = try bench.unpack(try bench.packed().entity)
            let reply = UserMessage(
                replyingTo: request.userMessage, messageID: "reply@kommun.example.se", timestamp: bench.sides.now,
                action: Sample.exchange.action)
            let packed = try OutboundPackager(key: bench.sides.kommun.key, certificate: bench.sides.kommun.certificate)
                .pack(reply, payload: Sample.payload)
            let back = AS4Agreement(
                name: "svar", from: Sample.to, to: Sample.from, service: Sample.exchange.service, actions: [Sample.exchange.action])
            let policy = AS4PartnerPolicy(name: "kommun", signer: bench.sides.kommun.signerPolicy, agreements: [back])
            let received = try InboundUnpackager().unpack(packed.entity, now: bench.sides.now) { _ in policy }
            #expect(received.userMessage.refToMessageID == "0001@region.example.se")
        },
        Assertion(3, "From and To have exactly one PartyId each") { bench in
            let entity = try bench.packed().entity
            let parties = try entity.span(from: "<eb:PartyInfo>", through: "</eb:PartyInfo>")
            #expect(parties.components(separatedBy: "<eb:PartyId ").count == 3)
            let doubled = try entity.replacing("<eb:PartyId ", with: "<eb:PartyId>x</eb:PartyId><eb:PartyId ")
            #expect(bench.verdict(doubled) == Verdict(code: "A025", ebms: "EBMS:0009"))
        },
        Assertion(4, "an uncompressed part is accepted though compression is agreed") { bench in
            let entity = try bench.signed([1, 2, 3], type: "application/pdf", properties: [("MimeType", "application/pdf")])
            #expect(try bench.unpack(entity, encrypted: false).contents() == [[1, 2, 3]])
        },
        Assertion(5, "the SOAP Body we send is empty") { bench in
            let body = try SOAPEnvelope(try UnpackedEntity(try bench.packed().entity).envelope).body
            let text = try body.text()
            #expect(body.children.isEmpty && text.isEmpty)
        },
        Assertion(6, "a SOAP Body with content is refused") { bench in
            let filled = try bench.packed().entity.replacing("/></S12:Envelope>", with: "><x/></S12:Body></S12:Envelope>")
            #expect(bench.verdict(filled) == Verdict(code: "A033", ebms: "EBMS:0009"))
        },
        Assertion(7, "the first PartInfo is the leading document") { bench in
            let payloads = [PayloadPart.compressedXML(), .compressed(contentID: "attachment", mimeType: "application/pdf")]
                .enumerated().map { OutboundPayload($1, content: MemorySource([UInt8($0)])) }
            let received = try bench.unpack(try bench.packager.pack(Sample.message(at: bench.sides.now), payloads: payloads).entity)
            #expect(received.payloads.map(\.mimeType) == ["text/xml", "application/pdf"])
            #expect(try received.contents() == [[0], [1]])
        },
        Assertion(8, "a payload at an address outside the message is refused and not fetched") { bench in
            let outside = try bench.packed().entity.replacing("href=\"cid:message\"", with: "href=\"http://127.0.0.1:9/message\"")
            #expect(bench.verdict(outside) == Verdict(code: "A031", ebms: "EBMS:0011"))
        },
        Assertion(9, "a repeated message is the same bytes under the same MessageId") { bench in
            let packed = try bench.packed()
            let again = try SentMessage(stored: packed.entity)
            #expect(again == packed.sent)
            #expect(try bench.isReceipt(try bench.receipt(try bench.unpack(packed.entity)), for: again))
        },
        Assertion(10, "a duplicate is told by its MessageId and answered with the receipt that was given") { bench in
            let entity = try bench.packed().entity
            let (first, second) = (try bench.unpack(entity), try bench.unpack(entity))
            #expect(first.userMessage.messageID == second.userMessage.messageID)
            #expect(second.isProved(by: try bench.receipt(first)))
            let other = try bench.packager.pack(Sample.message(at: bench.sides.now), payload: [1])
            #expect(try !bench.unpack(other.entity).isProved(by: try bench.receipt(first)))
        },
    ]
}
