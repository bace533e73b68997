import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// Encrypted messages of other products, opened with the keys that came with them.
@Suite(
    "Encrypted messages of other products", .enabled(if: SharedCorpus.isPresent && Tool.arePresent("openssl"), "\(SharedCorpus.skipReason)")
)
struct ForeignDecryptionTests {
    private func certificate(_ path: String) throws -> Certificate {
        let bytes = try SharedCorpus.bytes(of: path)
        return bytes.first == 0x30 ? try Certificate(der: bytes) : try Certificate(pem: bytes)
    }

    private func library() throws -> DecryptionKey {
        try ForeignKey.decryption("as4/pypi-as4/b.p12", password: "test", certificate: try certificate("as4/pypi-as4/b.cert.pem"))
    }

    /// Everything but trust and agreement, in the order of the unpackager: what other products' self-signed certificates allow.
    private func opened(_ name: String, key: DecryptionKey) throws -> (UserMessage, [ReceivedUserMessage.Payload]) {
        let unpacked = try UnpackedEntity(try Capture.entity("as4/pypi-as4/\(name)"))
        let verifier = try EnvelopeVerifier(try SOAPEnvelope(unpacked.envelope))
        let targets = try verifier.targets(attachments: unpacked.attachments)
        try verifier.verifyMathematics(of: targets, with: try certificate("as4/pypi-as4/a.cert.pem"))
        let message = try UserMessageReader(try verifier.envelope.only("UserMessage")).message()
        let decryption = PartDecryption(header: try #require(verifier.header.encryption), keys: [key], scratch: MemoryScratch())
        let parts = PartMatch(
            message: message, attachments: try decryption.decrypted(unpacked.attachments, tokens: verifier.header.tokens))
        try parts.requireOneToOne()
        try verifier.verifyAttachments(parts.attachments, of: targets, digest: AttachmentDigest(compressed: parts.compressed))
        return (message, try parts.payloads(limits: .standard, scratch: MemoryScratch()))
    }

    @Test("The library as4: its message decrypts to the document it was made from, and its changed messages are refused as it refuses them")
    func libraryMessage() throws {
        let (message, payloads) = try opened("request.as4", key: try library())
        #expect(try payloads.map { try $0.bytes() } == [try SharedCorpus.bytes(of: "as4/digg-sdk-docs/XHE-tm-base-ext-sigenc.xml")])
        #expect(message.originalSender != nil && message.finalRecipient != nil)
        let tampered = Verdict { try opened("neg-header-tampered.as4", key: try library()) }
        #expect(tampered == Verdict(code: "A058", ebms: "EBMS:0101"))
        let flipped = Verdict { try opened("neg-ciphertext-flipped.as4", key: try library()) }
        #expect(flipped == Verdict(code: "A068", ebms: "EBMS:0102"))
    }

    /// Its signature is RSA-SHA384, which the profile has not: the message as such is refused (S003). Its encryption is the older form.
    @Test("Holodeck: two parts under rsa-oaep-mgf1p, named by IssuerSerial, decrypt and decompress, and their digests are those signed")
    func holodeck() throws {
        let folder = "as4/eessi-as4.net"
        let key = try ForeignKey.decryption(
            "\(folder)/AccessPointB.pfx", password: "Pz4cZK4SULUwmraZb", certificate: try certificate("\(folder)/AccessPointB.cer"))
        let unpacked = try UnpackedEntity(try Capture.entity("\(folder)/as4-encrypted-signed-keyidentifier.as4"))
        let envelope = try SOAPEnvelope(unpacked.envelope)
        let header = try SecurityHeader(try envelope.security())
        let encryption = try #require(header.encryption)
        #expect(encryption.key.transport == .oaepSHA256MaskSHA1)
        try encryption.requireAll(unpacked.attachments)
        let decryption = PartDecryption(header: encryption, keys: [key], scratch: MemoryScratch())
        let clear = try decryption.decrypted(unpacked.attachments, tokens: header.tokens)
        let text = String(decoding: unpacked.envelope, as: UTF8.self)
        var sizes: [Int] = []
        for attachment in clear {
            #expect(text.contains("<ds:DigestValue>\(Base64.encode(try attachment.content.sha256()))</ds:DigestValue>"))
            #expect(attachment.mediaType.name == "application/gzip")
            sizes.append(try Gzip.decompress(try attachment.content.bytes(), limits: .standard).count)
        }
        #expect(sizes == [296_454, 206])
    }

    @Test("Domibus 5.1.6: its wrapped key unwraps with the receiver's key, named by SubjectKeyIdentifier; its signature holds")
    func domibus() throws {
        let folder = "as4/domibus-wire-5.1.6"
        let red = try certificate("\(folder)/red_gw.cert.pem")
        let own = try ForeignKey.decryption("\(folder)/red_gw.p12", password: "test123", certificate: red)
        let verifier = try EnvelopeVerifier(try SOAPEnvelope(try SharedCorpus.bytes(of: "\(folder)/request-soap.xml")))
        let encryption = try #require(verifier.header.encryption)
        #expect(encryption.key.transport == .oaepSHA256 && encryption.parts.keys.sorted() == ["message"])
        let meant = try encryption.key.recipient.match(
            tokens: [], known: [try certificate("\(folder)/blue_gw.cert.pem"), red], at: .unknown)
        #expect(meant == red)
        #expect(try Self.unwraps(encryption.key.wrapped, try #require(own.key as? PrivateKey)))
        // The dump has lost the part itself, so coverage is judged as though it were there.
        let coverage = SignatureCoverage(envelope: verifier.envelope, timestamp: nil, contentIDs: ["message"])
        let targets = try coverage.targets(of: verifier.signedInfo.references)
        let blue = try certificate("\(folder)/blue_gw.cert.pem")
        #expect(try verifier.signer(known: [red, blue]).leaf == blue)
        #expect(Verdict { try verifier.verifyMathematics(of: targets, with: blue) } == .accepted)
    }

    /// Our unwrapping says nothing of failure; that the same key comes out twice does, because a substitute is random.
    private static func unwraps(_ wrapped: [UInt8], _ key: PrivateKey) throws -> Bool {
        let vector = [UInt8](repeating: 0, count: ContentCipher.vectorLength)
        let outputs = try (0..<2).map { _ in
            let cipher = try #require(ContentCipher(.encipher, key: key.unwrap(wrapped, .oaepSHA256), vector: vector))
            return [UInt8](repeating: 7, count: 16).withUnsafeBytes { cipher.update($0) }
        }
        return outputs[0] == outputs[1]
    }

    @Test("phase4: its encryption header is read, though its key is not public")
    func phase4() throws {
        let unpacked = try UnpackedEntity(try Capture.entity("as4/phase4/dump-raw.as4out"))
        let verifier = try EnvelopeVerifier(try SOAPEnvelope(unpacked.envelope))
        let targets = try verifier.targets(attachments: unpacked.attachments)
        #expect(Verdict { try verifier.verifyMathematics(of: targets, with: try verifier.signer(known: []).leaf) } == .accepted)
        let encryption = try #require(verifier.header.encryption)
        #expect(encryption.key.transport == .oaepSHA256)
        let stranger = PartDecryption(header: encryption, keys: [try library()], scratch: MemoryScratch())
        let verdict = Verdict { try stranger.decrypted(unpacked.attachments, tokens: verifier.header.tokens) }
        #expect(verdict == Verdict(code: "A068", ebms: "EBMS:0102"))
    }
}
