import CareMessages
import Documents
import Foundation
import Signatures
import Spooling
import TestSupport

@testable import AS4
@testable import Gateway

/// One organisation's gateway without its network: real keys, real spools in a folder of its own, every step of both ways.
final class TestSide: Sendable {
    let folder: TemporaryFolder
    let parts: GatewayParts
    let spools: Spools
    let ledger: CaseLedger

    private static let check = Result { try MessageCheck() }

    /// The region knows both municipalities, every municipality the region.
    init(
        _ organisation: TestOrganisation = .region, options: SpoolOptions = SpoolOptions(),
        _ change: (inout ConfigurationWriter) -> Void = { _ in }
    ) throws {
        folder = try TemporaryFolder(organisation.label)
        parts = try Self.parts(of: organisation, in: folder.path, change)
        spools = try Spools(root: parts.configuration.paths.spool, create: true, options: options)
        ledger = try spools.ledger()
    }

    /// The same organisation under another configuration.
    func parts(_ change: (inout ConfigurationWriter) -> Void) throws -> GatewayParts {
        let organisation = [TestOrganisation.region, .kommun, .neighbour].first {
            $0.organisationsnummer == parts.configuration.organisation.organisationsnummer
        }
        return try Self.parts(of: organisation ?? .region, in: folder.path, change)
    }

    private static func parts(
        of organisation: TestOrganisation, in folder: String, _ change: (inout ConfigurationWriter) -> Void
    ) throws -> GatewayParts {
        var writer = ConfigurationWriter(organisation, certificates: try .shared(), port: 8443)
        let others: [TestOrganisation] = organisation == .region ? [.kommun, .neighbour] : [.region]
        writer.partners = others.enumerated().map { ConfigurationWriter.Partner($1, port: 9443 + $0) }
        change(&writer)
        let outcome = ConfigurationCheck.run(path: try writer.write(to: folder), at: Date())
        guard let accepted = outcome.accepted else { throw SupportFailure("\(outcome.errors.map { "\($0.code) \($0.key)" })") }
        return GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: try check.get())
    }

    var outbound: OutboundPipeline { OutboundPipeline(parts, spools: spools, ledger: ledger) }
    var inbound: InboundPipeline { InboundPipeline(parts, spools: spools, ledger: ledger) }
    var prepare: PrepareDelivery { PrepareDelivery(parts: parts, spool: spools.outbound, scratch: spools.scratch) }
    var submitFolder: String { parts.configuration.paths.submit }
    var inboxFolder: String { parts.configuration.paths.handover }

    /// Submits a message that is to be accepted with one copy, and returns the copy's id.
    func queue(_ notice: Notice = Notice()) throws -> MessageID {
        let submission = try outbound.submit(notice.bytes)
        guard let copy = submission.copies.first else { throw SupportFailure("refused: \(submission.findings.map(\.rule))") }
        return copy.id
    }

    /// Claims a message and has its request ready.
    func prepared(_ id: MessageID, at time: Date = Date()) throws -> PreparedDelivery {
        guard case .ready(let prepared) = try prepare.run(id, at: time) else { throw SupportFailure("not ready") }
        return prepared
    }

    /// The request as it would cross the wire to the partner.
    func request(_ notice: Notice = Notice()) throws -> AS4Entity { try prepared(try queue(notice)).request.whole }

    /// A request of the region to the kommun with a payload that never went through the region's own checks.
    func request(
        unchecked payload: [UInt8], messageID: String = UUID().uuidString.lowercased(), sent: Date? = nil
    ) throws -> AS4Entity { try delivery(unchecked: payload, messageID: messageID, sent: sent).request.whole }

    /// The same as a delivery; `sent` is what its header says, in place of now.
    func delivery(
        unchecked payload: [UInt8], messageID: String = UUID().uuidString.lowercased(), sent: Date? = nil
    ) throws -> PreparedDelivery {
        let time = Date()
        let id = spools.newID(at: time)
        var envelope = Envelope(id: id, createdAt: time, type: "M01", partner: "kommun")
        envelope.attributes[.as4MessageID] = "\(messageID)@2321009900.sluss"
        envelope.attributes[.as4Timestamp] = sent.map(Timestamps.text)
        envelope.attributes[.finalRecipient] = TestOrganisation.kommun.organisationsnummer
        _ = try spools.outbound.submit(body: payload, envelope: envelope, record: HistoryRecord(at: time, event: .submitted))
        return try prepared(id, at: time)
    }

    /// A request with its header changed, packed and signed again by this side; with `attachment` these bytes take the place of the compressed
    /// payload.
    func repacked(
        _ request: AS4Entity, payload: [UInt8] = [], attachment: [UInt8]? = nil, _ change: (inout UserMessage) -> Void = { _ in }
    ) throws -> AS4Entity {
        let envelope = try SOAPEnvelope(try UnpackedEntity(request).envelope)
        var message = try UserMessageReader(try envelope.only("UserMessage")).message()
        change(&message)
        let (key, certificate) = (parts.keyring.as4Key, parts.keyring.as4Certificate)
        let partner = parts.configuration.partners.first { $0.party == message.to.id } ?? parts.configuration.partners[0]
        guard let recipient = parts.keyring.encryptionCertificate(for: partner) else { throw SupportFailure("nothing to encrypt to") }
        let scratch = MemoryScratch()
        let sink = try scratch.makeSink()
        guard let attachment else {
            let payloads = [OutboundPayload(message.parts[0], content: MemorySource(payload))]
            let packager = try OutboundPackager(key: key, certificate: certificate, encryptingFor: recipient)
            let packed = try packager.pack(message, payloads: payloads, scratch: scratch, into: sink)
            return AS4Entity(contentType: packed.contentType, body: try packed.body.bytes())
        }
        let id = message.parts[0].contentID
        let encryption = try PartEncryption(recipient: recipient)
        var content = EnvelopeSigner.Content(message: UserMessageWriter.markup(message))
        content.attachments = [.init(contentID: id, digest: Digest.sha256(attachment))]
        content.encryption = encryption.markup(parts: [(id, EBMSName.gzip)]) { EnvelopeSigner.id($0, message.messageID) }
        let signed = try EnvelopeSigner(key: key, certificate: certificate).sign(content, seed: message.messageID)
        let part = MultipartWriter.Part(
            contentID: id, contentType: "application/octet-stream", content: MemorySource(attachment), key: encryption.key)
        let type = try MultipartWriter.write(envelope: signed.envelope, parts: [part], into: sink)
        return AS4Entity(contentType: type, body: try sink.finish().bytes())
    }

    /// What this side answers to a request of a partner.
    func answer(_ request: StreamedEntity, from partner: String = "region") -> HTTPAnswer { answer(request.whole, from: partner) }

    /// The same to a request in memory.
    func answer(_ request: AS4Entity, from partner: String = "region") -> HTTPAnswer {
        let answer = inbound.receive(request, from: partner)
        return HTTPAnswer(status: answer.status, contentType: answer.entity.contentType, body: answer.entity.body)
    }

    /// Signs as this organisation does.
    func signed(_ bytes: [UInt8]) throws -> [UInt8] {
        try EnvelopedSigner(key: parts.keyring.signingKey, certificate: parts.keyring.signingCertificate)
            .sign(try Document.parse(bytes), at: Date())
    }

    /// The state a message lies in, and its history.
    func outboundEntry(_ id: MessageID) throws -> SpoolEntry? { try spools.outbound.entry(id) }

    /// How many messages lie in all states of a spool.
    static func count(_ spool: Spool) throws -> Int { try SpoolState.allCases.reduce(0) { try $0 + spool.list($1).count } }
}

extension HTTPAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }
}
