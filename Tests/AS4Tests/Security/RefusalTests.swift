import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// Each code provoked by the smallest change to a message that is otherwise sound, so that a refusal for another reason shows.
@Suite("Every reason to refuse")
struct RefusalTests {
    static let packaging: [RefusalCase] = [
        RefusalCase(.contentType) { $0.with(contentType: "text/html") },
        RefusalCase(.boundary) { $0.with(contentType: "multipart/related; type=\"application/soap+xml\"") },
        RefusalCase(.preamble) { AS4Entity(contentType: $0.contentType, body: [0x78] + $0.body) },
        RefusalCase(.unclosed) { AS4Entity(contentType: $0.contentType, body: $0.body.dropLast(4)) },
        RefusalCase(.epilogue) { AS4Entity(contentType: $0.contentType, body: $0.body + [0x78]) },
        RefusalCase(.partHeader) { try $0.replacing("Content-Type: application/gzip\r\n", with: "Content-Type: application/gzip\n") },
        RefusalCase(.repeatedHeader) {
            try $0.replacing("Content-ID: <message>\r\n", with: "Content-ID: <message>\r\ncontent-id: <message>\r\n")
        },
        RefusalCase(.contentID) { try $0.replacing("Content-ID: <message>\r\n", with: "") },
        RefusalCase(.repeatedContentID) { try $0.replacing("Content-ID: <message>", with: "Content-ID: <envelope@sluss>") },
        RefusalCase(.tooManyParts, limits: { $0.parts = 1 }),
        RefusalCase(.transferEncoding) {
            try $0.replacing(
                "application/gzip\r\nContent-Transfer-Encoding: binary", with: "application/gzip\r\nContent-Transfer-Encoding: x-y")
        },
        RefusalCase(.nestedMultipart) {
            try $0.replacing("Content-Type: application/gzip", with: "Content-Type: multipart/mixed; boundary=x")
        },
        RefusalCase(.rootPart) { $0.with(contentType: $0.contentType.replacing("envelope@sluss", with: "message")) },
        RefusalCase(.charset) { try $0.replacing("application/soap+xml; charset=UTF-8", with: "application/soap+xml; charset=ISO-8859-1") },
        RefusalCase(.entityTooLarge, limits: { $0.entityBytes = 1000 }),
    ]

    static let header: [RefusalCase] = [
        RefusalCase(.envelope) { try $0.replacing(Namespace.soap, with: Namespace.soap11) },
        RefusalCase(.messagingCount) { try $0.replacing(Namespace.ebms + "\"", with: String(Namespace.ebms.dropLast()) + "\"") },
        RefusalCase(.multihop) {
            try $0.replacing("<eb:Messaging ", with: "<eb:Messaging S12:role=\"\(Namespace.ebms)part2/200904/nextmsh\" ")
        },
        RefusalCase(.messageCount) { try $0.replacing("</eb:UserMessage>", with: "</eb:UserMessage><eb:SignalMessage/>") },
        RefusalCase(.unexpectedElement) { try $0.replacing("</eb:PartyInfo>", with: "<eb:Extra/></eb:PartyInfo>") },
        RefusalCase(.missingElement) { try $0.cutting(from: "<eb:Action>", through: "</eb:Action>") },
        RefusalCase(.partyID) { try $0.replacing("<eb:PartyId", with: "<eb:PartyId>x</eb:PartyId><eb:PartyId") },
        RefusalCase(.timestamp) { try $0.replacing("Z</eb:Timestamp>", with: "</eb:Timestamp>") },
        RefusalCase(.messageID) { try $0.replacing("@region.example.se</eb:MessageId>", with: "</eb:MessageId>") },
        RefusalCase(.value) { try $0.replacing("<eb:Action>", with: "<eb:Action>&#x202E;") },
        RefusalCase(.missingProperty) { try $0.replacing("name=\"finalRecipient\"", with: "name=\"FinalRecipient\"") },
        RefusalCase(.repeatedProperty) { try $0.replacing("name=\"finalRecipient\"", with: "name=\"originalSender\"") },
        RefusalCase(.externalPayload) { try $0.replacing("href=\"cid:message\"", with: "href=\"http://example.se/message\"") },
        RefusalCase(.repeatedReference) {
            try $0.replacing("</eb:PayloadInfo>", with: "<eb:PartInfo href=\"cid:%6Dessage\"/></eb:PayloadInfo>")
        },
        RefusalCase(.bodyContent) { try $0.replacing("/></S12:Envelope>", with: "><x/></S12:Body></S12:Envelope>") },
        RefusalCase(.mustUnderstand) {
            try $0.replacing("</S12:Header>", with: "<x xmlns=\"urn:x\" S12:mustUnderstand=\"true\"/></S12:Header>")
        },
        RefusalCase(.mimeTypeMissing) { try $0.replacing("name=\"MimeType\"", with: "name=\"MIMEType\"") },
        RefusalCase(.compressionType) { try $0.replacing(">application/gzip<", with: ">application/rar<") },
        RefusalCase(.characterSet) { try $0.replacing(">utf-8<", with: ">!utf*<") },
    ]

    static let security: [RefusalCase] = [
        RefusalCase(.securityHeader) {
            try $0.replacing("</S12:Header>", with: "<s:Security xmlns:s=\"\(Namespace.security)\"/></S12:Header>")
        },
        RefusalCase(.unsigned) { try $0.cutting(from: "<ds:Signature ", through: "</ds:Signature>") },
        RefusalCase(.signatureCount) {
            try $0.replacing("</wsse:Security>", with: try $0.span(from: "<ds:Signature ", through: "</ds:Signature>") + "</wsse:Security>")
        },
        RefusalCase(.encrypted, encrypting: [], .required) { $0 },
        RefusalCase(.encryptionStructure) {
            try $0.replacing("</wsse:Security>", with: "<EncryptedData xmlns=\"\(EncryptionNames.xenc)\"/></wsse:Security>")
        },
        RefusalCase(.attachmentComplete, encrypting: nil, .required) {
            try $0.replacing("#Attachment-Content-Only", with: "#Attachment-Complete")
        },
        RefusalCase(.unencrypted, policy: { $0.agreements[0].encryption = .required }),
        RefusalCase(.decryption, encrypting: nil, .off) { AS4Entity(contentType: $0.contentType, body: $0.body.flippingCiphertext) },
        RefusalCase(.algorithm, policy: { $0.signer.algorithms = [.ecdsaP256SHA256] }),
        RefusalCase(.unexpectedReference) { try $0.replacing("URI=\"#b-", with: "URI=\"#x-") },
        RefusalCase(.uncovered) { try $0.cutting(from: "<ds:Reference URI=\"cid:message\">", through: "</ds:Reference>") },
        RefusalCase(.transform) {
            try $0.replacing(SignatureNames.attachmentContent, with: SignatureNames.exclusiveCanonicalization)
        },
        RefusalCase(.digest) { try $0.replacing(">0007:2120009903<", with: ">0007:2120009911<") },
        RefusalCase(.securityContent) { try $0.replacing("</wsse:Security>", with: "<wsse:UsernameToken/></wsse:Security>") },
        RefusalCase(.keyReference) {
            try $0.replacing("#X509v3\"/></wsse:SecurityTokenReference>", with: "#PKCS7\"/></wsse:SecurityTokenReference>")
        },
        RefusalCase(.token) { try $0.replacing("<wsse:Reference URI=\"#t-", with: "<wsse:Reference URI=\"#u-") },
        RefusalCase(.unknownKey) { try Self.namingKey($0, as: "AAAA") },
        RefusalCase(.stale) { try Self.stamping($0, "2026-01-01T00:00:00Z", "2026-01-01T00:05:00Z") },
        RefusalCase(.securityTimestamp) { try Self.stamping($0, "2026-01-01T00:00:00", "2099-01-01T00:05:00Z") },
    ]

    static let agreement: [RefusalCase] = [
        RefusalCase(.unknownPartner) { sides in
            _ = try InboundUnpackager().unpack(try Sample.packaged(sides).entity, now: sides.now) { _ in nil }
        },
        RefusalCase(.unknownAgreement, policy: { $0.agreements[0].actions = ["Remiss"] }),
        RefusalCase(.participantType, policy: { $0.agreements[0].participantType = "urn:other" }),
        RefusalCase(.channel) { try $0.replacing("<eb:UserMessage>", with: "<eb:UserMessage mpc=\"urn:other\">") },
        RefusalCase(.participant, policy: { $0.agreements[0].finalRecipients = ["0007:2120009911"] }),
        RefusalCase(.missingPart, signing: { $0.parts.append(.compressedXML(contentID: "other")) }),
        RefusalCase(.unreferencedPart, signing: { $0.parts = [] }),
        RefusalCase(.gzipMalformed, signing: { _ in }, content: Array("not gzip".utf8)),
        RefusalCase(.gzipTooLarge, limits: { ($0.expansionFloor, $0.expansionRatio) = (10, 1) }),
        RefusalCase(.gzipTrailing) { sides in
            let attachment = MultipartWriter.Part(contentID: "message", contentType: "application/gzip", content: try Sample.gzip() + [0])
            let entity = try Sample.entity(sides, Sample.message(at: sides.now), attachments: [attachment])
            _ = try InboundUnpackager().unpack(entity, now: sides.now) { _ in sides.policy }
        },
    ]

    static let signals: [RefusalCase] = [
        RefusalCase(.notSignal, with: { _ in [] }),
        RefusalCase(.pullRequest, with: { _ in [Markup("eb:PullRequest")] }),
        RefusalCase(.otherMessage, answering: "0009@region.example.se", with: { [NonRepudiation.receipt($0)] }),
        RefusalCase(.receiptWithoutProof, with: { _ in [Markup("eb:Receipt")] }),
        RefusalCase(.receiptMismatch, with: { [NonRepudiation.receipt($0.dropLast())] }),
        RefusalCase(
            .receiptAndError, with: { [NonRepudiation.receipt($0), Markup("eb:Error", attributes: [("errorCode", "EBMS:0004")])] }),
    ]

    static let sending: [RefusalCase] = [
        RefusalCase(.storage) { sides in
            let entity = StreamedEntity(try Sample.packaged(sides, payload: Sample.large).entity)
            _ = try InboundUnpackager().unpack(entity, scratch: FullScratch(), now: sides.now) { _ in sides.policy }
        },
        RefusalCase(.notPackageable) { sides in
            var message = Sample.message(at: sides.now)
            message.conversationID = ""
            _ = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate).pack(message, payload: Sample.payload)
        },
        RefusalCase(.encryptionKey) { sides in
            let elliptic = try Certificate.load(path: sides.pki.certificate(.kommun, .signing))
            _ = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate, encryptingFor: elliptic.first)
        },
        RefusalCase(.algorithmSuite) { _ in _ = try AlgorithmSuite.named("edelivery-2.0") },
        RefusalCase(.signingKey) { sides in _ = try SignalWriter(key: sides.region.key, certificate: sides.kommun.certificate) },
    ]

    static let all = packaging + header + security + agreement + signals + sending

    @Test("Each fault is refused with its own code", arguments: all)
    func refused(_ fault: RefusalCase) throws {
        let sides = try Sides.shared.get()
        let verdict = Verdict { try fault.provoke(sides) }
        #expect(verdict.code == fault.code.rawValue)
    }

    @Test("The table above has every code")
    func complete() {
        #expect(Set(Self.all.map(\.code)) == Set(AS4Code.allCases))
    }

    @Test("A refusal names the message as soon as its id was read, and says nothing of its content")
    func reference() throws {
        let sides = try Sides.shared.get()
        // Before these, the id is not read yet or not one.
        let early: [AS4Code] = [.envelope, .messagingCount, .messageCount, .timestamp, .messageID, .mustUnderstand, .multihop]
        for fault in Self.header.filter({ !early.contains($0.code) }) + Self.security + Self.agreement {
            do {
                try fault.provoke(sides)
            } catch let error as EBMSError {
                #expect(error.refToMessageID == "0001@region.example.se", "\(fault.code.rawValue)")
                for word in ["2321009900", "2120009903", "vardtillfalle", "åäö", "Inskrivningsmeddelande"] {
                    #expect(!"\(error.outwardDetail) \(error.refusal.detail ?? "")".contains(word))
                }
            }
        }
    }

    @Test("Bytes that never were AS4 are told apart from messages that are refused")
    func unreadable() {
        #expect(EBMSError(.contentType).isUnreadable && EBMSError(.envelope).isUnreadable)
        #expect(!EBMSError(.partyID).isUnreadable && !EBMSError(.missingPart).isUnreadable)
        #expect(EBMSError(.invalidHeader, Refusal(DocumentCode.notWellFormed)).isUnreadable)
    }

    /// Replaces the reference to the certificate by a SubjectKeyIdentifier; KeyInfo is not signed.
    static func namingKey(_ entity: AS4Entity, as identifier: String) throws -> AS4Entity {
        let old = try entity.span(from: "<wsse:Reference URI=\"#t-", through: "/>")
        let type = SecurityName.x509 + "#X509SubjectKeyIdentifier"
        return try entity.replacing(old, with: "<wsse:KeyIdentifier ValueType=\"\(type)\">\(identifier)</wsse:KeyIdentifier>")
    }

    /// Adds a covered wsu:Timestamp. Its times are judged before the signature value, which no longer fits.
    static func stamping(_ entity: AS4Entity, _ created: String, _ expires: String) throws -> AS4Entity {
        let stamp =
            "<wsu:Timestamp wsu:Id=\"ts\"><wsu:Created>\(created)</wsu:Created><wsu:Expires>\(expires)</wsu:Expires></wsu:Timestamp>"
        let reference = try entity.span(from: "<ds:Reference URI=\"#b-", through: "</ds:Reference>")
        let name = try entity.span(from: "#b-", through: "\">").dropLast(2)
        return try entity.replacing("<wsse:BinarySecurityToken", with: stamp + "<wsse:BinarySecurityToken")
            .replacing(reference, with: reference + reference.replacing(name, with: "#ts"))
    }
}
