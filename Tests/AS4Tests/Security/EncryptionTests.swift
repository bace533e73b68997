import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("Encryption of the wire")
struct EncryptionTests {
    let sides: Sides
    let key: DecryptionKey

    init() throws {
        sides = try Sides.shared.get()
        key = try sides.kommun.decryptionKey()
    }

    private func verdict(_ entity: AS4Entity, keys: [DecryptionKey]? = nil, _ encryption: PayloadEncryption = .required) -> Verdict {
        var policy = sides.policy
        policy.agreements[0].encryption = encryption
        return Verdict { try InboundUnpackager(keys: keys ?? [key]).unpack(entity, now: sides.now) { _ in policy } }
    }

    @Test("An encrypted message unpacks to what was packed; no payload stands in its bytes")
    func roundTrip() throws {
        let packed = try Sample.encrypted(sides)
        let received = try InboundUnpackager(keys: [key]).unpack(packed.entity, now: sides.now) { _ in sides.policy }
        #expect(received.isEncrypted && received.references == packed.sent.references)
        #expect(try received.contents() == [Sample.payload])
        let attachment = try #require(try UnpackedEntity(packed.entity).attachments.first)
        #expect(attachment.mediaType.name == "application/octet-stream")
        let compressed = try Sample.gzip()
        #expect(attachment.content.count == compressed.count + 28)
        #expect(ByteSearch.first(Array(compressed.suffix(20)), in: packed.entity.body[...]) == nil)
        #expect(try SentMessage(stored: packed.entity) == packed.sent)
    }

    @Test("Two packings have the same digests and nothing else in common that is secret: key and vectors are new each time")
    func fresh() throws {
        let (first, second) = (try Sample.encrypted(sides), try Sample.encrypted(sides))
        #expect(first.sent == second.sent)
        #expect(try UnpackedEntity(first.entity).contents() != UnpackedEntity(second.entity).contents())
        let value = try first.entity.span(from: "<xenc:CipherValue>", through: "</xenc:CipherValue>")
        #expect(try second.entity.span(from: "<xenc:CipherValue>", through: "</xenc:CipherValue>") != value)
    }

    @Test("The header has the order peers expect: both tokens, the key, one EncryptedData a part, the signature")
    func order() throws {
        let payloads = ["a", "b"].map { OutboundPayload(.compressed(contentID: $0, mimeType: "text/plain"), content: MemorySource([1])) }
        let packed = try OutboundPackager(
            key: sides.region.key, certificate: sides.region.certificate, encryptingFor: sides.kommun.certificate
        ).pack(Sample.message(at: sides.now), payloads: payloads)
        let security = try SOAPEnvelope(try UnpackedEntity(packed.entity).envelope).security()
        #expect(
            security.children.map(\.name) == [
                "BinarySecurityToken", "BinarySecurityToken", "EncryptedKey", "EncryptedData", "EncryptedData", "Signature",
            ])
        #expect(verdict(packed.entity) == .accepted)
    }

    @Test("An agreement that demands encryption refuses what is not; one that does not, reads both; without a key nothing is read")
    func demand() throws {
        let (plain, encrypted) = (try Sample.packaged(sides).entity, try Sample.encrypted(sides).entity)
        #expect(verdict(plain, .required) == Verdict(code: "A067", ebms: "EBMS:0103"))
        #expect(verdict(plain, .off) == .accepted)
        #expect(verdict(encrypted, .off) == .accepted && verdict(encrypted, .required) == .accepted)
        #expect(verdict(encrypted, keys: []) == Verdict(code: "A053", ebms: "EBMS:0103"))
    }

    @Test("While our key changes, messages to the old and to the new one are read; to any other key, never")
    func overlap() throws {
        let neighbour = try sides.neighbour.decryptionKey()
        let entity = try Sample.encrypted(sides).entity
        #expect(verdict(entity, keys: [neighbour, key]) == .accepted && verdict(entity, keys: [key, neighbour]) == .accepted)
        #expect(verdict(entity, keys: [neighbour]) == Verdict(code: "A068", ebms: "EBMS:0102"))
    }

    @Test("The recipient's key may be named by token, SubjectKeyIdentifier or issuer and serial number")
    func references() throws {
        let entity = try Sample.encrypted(sides).entity
        let certificate = sides.kommun.certificate
        let identifier = Base64.encode(try #require(certificate.subjectKeyIdentifier))
        let forms = [
            "<wsse:KeyIdentifier ValueType=\"\(SecurityName.x509)#X509SubjectKeyIdentifier\">\(identifier)</wsse:KeyIdentifier>",
            KeyReferenceTests.issuerSerial(certificate.issuer, certificate.serialNumber),
        ]
        for form in forms {
            let reference = try entity.span(from: "<wsse:Reference URI=\"#r-", through: "/>")
            #expect(verdict(try entity.replacing(reference, with: form)) == .accepted)
        }
    }

    @Test("rsa-oaep without MGF and rsa-oaep-mgf1p, which mean MGF1 with SHA-1, are read", arguments: [false, true])
    func olderTransports(_ isMGF1P: Bool) throws {
        var entity = try Sample.encrypted(sides).entity
        let wrapped = try wrappedKey(of: entity)
        let again = try #require(sides.kommun.certificate.publicKey.wrap(key.key.unwrap(wrapped, .oaepSHA256), .oaepSHA256MaskSHA1))
        entity = try entity.replacing(Base64.encode(wrapped), with: Base64.encode(again))
        #expect(verdict(entity) == Verdict(code: "A068", ebms: "EBMS:0102"))
        entity = try entity.cutting(from: "<xenc11:MGF ", through: "/>")
        if isMGF1P { entity = try entity.replacing(EncryptionNames.rsaOAEP, with: EncryptionNames.rsaOAEPMGF1P) }
        #expect(verdict(entity) == .accepted)
    }

    /// Each bends the header. All are decided before a key is touched: the verdict is the same when there is none.
    static let structures: [(String, String, String, String)] = [
        ("A054", "AES-CBC", EncryptionNames.aes128GCM, EncryptionNames.xenc + "aes128-cbc"),
        ("A054", "AES-256", EncryptionNames.aes128GCM, EncryptionNames.xenc11 + "aes256-gcm"),
        ("A054", "PKCS#1 v1.5", EncryptionNames.rsaOAEP, EncryptionNames.xenc + "rsa-1_5"),
        ("A054", "mgf1p with MGF", EncryptionNames.rsaOAEP, EncryptionNames.rsaOAEPMGF1P),
        ("A054", "MGF1 with SHA-1, written out", EncryptionNames.mgf1SHA256, EncryptionNames.xenc11 + "mgf1sha1"),
        ("A054", "MGF1 with SHA-512", EncryptionNames.mgf1SHA256, EncryptionNames.xenc11 + "mgf1sha512"),
        (
            "A054", "OAEP with SHA-1", "<ds:DigestMethod Algorithm=\"\(SignatureNames.sha256)\"/><xenc11",
            "<ds:DigestMethod Algorithm=\"\(SignatureNames.ds)sha1\"/><xenc11"
        ),
        ("A065", "OAEP with a label", "<ds:DigestMethod Algorithm=\"\(SignatureNames.sha256)\"/><xenc11", "<xenc:OAEPparams/><xenc11"),
        ("A065", "no such data", "<xenc:DataReference URI=\"#d0-", "<xenc:DataReference URI=\"#x0-"),
        ("A065", "data twice", "<xenc:ReferenceList>", "<xenc:ReferenceList><xenc:DataReference URI=\"#other\"/>"),
        ("A065", "another type", "#Attachment-Content-Only", "#Content"),
        ("A065", "no media type", "MimeType=\"application/gzip\"", "MimeType=\"gzip\""),
        ("A066", "with MIME header", "#Attachment-Content-Only", "#Attachment-Complete"),
        ("A065", "another key", "<wsse:Reference URI=\"#k-", "<wsse:Reference URI=\"#x-"),
        ("A065", "content at an address", "CipherReference URI=\"cid:message\"", "CipherReference URI=\"http://127.0.0.1:9/\""),
        ("A067", "another part", "CipherReference URI=\"cid:message\"", "CipherReference URI=\"cid:other\""),
        ("A057", "another transform", "#Attachment-Ciphertext-Transform", "#Attachment-Content-Signature-Transform"),
        ("A065", "value inside", "<xenc:CipherReference ", "<xenc:CipherValue>AA==</xenc:CipherValue><xenc:CipherReference "),
        ("A065", "no base64", "<xenc:CipherValue>", "<xenc:CipherValue>*"),
        ("A065", "nothing wrapped", "<xenc:EncryptedKey ", "<xenc:EncryptedHeader "),
        (
            "A065", "reference list alone", "<xenc:EncryptedKey ",
            "<xenc:ReferenceList xmlns:xenc=\"\(EncryptionNames.xenc)\"/><xenc:EncryptedKey "
        ),
        ("A060", "key by name", "<wsse:Reference URI=\"#r-", "<wsse:Embedded URI=\"#r-"),
    ]

    @Test("Whatever is not the profile's encryption is refused before a key is touched", arguments: structures)
    func structure(_ code: String, _ name: String, _ old: String, _ new: String) throws {
        var entity = try Sample.encrypted(sides).entity.replacing(old, with: new)
        if name == "nothing wrapped" { entity = try entity.replacing("</xenc:EncryptedKey>", with: "</xenc:EncryptedHeader>") }
        #expect(verdict(entity).code == code && verdict(entity, keys: []).code == code)
    }

    @Test("A part twice, two wrapped keys, and a part in clear beside an encrypted one are refused")
    func doubled() throws {
        let entity = try Sample.encrypted(sides).entity
        let data = try entity.span(from: "<xenc:EncryptedData ", through: "</xenc:EncryptedData>")
        let other = data.replacing("Id=\"d0-", with: "Id=\"e0-")
        #expect(verdict(try entity.replacing(data, with: data + other)).code == "A065")
        let wrapped = try entity.span(from: "<xenc:EncryptedKey ", through: "</xenc:EncryptedKey>")
        let second = wrapped.replacing("Id=\"k-", with: "Id=\"l-")
        #expect(verdict(try entity.replacing(wrapped, with: wrapped + second)).code == "A065")
        let header = "Content-Type: application/octet-stream\r\n"
        let boundary = try MediaType(parsing: entity.contentType).parameters["boundary"] ?? ""
        let plain = "Content-Type: text/plain\r\nContent-ID: <plain>\r\n\r\nx\r\n--\(boundary)\r\n"
        #expect(verdict(try entity.replacing(header, with: plain + header)) == Verdict(code: "A067", ebms: "EBMS:0103"))
    }

    private func wrappedKey(of entity: AS4Entity) throws -> [UInt8] {
        let text = try entity.span(from: "<xenc:CipherValue>", through: "</xenc:CipherValue>")
        return try #require(Base64.decode(String(text.dropFirst("<xenc:CipherValue>".count).dropLast("</xenc:CipherValue>".count))))
    }

    /// A message whose wrapped key or ciphertext was changed in one of the ways an oracle attack would.
    private func probe(_ number: Int, _ entity: AS4Entity, _ wrapped: [UInt8], _ generator: inout SeededGenerator) throws -> AS4Entity {
        func rewrapped(_ value: [UInt8]?) throws -> AS4Entity {
            try entity.replacing(Base64.encode(wrapped), with: Base64.encode(try #require(value)))
        }
        var value = wrapped
        switch number % 6 {
        case 0:
            value[Int.random(in: 0..<value.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            return try rewrapped(value)
        case 1:
            return try rewrapped((0..<Int.random(in: 1...600, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
        case 2: return try rewrapped([number % 4 == 0 ? 0 : 2] + wrapped.dropFirst())
        case 3: return try rewrapped(sides.kommun.certificate.publicKey.wrap(ContentKey(), .oaepSHA256))
        case 4: return try rewrapped(sides.kommun.certificate.publicKey.wrap(key.key.unwrap(wrapped, .oaepSHA256), .oaepSHA256MaskSHA1))
        default:
            var body = entity.body
            let tail = "\r\n--sluss-00000000000000000000000000000000--\r\n".utf8.count
            let length = try UnpackedEntity(entity).attachments[0].content.count
            body[body.count - tail - 1 - Int.random(in: 0..<length, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            return AS4Entity(contentType: entity.contentType, body: body)
        }
    }

    @Test("Five hundred probes of key, length and tag get one answer, byte for byte")
    func uniform() throws {
        let entity = try Sample.encrypted(sides).entity
        let wrapped = try wrappedKey(of: entity)
        let writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
        var generator = SeededGenerator(seed: 5)
        var answers: Set<[UInt8]> = []
        for number in 0..<500 {
            let probe = try probe(number, entity, wrapped, &generator)
            do throws(EBMSError) {
                _ = try InboundUnpackager(keys: [key]).unpack(probe, now: sides.now) { _ in sides.policy }
                Issue.record("probe \(number) was accepted")
            } catch {
                #expect(error.code == .failedDecryption && error.refusal == Refusal(AS4Code.decryption), "\(number)")
                if answers.isEmpty || number % 50 == 0 {
                    answers.insert(try writer.error(error, messageID: "e@k.example", now: sides.now).body)
                }
            }
        }
        #expect(answers.count == 1)
        let text = String(decoding: answers.first ?? [], as: UTF8.self)
        #expect(text.contains("errorCode=\"EBMS:0102\"") && text.contains("<eb:ErrorDetail>A068</eb:ErrorDetail>"))
    }

    @Test("A part too short to hold vector and tag is the same failure")
    func short() throws {
        let encryption = try #require(
            try SecurityHeader(
                try SOAPEnvelope(try UnpackedEntity(try Sample.encrypted(sides).entity).envelope).security()
            ).encryption)
        let decryption = PartDecryption(header: encryption, keys: [key], scratch: MemoryScratch())
        for length in [0, 1, 12, 27, 28, 29] {
            let content = MemorySource([UInt8](repeating: 0, count: length))
            let attachment = UnpackedEntity.Attachment(
                contentID: "message", mediaType: try MediaType(parsing: "application/octet-stream"), content: content)
            // The recipient's token is not handed over, so its certificate is named by nothing: that is decided before the key.
            #expect(Verdict { try decryption.decrypted([attachment], tokens: []) }.code == "A061")
            let tokens = try SOAPEnvelope(try UnpackedEntity(try Sample.encrypted(sides).entity).envelope).security()
                .children("BinarySecurityToken", in: Namespace.security)
            #expect(Verdict { try decryption.decrypted([attachment], tokens: tokens) } == Verdict(code: "A068", ebms: "EBMS:0102"))
        }
    }

    @Test("Content encrypted under the right key but other than what was signed is refused by its digest")
    func otherContent() throws {
        let entity = try Sample.encrypted(sides).entity
        let content = key.key.unwrap(try wrappedKey(of: entity), .oaepSHA256)
        let envelope = try UnpackedEntity(entity).envelope
        let part = MultipartWriter.Part(
            contentID: "message", contentType: "application/octet-stream", content: MemorySource(try Sample.gzip([1])), key: content)
        #expect(verdict(try MultipartWriter.entity(envelope: envelope, parts: [part])) == Verdict(code: "A058", ebms: "EBMS:0101"))
        let same = MultipartWriter.Part(
            contentID: "message", contentType: "text/plain", content: MemorySource(try Sample.gzip()), key: content)
        #expect(verdict(try MultipartWriter.entity(envelope: envelope, parts: [same])) == .accepted)
    }

    @Test("A suite is known by name; the next version of the profile is named and refused")
    func suites() throws {
        #expect(try AlgorithmSuite.named("edelivery-1.15") == .eDelivery115)
        for name in ["edelivery-2.0", "", "EDELIVERY-1.15"] { #expect(Verdict { try AlgorithmSuite.named(name) }.code == "A094") }
        #expect(AlgorithmSuite.eDelivery115.signatures == [SignatureAlgorithm.rsaSHA256.uri])
        var policy = sides.policy
        policy.agreements[0].suite = .eDelivery20
        for entity in [try Sample.packaged(sides).entity, try Sample.encrypted(sides).entity] {
            let verdict = Verdict { try InboundUnpackager(keys: [key]).unpack(entity, now: sides.now) { _ in policy } }
            #expect(verdict == Verdict(code: "A054", ebms: "EBMS:0103"))
        }
    }

    @Test("A key that is not RSA or not its certificate's cannot decrypt for us")
    func unfitKeys() throws {
        let elliptic = try PrivateKey.load(path: sides.pki.key(.kommun, .signing))
        let certificate = try #require(try Certificate.load(path: sides.pki.certificate(.kommun, .signing)).first)
        #expect(Verdict { try DecryptionKey(key: elliptic, certificate: certificate) }.code == "A093")
        #expect(Verdict { try DecryptionKey(key: sides.kommun.key, certificate: sides.region.certificate) }.code == "A093")
    }
}
