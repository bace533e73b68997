import Documents
import Foundation
import Signatures
import Testing

@testable import AS4

extension Conformance {
    static let security = [
        Assertion(12, "the signature covers Messaging, Body and every part, with RSA-SHA256, SHA-256 and exclusive canonicalization") {
            bench in
            let packed = try bench.packed()
            let envelope = try SOAPEnvelope(try UnpackedEntity(packed.entity).envelope)
            let signed = try EnvelopeVerifier(envelope).signedInfo
            #expect(signed.algorithm == .rsaSHA256 && signed.references.allSatisfy { $0.digestAlgorithm == SignatureNames.sha256 })
            #expect(signed.references.map { String($0.uri.prefix(3)) } == ["#m-", "#b-", "cid"])
            for start in ["<ds:Reference URI=\"#m-", "<ds:Reference URI=\"#b-", "<ds:Reference URI=\"cid:"] {
                let less = try packed.entity.cutting(from: start, through: "</ds:Reference>")
                #expect(bench.verdict(less) == Verdict(code: "A056", ebms: "EBMS:0103"))
            }
        },
        Assertion(13, "parts are encrypted with AES-128-GCM, and nothing else is taken") { bench in
            let entity = try bench.packed().entity
            #expect(try entity.span(from: "<xenc:EncryptedData ", through: "</xenc:EncryptedData>").contains(EncryptionNames.aes128GCM))
            #expect(try bench.unpack(entity).isEncrypted)
            let block = try entity.replacing(EncryptionNames.aes128GCM, with: EncryptionNames.xenc + "aes128-cbc")
            #expect(bench.verdict(block) == Verdict(code: "A054", ebms: "EBMS:0103"))
        },
        Assertion(14, "the receipt repeats each signed reference and is itself signed") { bench in
            let packed = try bench.packed()
            let receipt = try bench.receipt(try bench.unpack(packed.entity))
            let signal = try Signal(try SOAPEnvelope(receipt.body).only("SignalMessage"))
            guard case .receipt(let element) = signal.content else {
                Issue.record("no receipt")
                return
            }
            #expect(try NonRepudiation.references(element) == packed.sent.references)
            let unsigned = try receipt.cutting(from: "<ds:Signature ", through: "</ds:Signature>")
            #expect(Verdict { try bench.isReceipt(unsigned, for: packed.sent) } == Verdict(code: "A051", ebms: "EBMS:0302"))
        },
        Assertion(15, "an answer without receipt never counts as one, whatever the transport says; EBMS:0301 is what the producer is told")
        { bench in
            let packed = try bench.packed()
            for (type, body) in [("text/html", "<html/>"), ("application/soap+xml", ""), ("application/soap+xml", "<a/>")] {
                let answer = AS4Entity(contentType: type, body: Array(body.utf8))
                let verdict = Verdict { try bench.outcome(answer, to: packed.sent) }
                #expect(verdict != .accepted && verdict.ebms != "EBMS:0302")
            }
            #expect(EBMSCode.missingReceipt.rawValue == "EBMS:0301" && EBMSCode.missingReceipt.entry.shortDescription == "MissingReceipt")
        },
        Assertion(16, "a message to the test service is answered with a receipt") { bench in
            let ping = UserMessage(testing: bench.policy.agreements[0], messageID: "p@region.example.se", timestamp: bench.sides.now)
            let sent = try bench.packager.pack(ping, payloads: [])
            #expect(try bench.isReceipt(try bench.receipt(try bench.unpack(sent.entity)), for: sent.sent))
        },
        Assertion(17, "a message to the test service is not for delivery, with or without payload") { bench in
            let ping = UserMessage(testing: bench.policy.agreements[0], messageID: "p@region.example.se", timestamp: bench.sides.now)
            let payload = OutboundPayload(.compressedXML(), content: MemorySource(Sample.payload))
            for payloads in [[], [payload]] {
                let received = try bench.unpack(try bench.packager.pack(ping, payloads: payloads).entity)
                #expect(received.isTest)
            }
            let message = try bench.unpack(try bench.packed().entity)
            #expect(!message.isTest)
        },
        Assertion(19, "ConversationId is required and comes to the receiver as sent") { bench in
            let entity = try bench.packed().entity
            #expect(try bench.unpack(entity).userMessage.conversationID == Sample.exchange.conversationID)
            let without = try entity.cutting(from: "<eb:ConversationId>", through: "</eb:ConversationId>")
            #expect(bench.verdict(without) == Verdict(code: "A024", ebms: "EBMS:0009"))
        },
    ]

    static let packaging = [
        Assertion(21, "a message without payload may come as a bare envelope") { bench in
            var message = Sample.message(at: bench.sides.now)
            message.parts = []
            let sent = try bench.packager.pack(message, payloads: [])
            #expect(sent.entity.contentType == "application/soap+xml; charset=UTF-8")
            #expect(try bench.unpack(sent.entity).payloads.isEmpty)
        },
        Assertion(22, "a message with payload is multipart/related with the envelope as root; so may one without be") { bench in
            let packed = try bench.packed()
            let type = try MediaType(parsing: packed.entity.contentType)
            #expect(type.name == "multipart/related" && type.parameters["type"] == "application/soap+xml")
            #expect(type.parameters["start"] == "<envelope@sluss>")
            var message = Sample.message(at: bench.sides.now)
            message.parts = []
            #expect(bench.verdict(try Sample.entity(bench.sides, message, attachments: [])) == .accepted)
        },
        Assertion(23, "parts are compressed with gzip, each by itself") { bench in
            let received = try bench.unpack(try bench.packed().entity)
            #expect(received.payloads.map(\.part.compressionType) == ["application/gzip"])
        },
        Assertion(24, "CompressionType is application/gzip, and another is refused") { bench in
            let entity = try bench.packed().entity.replacing(">application/gzip<", with: ">application/zip<")
            #expect(bench.verdict(entity) == Verdict(code: "A043", ebms: "EBMS:0303"))
        },
        Assertion(25, "a compressed part names its MimeType") { bench in
            let header = String(decoding: try UnpackedEntity(try bench.packed().entity).envelope, as: UTF8.self)
            #expect(header.contains("<eb:Property name=\"MimeType\">text/xml</eb:Property>"))
            let bare = PayloadPart(contentID: "x", properties: [MessageProperty("CompressionType", value: "application/gzip")])
            let payload = OutboundPayload(bare, content: MemorySource([1]))
            #expect(Verdict { try bench.packager.pack(Sample.message(at: bench.sides.now), payloads: [payload]) }.code == "A090")
        },
        Assertion(26, "a compressed part without MimeType is refused") { bench in
            let entity = try bench.packed().entity.replacing("name=\"MimeType\"", with: "name=\"mimetype\"")
            #expect(bench.verdict(entity) == Verdict(code: "A042", ebms: "EBMS:0303"))
        },
        Assertion(27, "CharacterSet says the encoding of an XML part") { bench in
            let received = try bench.unpack(try bench.packed().entity)
            #expect(received.payloads.map(\.part.characterSet) == ["utf-8"])
        },
        Assertion(28, "a part in UTF-16 is taken and handed on as it is") { bench in
            let text: [UInt8] = [0xFF, 0xFE] + "<a/>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
            let properties = [("MimeType", "application/xml"), ("CharacterSet", "utf-16"), ("CompressionType", "application/gzip")]
            let entity = try bench.signed(try Sample.gzip(text), properties: properties)
            let received = try bench.unpack(entity, encrypted: false)
            let contents = try received.contents()
            #expect(received.payloads.map(\.part.characterSet) == ["utf-16"] && contents == [text])
        },
        Assertion(29, "a CharacterSet that is no name of one is refused") { bench in
            let entity = try bench.packed().entity.replacing(">utf-8<", with: ">!utf*<")
            #expect(bench.verdict(entity) == Verdict(code: "A044", ebms: "EBMS:0003"))
        },
    ]

    private static let gzipped = [("MimeType", "text/xml"), ("CompressionType", "application/gzip")]

    static let compression = [
        Assertion(30, "a part that says gzip and is not is EBMS:0303") { bench in
            let entity = try bench.signed(Array("plain".utf8), properties: gzipped)
            #expect(bench.verdict(entity, encrypted: false) == Verdict(code: "A045", ebms: "EBMS:0303"))
        },
        Assertion(31, "a part whose gzip stream is cut or damaged is EBMS:0303, told in a signed error about the message") { bench in
            let whole = try Sample.gzip()
            for broken in [Array(whole.dropLast(4)), whole + [0], Array(whole.prefix(12))] {
                let answer = try #require(try bench.answer(to: try bench.signed(broken, properties: gzipped), encrypted: false))
                let sent = SentMessage(messageID: "0001@region.example.se", references: [])
                guard case .errors(let errors, let isTrusted) = try bench.outcome(answer, to: sent) else {
                    Issue.record("no error")
                    continue
                }
                #expect(isTrusted && errors.map(\.catalogued) == [.decompressionFailure])
            }
        },
        Assertion(32, "a compressed part is handed on decompressed") { bench in
            let contents = try bench.unpack(try bench.packed().entity).contents()
            #expect(contents == [Sample.payload])
        },
        Assertion(33, "with several parts, each is handed on as it was before compression, compressed or not") { bench in
            var message = Sample.message(at: bench.sides.now)
            message.parts = [.compressedXML(contentID: "a"), PayloadPart(contentID: "b", properties: [])]
            let parts = [
                MultipartWriter.Part(contentID: "a", contentType: "application/gzip", content: try Sample.gzip([1])),
                MultipartWriter.Part(contentID: "b", contentType: "application/pdf", content: [2]),
            ]
            let entity = try Sample.entity(bench.sides, message, attachments: parts)
            #expect(try bench.unpack(entity, encrypted: false).contents() == [[1], [2]])
        },
    ]

    static let order = [
        Assertion(34, "a part is compressed before it is signed") { bench in
            let packed = try bench.packed()
            #expect(packed.sent.references.last?.digest == Digest.sha256(try Sample.gzip()))
        },
        Assertion(35, "a part that was signed before it was compressed is refused with a fault") { bench in
            var message = Sample.message(at: bench.sides.now)
            message.parts = [.compressedXML()]
            let signer = try EnvelopeSigner(key: bench.sides.region.key, certificate: bench.sides.region.certificate)
            let signed = try signer.sign(
                UserMessageWriter.markup(message), attachments: [.init(contentID: "message", digest: Digest.sha256(Sample.payload))],
                seed: "s")
            let part = MultipartWriter.Part(contentID: "message", contentType: "application/gzip", content: try Sample.gzip())
            let entity = try MultipartWriter.entity(envelope: signed.envelope, parts: [part])
            #expect(bench.verdict(entity, encrypted: false) == Verdict(code: "A058", ebms: "EBMS:0101"))
            let answer = try #require(try bench.answer(to: entity, encrypted: false))
            #expect(String(decoding: answer.body, as: UTF8.self).contains("<S12:Fault>"))
        },
        Assertion(36, "a part is compressed before it is encrypted") { bench in
            let entity = try bench.packed().entity
            let unpacked = try UnpackedEntity(entity)
            let header = try SecurityHeader(try SOAPEnvelope(unpacked.envelope).security())
            let encryption = try #require(header.encryption)
            let decryption = PartDecryption(header: encryption, keys: [bench.key], scratch: MemoryScratch())
            let clear = try decryption.decrypted(unpacked.attachments, tokens: header.tokens)
            #expect(try clear.map { try $0.content.bytes() } == [try Sample.gzip()] && clear.map(\.mediaType.name) == ["application/gzip"])
        },
        Assertion(37, "a part that was encrypted before it was compressed is refused with a fault") { bench in
            let unpacked = try UnpackedEntity(try bench.packed().entity)
            let squeezed = try Sample.gzip(try unpacked.contents()[0])
            let part = MultipartWriter.Part(contentID: "message", contentType: "application/gzip", content: squeezed)
            let entity = try MultipartWriter.entity(envelope: unpacked.envelope, parts: [part])
            #expect(bench.verdict(entity) == Verdict(code: "A068", ebms: "EBMS:0102"))
            #expect(String(decoding: try #require(try bench.answer(to: entity)).body, as: UTF8.self).contains("<S12:Fault>"))
        },
        Assertion(38, "a part is signed before it is encrypted: the digest is that of the clear text") { bench in
            let packed = try bench.packed()
            let cipher = try UnpackedEntity(packed.entity).contents()[0]
            #expect(packed.sent.references.last?.digest != Digest.sha256(cipher))
            #expect(try bench.unpack(packed.entity).references == packed.sent.references)
        },
        Assertion(45, "parts are handed on in the order of the header, whatever their order in MIME") { bench in
            var message = Sample.message(at: bench.sides.now)
            message.parts = ["a", "b", "c"].map { .compressedXML(contentID: $0) }
            let parts = try ["c", "a", "b"].map {
                MultipartWriter.Part(contentID: $0, contentType: "application/gzip", content: try Sample.gzip(Array($0.utf8)))
            }
            let received = try bench.unpack(try Sample.entity(bench.sides, message, attachments: parts), encrypted: false)
            #expect(try received.contents().map { String(decoding: $0, as: UTF8.self) } == ["a", "b", "c"])
        },
    ]
}
