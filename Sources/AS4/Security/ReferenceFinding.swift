import Documents
import Signatures

/// One reference of a message's signature beside what it points to, for whoever asks why a message was refused. Proves nothing by itself.
package struct ReferenceFinding: Sendable, Equatable {
    /// How the digest compares.
    package enum State: String, Sendable {
        /// What it points to is what was signed.
        case equal
        /// It is not.
        case different
        /// It points to nothing that is to be signed, or that could not be decrypted.
        case unresolved
    }

    /// The reference's URI, as written: the peer's words.
    package let uri: String
    /// How the digest compares.
    package let state: State
}

extension InboundUnpackager {
    /// The references of an entity's signature, in order; empty when it is too broken to have any. Decrypts with our keys as ``unpack`` does.
    /// Blocking.
    package func references(of entity: StreamedEntity, scratch: any ScratchSpace) -> [ReferenceFinding] {
        guard let unpacked = try? UnpackedEntity(entity, scratch: scratch, limits: limits),
            let envelope = try? SOAPEnvelope(unpacked.envelope),
            let verifier = try? EnvelopeVerifier(envelope)
        else { return [] }
        let parts = clear(unpacked.attachments, verifier.header, scratch: scratch)
        let message = try? UserMessageReader(try envelope.only("UserMessage")).message()
        let compressed = message.map { PartMatch(message: $0, attachments: unpacked.attachments).compressed } ?? []
        let digest = AttachmentDigest(compressed: compressed, limits: limits)
        let elements = [envelope.messaging, envelope.body] + (verifier.header.timestamp.map { [$0] } ?? [])
        return verifier.signedInfo.references.map { reference in
            let found: [UInt8]?
            if let element = elements.first(where: { $0.attribute("Id", in: Namespace.utility).map { "#" + $0 } == reference.uri }) {
                found = try? CanonicalDigest.sha256(of: element, inclusivePrefixes: reference.inclusivePrefixes)
            } else {
                let id = ContentID.parse(uri: reference.uri)
                found = parts.first { $0.contentID == id }.flatMap { try? digest.sha256($0) }
            }
            let state = found.map { Digest.areEqual($0, reference.digest) ? ReferenceFinding.State.equal : .different }
            return ReferenceFinding(uri: reference.uri, state: state ?? .unresolved)
        }
    }

    private func clear(
        _ attachments: [UnpackedEntity.Attachment], _ header: SecurityHeader, scratch: any ScratchSpace
    ) -> [UnpackedEntity.Attachment] {
        guard let encryption = header.encryption else { return attachments }
        let decryption = PartDecryption(header: encryption, keys: keys, scratch: scratch)
        return (try? decryption.decrypted(attachments, tokens: header.tokens)) ?? []
    }
}
