import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// Messages that other products put on the wire. Their certificates are expired or self-signed, so signatures are judged here by the
/// mathematics and the coverage alone; trust is judged where certificates are our own.
@Suite("Messages of other products", .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"))
struct ForeignMessageTests {
    /// Judges like an inbound message, up to the partner, whom nobody knows.
    private func inbound(_ entity: AS4Entity) -> Verdict {
        Verdict { try InboundUnpackager().unpack(entity, now: .now) { _ in nil } }
    }

    /// Structure, coverage, signature value and digests, with the certificate the message carries or one of `known`.
    private func mathematics(_ entity: AS4Entity, known: [Certificate] = []) -> Verdict {
        Verdict {
            let unpacked = try UnpackedEntity(entity)
            let verifier = try EnvelopeVerifier(try SOAPEnvelope(unpacked.envelope))
            let targets = try verifier.targets(attachments: unpacked.attachments)
            try verifier.verifyMathematics(of: targets, with: try verifier.signer(known: known).leaf)
            try verifier.verifyAttachments(unpacked.attachments, of: targets)
        }
    }

    private func certificate(_ path: String) throws -> Certificate {
        try Certificate(pem: try SharedCorpus.bytes(of: "as4/" + path))
    }

    @Test("Domibus 5.1.6: its receipt is valid and proves its request, and a changed digest does not")
    func domibus() throws {
        let request = try SOAPEnvelope(try SharedCorpus.bytes(of: "as4/domibus-wire-5.1.6/request-soap.xml"))
        // The capture has lost the part that the header speaks of.
        let verdict = inbound(try Capture.entity("as4/domibus-wire-5.1.6/request-soap.xml"))
        #expect(verdict == Verdict(code: "A065", ebms: "EBMS:0103"))
        let signature = try request.security().only("Signature", in: SignatureNames.ds)
        let references = try SignedInfo.read(signature, profile: .webServiceSecurity).references
        let entity = try Capture.entity("as4/domibus-wire-5.1.6/receipt-soap.xml")
        let red = try certificate("domibus-wire-5.1.6/red_gw.cert.pem")
        #expect(mathematics(entity, known: [red]) == .accepted)
        #expect(mathematics(entity, known: [try certificate("domibus-wire-5.1.6/blue_gw.cert.pem")]).code == "A062")
        let envelope = try SOAPEnvelope(entity.body)
        let signal = try Signal(try envelope.only("SignalMessage"))
        guard case .receipt(let receipt) = signal.content else {
            Issue.record("no receipt")
            return
        }
        #expect(signal.facts.refToMessageID == (try UserMessageReader(try request.only("UserMessage"))).facts.messageID)
        var proven = try NonRepudiation.references(receipt)
        #expect(Verdict { try ReceiptMatcher.match(proven, references, at: .unknown) } == .accepted)
        proven[2].digest[31] ^= 1
        #expect(Verdict { try ReceiptMatcher.match(proven, references, at: .unknown) } == Verdict(code: "A083", ebms: "EBMS:0302"))
    }

    @Test(
        "Receipts of phase4 and Holodeck-type senders are valid, and the one changed on its way is not",
        arguments: [
            ("helger.as4in", "accepted"), ("governikus.as4in", "accepted"), ("dataport1-mustunderstand.as4in", "accepted"),
            ("dataport1.as4in", "A058"), ("TestReceipt12.xml", "accepted"),
        ])
    func receipts(_ name: String, _ code: String) throws {
        let entity = try Capture.entity("as4/phase4/\(name)", unlicensed: name.hasSuffix(".xml"))
        #expect(mathematics(entity).code == code)
        let signal = try Signal(try SOAPEnvelope(entity.body).only("SignalMessage"))
        guard case .receipt(let receipt) = signal.content else {
            Issue.record("no receipt")
            return
        }
        #expect(try NonRepudiation.references(receipt).count >= 2)
    }

    /// Inbound verdicts. Where the corpus expects EBMS:0101 for a signature over an Id that does not exist, ours is 0103: what must be
    /// signed is not. Where it accepts a message without the corners, ours is refused: the profile here is Four Corner.
    static let inboundTable: [(String, Verdict)] = [
        ("phase4/TwoUserMessages.xml", Verdict(code: "A022", ebms: "EBMS:0009")),
        ("phase4/UserMessageNoPartyID.xml", Verdict(code: "A028", ebms: "EBMS:0009")),
        ("phase4/WrongCompression.mime", Verdict(code: "A043", ebms: "EBMS:0303")),
        ("phase4/WrongSigningAlgorithm.xml", Verdict(code: "S003", ebms: "EBMS:0103")),
        ("phase4/WrongSigningDigestAlgorithm.xml", Verdict(code: "S003", ebms: "EBMS:0103")),
        ("phase4/dump-raw.as4out", Verdict(code: "A070", ebms: "EBMS:0010")),
        ("eessi-as4.net/as4-encrypted-signed-keyidentifier.as4", Verdict(code: "S003", ebms: "EBMS:0103")),
        ("eessi-as4.net/as4-soap-signed-message.txt", Verdict(code: "A030", ebms: "EBMS:0009")),
        ("eessi-as4.net/as4-soap-wrong-signed-message.txt", Verdict(code: "A030", ebms: "EBMS:0009")),
        ("eessi-as4.net/as4message_missing_mime_property.txt", Verdict(code: "A042", ebms: "EBMS:0303")),
        ("eessi-as4.net/as4message_incorect_compressed.txt", Verdict(code: "A029", ebms: "EBMS:0009")),
        ("harmony-domibus/ski_incoming_message.xml", Verdict(code: "A065", ebms: "EBMS:0103")),
        ("harmony-domibus/is_incoming_message.xml", Verdict(code: "A065", ebms: "EBMS:0103")),
        ("svev-msh/messaging_empty.xml", Verdict(code: "A022", ebms: "EBMS:0009")),
        ("svev-msh/messaging_missing.xml", Verdict(code: "A021", ebms: "EBMS:0009")),
        ("svev-msh/messaging_two_usermessages.xml", Verdict(code: "A022", ebms: "EBMS:0009")),
        ("svev-msh/messaging_xsd_invalid_To.xml", Verdict(code: "A024", ebms: "EBMS:0009")),
        ("svev-msh/valid_simple_message.xml", Verdict(code: "A029", ebms: "EBMS:0009")),
        ("pypi-as4/request.as4", Verdict(code: "A070", ebms: "EBMS:0010")),
        ("pypi-as4/neg-header-tampered.as4", Verdict(code: "A070", ebms: "EBMS:0010")),
        ("pypi-as4/neg-ciphertext-flipped.as4", Verdict(code: "A070", ebms: "EBMS:0010")),
    ]

    @Test("Each captured user message gets its verdict", arguments: inboundTable)
    func inboundMessage(_ path: String, _ expected: Verdict) throws {
        let hasLicense = path.hasPrefix("phase4/") && path.hasSuffix(".xml")
        let entity = try Capture.entity("as4/" + path, networkLineEnds: path.hasSuffix(".mime"), unlicensed: hasLicense)
        #expect(inbound(entity) == expected)
    }

    @Test("The tables name every message of the corpus")
    func complete() {
        let folders = ["eessi-as4.net", "harmony-domibus", "phase4", "svev-msh"]
        let files = folders.flatMap { folder in SharedCorpus.names(in: "as4/" + folder).map { folder + "/" + $0 } }
        let receipts = ["helger.as4in", "governikus.as4in", "dataport1-mustunderstand.as4in", "dataport1.as4in", "TestReceipt12.xml"]
        let named = Self.inboundTable.map(\.0).filter { !$0.hasPrefix("pypi") } + receipts.map { "phase4/" + $0 }
        #expect(files.filter { !$0.contains("AccessPoint") }.sorted() == named.sorted())
    }

    @Test("AS4.NET's digests hold, its key of 1024 bits does not, and a signature over an Id that does not exist is refused")
    func as4net() throws {
        let entity = try Capture.entity("as4/eessi-as4.net/as4-soap-signed-message.txt")
        let verifier = try EnvelopeVerifier(try SOAPEnvelope(entity.body))
        #expect(Verdict { try verifier.verifyElements(of: try verifier.targets(attachments: [])) } == .accepted)
        #expect(mathematics(entity) == Verdict(code: "S007", ebms: "EBMS:0101"))
        let wrong = mathematics(try Capture.entity("as4/eessi-as4.net/as4-soap-wrong-signed-message.txt"))
        #expect(wrong == Verdict(code: "A055", ebms: "EBMS:0103"))
    }

    @Test("A part that only says it is gzip is EBMS:0303")
    func falselyCompressed() throws {
        let unpacked = try UnpackedEntity(try Capture.entity("as4/eessi-as4.net/as4message_incorect_compressed.txt"))
        let attachment = try #require(unpacked.attachments.first)
        #expect(
            Verdict { try Gzip.decompress(try attachment.content.bytes(), limits: .standard) } == Verdict(code: "A045", ebms: "EBMS:0303"))
    }

    @Test(
        "Domibus' and Harmony's ways to name a key, SubjectKeyIdentifier and IssuerSerial, are read",
        arguments: ["ski_incoming_message.xml", "is_incoming_message.xml"])
    func keyReferences(_ name: String) throws {
        let envelope = try SOAPEnvelope(try SharedCorpus.bytes(of: "as4/harmony-domibus/\(name)"))
        let signature = try envelope.security().only("Signature", in: SignatureNames.ds)
        let keyInfo = try signature.only("KeyInfo", in: SignatureNames.ds)
        #expect(Verdict { try KeyReference(keyInfo) } == .accepted)
    }

    @Test("The library as4: its receipt proves its request, its errors are understood and their signatures hold")
    func library() throws {
        struct Row: Decodable {
            let uri: String
            let digestValue: String
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let rows = try decoder.decode([Row].self, from: Data(try SharedCorpus.bytes(of: "as4/pypi-as4/request.as4.refs.json")))
        let sent = try rows.map { SignedReference(uri: $0.uri, transforms: [], digest: try #require(Base64.decode($0.digestValue))) }
        let receipt = try Capture.entity("as4/pypi-as4/receipt.xml")
        #expect(mathematics(receipt) == .accepted)
        guard case .receipt(let element) = try Signal(try SOAPEnvelope(receipt.body).only("SignalMessage")).content else {
            Issue.record("no receipt")
            return
        }
        #expect(Verdict { try ReceiptMatcher.match(try NonRepudiation.references(element), sent, at: .unknown) } == .accepted)
        for (name, code) in [("neg-header-tampered", EBMSCode.failedAuthentication), ("neg-ciphertext-flipped", .failedDecryption)] {
            let answer = try Capture.entity("as4/pypi-as4/\(name).answer.xml")
            #expect(mathematics(answer) == .accepted, "\(name)")
            guard case .errors(let errors) = try Signal(try SOAPEnvelope(answer.body).only("SignalMessage")).content else {
                Issue.record("no error")
                continue
            }
            #expect(errors.map(\.catalogued) == [code])
        }
    }
}
