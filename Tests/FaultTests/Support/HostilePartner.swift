import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import TestSupport

/// Somebody who talks AS4 to a gateway and chooses every certificate and value. With everything left as it is, an honest region.
struct HostilePartner {
    /// Certificate and key files.
    typealias Credential = (certificate: String, key: String)

    var tls: Credential
    var as4: Credential
    var signing: Credential?
    /// Changes the business message before it is signed.
    var business: (String) -> String = { $0 }
    /// Changes the business message after it was signed.
    var signed: ([UInt8]) -> [UInt8] = { $0 }
    /// Changes the AS4 header before it is signed.
    var header: (inout UserMessage) -> Void = { _ in }
    /// Changes the bytes on the wire.
    var wire: ([UInt8]) -> [UInt8] = { $0 }

    private let pki: DevelopmentPKI

    init(_ pki: DevelopmentPKI) {
        self.pki = pki
        tls = Self.own(.region, .tls, pki)
        as4 = Self.own(.region, .as4, pki)
        signing = Self.own(.region, .signing, pki)
    }

    static func own(_ organisation: TestOrganisation, _ use: DevelopmentPKI.Use, _ pki: DevelopmentPKI) -> Credential {
        (pki.certificate(organisation, use), pki.key(organisation, use))
    }

    static func faulty(_ fault: DevelopmentPKI.Fault, _ use: DevelopmentPKI.Use, _ pki: DevelopmentPKI) -> Credential {
        (pki.faultyCertificate(fault, use), pki.faultyKey(fault, use))
    }

    /// The entity to post for a new business message.
    func entity(_ message: FreshMessage = FreshMessage(), at time: Date = Date()) throws -> AS4Entity {
        var payload = Array(business(String(decoding: message.bytes, as: UTF8.self)).utf8)
        if let signing {
            payload = try EnvelopedSigner(key: PrivateKey.load(path: signing.key), certificate: try Self.leaf(signing))
                .sign(try Document.parse(payload), at: time)
        }
        let parties = [TestOrganisation.region, .kommun].map { PartyID($0.organisationsnummer, type: EBMSName.organisationsnummerType) }
        let type = MessageType.inskrivningsmeddelande
        var header = UserMessage(
            messageID: "\(message.messageID)@hostile.example", timestamp: time, from: AS4Party(parties[0], role: EBMSName.initiator),
            to: AS4Party(parties[1], role: EBMSName.responder),
            exchange: .init(service: ServiceName(type.defaultService), action: type.defaultAction, conversationID: "conversation"))
        header.setCorners(
            originalSender: "0007:\(TestOrganisation.region.organisationsnummer)",
            finalRecipient: "0007:\(TestOrganisation.kommun.organisationsnummer)")
        header.parts = [.compressedXML()]
        self.header(&header)
        let scratch = MemoryScratch()
        let content = OutboundPayload(header.parts[0], content: MemorySource(signed(payload)))
        let recipient = try Self.leaf(Self.own(.kommun, .as4, pki))
        let packed = try OutboundPackager(
            key: PrivateKey.load(path: as4.key), certificate: try Self.leaf(as4), encryptingFor: recipient
        )
        .pack(header, payloads: [content], scratch: scratch, into: scratch.makeSink())
        return AS4Entity(contentType: packed.contentType, body: wire(try packed.body.bytes()))
    }

    private static func leaf(_ credential: Credential) throws -> Certificate {
        guard let leaf = try Certificate.load(path: credential.certificate).first else { throw SupportFailure("no certificate") }
        return leaf
    }

    /// What a gateway answered.
    struct Answer {
        /// The HTTP status; 0 when there was no answer at all.
        let status: Int
        let body: [UInt8]
        /// curl's words.
        let errors: String

        var text: String { String(decoding: body, as: UTF8.self) }
        var isReceipt: Bool { text.contains("NonRepudiationInformation") }
        /// The ebMS code in the answer, or `receipt`, or `none`.
        var verdict: String {
            if let code = text.firstMatch(of: /errorCode="(EBMS:[0-9]{4})"/) { return String(code.1) }
            return isReceipt ? "receipt" : "none"
        }
    }

    /// Posts an entity with curl.
    func post(_ entity: AS4Entity, to port: Int, in folder: TemporaryFolder) async throws -> Answer {
        let name = "post-\(UInt32.random(in: 0 ... .max))"
        let request = try folder.write(entity.body, to: name)
        let arguments = [
            "--silent", "--show-error", "--max-time", "20", "--cacert", pki.root(.tls), "--cert", tls.certificate, "--key", tls.key,
            "--header", "Content-Type: \(entity.contentType)", "--data-binary", "@\(request)", "--output", request + ".answer",
            "--write-out", "%{http_code}", "https://localhost:\(port)/as4",
        ]
        let result = try await Tool.require("curl").run(arguments)
        let body = FileManager.default.contents(atPath: request + ".answer").map(Array.init) ?? []
        return Answer(status: Int(result.outputText) ?? 0, body: body, errors: result.errorText)
    }
}
