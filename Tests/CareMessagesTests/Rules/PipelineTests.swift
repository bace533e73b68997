import CareMessages
import Documents
import Foundation
import Signatures
import Testing

@Suite("From bytes to findings, with signatures", .enabled(if: Root.has("openssl"), "openssl is not installed"))
struct PipelineTests {
    /// A self-signed signer; trust is not the matter here.
    struct Signer {
        let key: PrivateKey
        let certificate: Certificate

        init(organisation: String?) throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "sluss-care-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let subject = "/CN=Prov" + (organisation.map { "/2.5.4.97=NTRSE-\($0)" } ?? "")
            let made = try Root.run(
                [
                    "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3", "-keyout",
                    "k", "-out", "c", "-subj", subject,
                    "-addext", "keyUsage=critical,digitalSignature",
                ], in: folder)
            try #require(made.status == 0, "\(made.output)")
            key = try PrivateKey(pem: [UInt8](Data(contentsOf: folder.appending(path: "k"))))
            certificate = try Certificate(pem: [UInt8](Data(contentsOf: folder.appending(path: "c"))))
        }

        func sign(_ type: MessageType) throws -> [UInt8] {
            let document = try Document.parse(Array(Checking.text(type).utf8))
            return try EnvelopedSigner(key: key, certificate: certificate).sign(document, at: Checking.sent(type))
        }
    }

    private func check(_ bytes: [UInt8], _ type: MessageType, requiresSignature: Bool = true) throws -> CheckOutcome {
        try Checking.check.get().check(
            bytes, verifier: EnvelopedVerifier(policy: nil), requiresSignature: requiresSignature, context: Checking.context(type))
    }

    @Test("A signed example is accepted, and the signer is known", arguments: MessageType.allCases)
    func signed(_ type: MessageType) throws {
        let signer = try Signer(organisation: Checking.examples.get()[type]?.envelope.sender.organisationsnummer)
        let outcome = try check(signer.sign(type), type)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.isAccepted)
        #expect(outcome.signer == signer.certificate)
        #expect(outcome.signingTime == Checking.sent(type))
        #expect(outcome.summary.signer == signer.certificate.subject)
    }

    @Test("A signed example follows the schema for xmllint too", .enabled(if: Root.has("xmllint"), "xmllint is not installed"))
    func signedFollowsSchema() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sluss-care-\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(Signer(organisation: Checking.region).sign(.utskrivningsklar)).write(to: file)
        let run = try Root.run(["xmllint", "--noout", "--schema", Root.path("Schemas/samverkan.xsd"), file.path])
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("A message signed by another organisation, or by none, is refused with E01", arguments: [Checking.kommun, nil])
    func otherOrganisation(_ organisation: String?) throws {
        let outcome = try check(Signer(organisation: organisation).sign(.inskrivningsmeddelande), .inskrivningsmeddelande)
        #expect(outcome.findings.map(\.rule) == ["E01"])
        #expect(!outcome.isAccepted)
    }

    @Test("One changed byte under a signature is refused before schema and rules look at it")
    func tampered() throws {
        let signed = String(decoding: try Signer(organisation: Checking.region).sign(.inskrivningsmeddelande), as: UTF8.self)
        let outcome = try check(Array(signed.replacing("201203159809", with: "201203159817").utf8), .inskrivningsmeddelande)
        #expect(outcome.findings.map(\.rule) == ["S006"])
        #expect(outcome.message == nil && outcome.signer == nil)
    }

    @Test("A tampered signature is refused even where none is required")
    func tamperedOptional() throws {
        let signed = String(decoding: try Signer(organisation: Checking.region).sign(.inskrivningsmeddelande), as: UTF8.self)
        let outcome = try check(Array(signed.replacing("Tilda", with: "Hilda").utf8), .inskrivningsmeddelande, requiresSignature: false)
        #expect(outcome.findings.map(\.rule) == ["S006"])
    }

    @Test("An unsigned message is refused where a signature is required")
    func missing() throws {
        let outcome = try check(Array(Checking.text(.remiss).utf8), .remiss)
        #expect(outcome.findings.map(\.rule) == ["S001"])
        #expect(outcome.message == nil)
    }

    @Test("A signature that is not the last child of the root is refused")
    func misplaced() throws {
        var text = String(decoding: try Signer(organisation: Checking.kommun).sign(.remiss), as: UTF8.self)
        let start = try #require(text.range(of: "<ds:Signature"))
        let end = try #require(text.range(of: "</ds:Signature>"))
        let signature = String(text[start.lowerBound..<end.upperBound])
        text.removeSubrange(start.lowerBound..<end.upperBound)
        let moved = text.replacing("<sam:Fragestallning>", with: signature + "<sam:Fragestallning>")
        let outcome = try check(Array(moved.utf8), .remiss, requiresSignature: false)
        #expect(outcome.findings.map { $0.rule.prefix(1) } == ["S"])
        #expect(!outcome.isAccepted)
    }
}
