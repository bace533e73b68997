import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// Both directions against the Python library as4 (`as4_library.py` beside this file), message by message over files.
///
/// The library's own profile always encrypts and wraps content in an SBDH; its message, signature, encryption, receipt and error code does all
/// the work here, with the overrides that the script names.
@Suite("The library as4 as a peer", .enabled(if: LibraryPeer.isInstalled, "needs the interpreter SLUSS_PYTHON with as4==0.2.0"))
struct LibraryPeerTests {
    private struct Received: Decodable {
        let state: String
        let messageID: String
        let errors: [String]
        let payloads: [String]

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
            case state, errors, payloads
        }
    }

    private struct Judged: Decodable {
        let state: String
        let problem: String?
        let errors: [[String?]]
    }

    private struct Built: Decodable {
        let messageID: String

        private enum CodingKeys: String, CodingKey {
            case messageID = "message_id"
        }
    }

    let sides: Sides
    let folder: TemporaryFolder

    init() throws {
        sides = try Sides.shared.get()
        folder = try TemporaryFolder("peer")
    }

    /// Writes the script's profile for one side of our agreement.
    private func profile(own: TestOrganisation, peer: TestOrganisation, encrypted: Bool = false) throws -> String {
        func side(_ organisation: TestOrganisation) -> [String: String] {
            [
                "party": organisation.organisationsnummer, "participant": "0007:" + organisation.organisationsnummer,
                "certificate": sides.pki.certificate(organisation, .as4), "key": sides.pki.key(organisation, .as4),
            ]
        }
        let values: [String: Any] = [
            "own": side(own), "peer": side(peer), "party_type": EBMSName.organisationsnummerType,
            "participant_type": EBMSName.participantType, "service": Sample.exchange.service.value,
            "service_type": Sample.exchange.service.type ?? "", "action": Sample.exchange.action, "encrypted": encrypted,
        ]
        let json = [UInt8](try JSONSerialization.data(withJSONObject: values))
        return try folder.write(json, to: "\(own.label).json")
    }

    private func run<Answer: Decodable>(_ arguments: String..., as type: Answer.Type = Answer.self) throws -> Answer {
        let script = ProjectRoot.file("Tests/AS4Tests/Foreign/as4_library.py")
        let result = try #require(Tool.python).runBlocking(["-W", "ignore", script] + arguments)
        guard result.isSuccess else { throw SupportFailure("as4_library.py: \(result.errorText.suffix(800))") }
        return try JSONDecoder().decode(type, from: Data(result.output))
    }

    private func written(_ entity: AS4Entity, _ name: String) throws -> String {
        try folder.write(Array("Content-Type: \(entity.contentType)\r\n\r\n".utf8) + entity.body, to: name)
    }

    @Test("The library accepts our message, and its signed receipt proves it to us", arguments: [false, true])
    func outbound(_ isEncrypted: Bool) throws {
        let packed = try isEncrypted ? Sample.encrypted(sides) : Sample.packaged(sides)
        let request = try written(packed.entity, "request.as4")
        let profile = try profile(own: .kommun, peer: .region, encrypted: isEncrypted)
        let received: Received = try run("answer", profile, request, folder.file("answer.xml"))
        #expect(received.state == "received" && received.errors.isEmpty && received.messageID == packed.sent.messageID)
        #expect(received.payloads == [String(decoding: Sample.payload, as: UTF8.self)])
        let answer = AS4Entity(contentType: "application/soap+xml;charset=utf-8", body: try folder.bytes(of: "answer.xml"))
        let outcome = try SignalReader().read(answer, sent: packed.sent, policy: sides.kommun.signerPolicy, now: sides.now)
        guard case .receipt(let receipt) = outcome else {
            Issue.record("no receipt: \(outcome)")
            return
        }
        #expect(receipt.signer == sides.kommun.certificate)
        let other = try Sample.packaged(sides, id: "0002@region.example.se").sent
        let verdict = Verdict { try SignalReader().read(answer, sent: other, policy: sides.kommun.signerPolicy, now: sides.now) }
        #expect(verdict == Verdict(code: "A081", ebms: "EBMS:0302"))
    }

    @Test(
        "The library refuses our message when it was changed on its way, and we understand its signed error",
        arguments: [
            (">0007:2120009903<", ">0007:2120009911<"), ("Content-ID: <message>\r\n\r\n\u{1F}", "Content-ID: <message>\r\n\r\n\u{1E}"),
        ])
    func outboundTampered(_ old: String, _ new: String) throws {
        let packed = try Sample.packaged(sides)
        let request = try written(try packed.entity.replacing(old, with: new), "request.as4")
        let received: Received = try run("answer", try profile(own: .kommun, peer: .region), request, folder.file("answer.xml"))
        #expect(received.state == "rejected" && received.errors == ["EBMS:0101"])
        let answer = AS4Entity(contentType: "application/soap+xml", body: try folder.bytes(of: "answer.xml"))
        let outcome = try SignalReader().read(answer, sent: packed.sent, policy: sides.kommun.signerPolicy, now: sides.now)
        guard case .errors(let errors, let isTrusted) = outcome else {
            Issue.record("no error: \(outcome)")
            return
        }
        #expect(isTrusted && errors.map(\.catalogued) == [.failedAuthentication])
    }

    @Test("We accept the library's message, and it accepts our receipt and understands our errors", arguments: [false, true])
    func inbound(_ isEncrypted: Bool) throws {
        let profile = try profile(own: .region, peer: .kommun, encrypted: isEncrypted)
        let payload = try folder.write(Sample.payload, to: "payload.xml")
        let built: Built = try run("build", profile, payload, folder.file("built.as4"))
        let entity = Capture.entity(try folder.bytes(of: "built.as4"))
        // The library stamps messages with the clock; certificates of the development authority are valid then too.
        var policy = sides.policy
        policy.agreements[0].encryption = isEncrypted ? .required : .off
        let received = try InboundUnpackager(keys: [try sides.kommun.decryptionKey()]).unpack(entity, now: .now) { _ in policy }
        #expect(received.isEncrypted == isEncrypted)
        #expect(received.userMessage.messageID == built.messageID)
        #expect(try received.contents() == [Sample.payload])

        let writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
        let receipt = try writer.receipt(for: received, messageID: "r@kommun.example.se", now: .now)
        try folder.write(receipt.body, to: "receipt.xml")
        let accepted: Judged = try run("judge", profile, folder.file("built.as4.exchange"), folder.file("receipt.xml"))
        #expect(accepted.state == "acknowledged" && accepted.problem == nil && accepted.errors.isEmpty)

        var error = EBMSError(.unknownAgreement)
        error.refToMessageID = built.messageID
        try folder.write(try writer.error(error, messageID: "e@kommun.example.se", now: .now).body, to: "error.xml")
        let refused: Judged = try run("judge", profile, folder.file("built.as4.exchange"), folder.file("error.xml"))
        #expect(refused.state == "rejected" && refused.problem == nil && refused.errors == [["EBMS:0010", "A071"]])
    }

    @Test("The library cannot decrypt what was changed or is for another, and says EBMS:0102; we understand it")
    func undecryptable() throws {
        let packed = try Sample.encrypted(sides)
        let other = try OutboundPackager(
            key: sides.region.key, certificate: sides.region.certificate, encryptingFor: sides.neighbour.certificate
        ).pack(Sample.message(at: sides.now), payload: Sample.payload)
        let changed = AS4Entity(contentType: packed.entity.contentType, body: packed.entity.body.flippingCiphertext)
        let profile = try profile(own: .kommun, peer: .region, encrypted: true)
        for entity in [changed, other.entity] {
            let received: Received = try run("answer", profile, try written(entity, "request.as4"), folder.file("answer.xml"))
            #expect(received.errors == ["EBMS:0102"])
            let answer = AS4Entity(contentType: "application/soap+xml", body: try folder.bytes(of: "answer.xml"))
            let outcome = try SignalReader().read(answer, sent: packed.sent, policy: sides.kommun.signerPolicy, now: sides.now)
            guard case .errors(let errors, let isTrusted) = outcome else {
                Issue.record("no error: \(outcome)")
                continue
            }
            #expect(isTrusted && errors.map(\.catalogued) == [.failedDecryption])
        }
    }

    @Test("The library does not take a receipt of ours that was changed or that another signed")
    func receiptTampered() throws {
        let profile = try profile(own: .region, peer: .kommun)
        let payload = try folder.write(Sample.payload, to: "payload.xml")
        let _: Built = try run("build", profile, payload, folder.file("built.as4"))
        let received = try InboundUnpackager().unpack(Capture.entity(try folder.bytes(of: "built.as4")), now: .now) { _ in sides.policy }
        let sound = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
            .receipt(for: received, messageID: "r@kommun.example.se", now: .now)
        let foreign = try SignalWriter(key: sides.neighbour.key, certificate: sides.neighbour.certificate)
            .receipt(for: received, messageID: "r@kommun.example.se", now: .now)
        for entity in [try sound.replacing("r@kommun", with: "s@kommun"), foreign] {
            try folder.write(entity.body, to: "receipt.xml")
            let judged: Judged = try run("judge", profile, folder.file("built.as4.exchange"), folder.file("receipt.xml"))
            #expect(judged.state != "acknowledged" && judged.problem?.hasPrefix("ReceiptVerificationError") == true)
        }
    }
}
