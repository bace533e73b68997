import AS4
import Documents
import Foundation
import Signatures

/// What a partner's connection brings.
enum WireDoor {
    private static let now = Date(timeIntervalSince1970: 1_795_348_860)

    /// The first line is the Content-Type, the rest the body.
    static func mime(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2 else { return }
        let entity = AS4Entity(contentType: String(decoding: lines[0], as: UTF8.self), body: Array(lines[1]))
        judge(entity)
    }

    /// A bare envelope: the whole header is read before a key is asked for.
    static func envelope(_ bytes: [UInt8]) { judge(AS4Entity(contentType: "application/soap+xml", body: bytes)) }

    /// No more comes out than the limits allow.
    static func gzip(_ bytes: [UInt8]) {
        var limits = InboundLimits.standard
        limits.payloadBytes = 256 * 1024
        guard let sink = try? MemoryScratch().makeSink(), (try? Gzip.decompress(MemorySource(bytes), limits: limits, into: sink)) != nil,
            let content = try? sink.finish()
        else { return }
        precondition(content.count <= limits.payloadBytes, "more came out than the limit allows")
    }

    /// Nobody is trusted here, so nothing may be accepted.
    private static func judge(_ entity: AS4Entity) {
        let nobody = SignerPolicy(trust: TrustPolicy(anchors: []))
        let policy = AS4PartnerPolicy(name: "nobody", signer: nobody, agreements: [])
        let received = try? InboundUnpackager().unpack(StreamedEntity(entity), scratch: MemoryScratch(), now: now) { _ in policy }
        precondition(received == nil, "accepted without trust")
        // Reads what is said of encryption, too, and every digest, without asking for trust.
        _ = InboundUnpackager().references(of: StreamedEntity(entity), scratch: MemoryScratch())
        guard let sent = try? SentMessage(stored: StreamedEntity(entity)) else { return }
        if case .receipt = try? SignalReader().read(entity, sent: sent, policy: nobody, now: now) {
            preconditionFailure("a receipt without trust")
        }
    }
}
