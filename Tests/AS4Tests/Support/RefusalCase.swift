import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// One way to provoke one code.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    let code: AS4Code
    let provoke: @Sendable (Sides) throws -> Void

    var testDescription: String { code.rawValue }

    init(_ code: AS4Code, _ provoke: @escaping @Sendable (Sides) throws -> Void) {
        self.code = code
        self.provoke = provoke
    }

    /// A sound message, changed, and unpacked.
    init(_ code: AS4Code, changing change: @escaping @Sendable (AS4Entity) throws -> AS4Entity) {
        self.init(code) { sides in try Self.unpack(try change(try Sample.packaged(sides).entity), sides) }
    }

    /// A sound message encrypted to the municipality, changed, and unpacked with its key, or with `keys`, under an agreement on encryption.
    init(
        _ code: AS4Code, encrypting keys: [DecryptionKey]?, _ encryption: PayloadEncryption,
        changing change: @escaping @Sendable (AS4Entity) throws -> AS4Entity
    ) {
        self.init(code) { sides in
            var policy = sides.policy
            policy.agreements[0].encryption = encryption
            let entity = try change(try Sample.encrypted(sides).entity)
            _ = try InboundUnpackager(keys: try keys ?? [sides.kommun.decryptionKey()]).unpack(entity, now: sides.now) { _ in policy }
        }
    }

    /// A message whose header is changed and which is then signed, with one attachment `message`.
    init(_ code: AS4Code, signing change: @escaping @Sendable (inout UserMessage) -> Void, content: [UInt8]? = nil) {
        self.init(code) { sides in
            var message = Sample.message(at: sides.now)
            change(&message)
            let attachment = MultipartWriter.Part(
                contentID: "message", contentType: "application/gzip", content: try content ?? Sample.gzip())
            try Self.unpack(try Sample.entity(sides, message, attachments: [attachment]), sides)
        }
    }

    /// A sound message under a changed policy.
    init(_ code: AS4Code, policy change: @escaping @Sendable (inout AS4PartnerPolicy) -> Void) {
        self.init(code) { sides in
            var policy = sides.policy
            change(&policy)
            _ = try InboundUnpackager().unpack(try Sample.packaged(sides).entity, now: sides.now) { _ in policy }
        }
    }

    /// A sound message under changed limits.
    init(_ code: AS4Code, limits change: @escaping @Sendable (inout InboundLimits) -> Void) {
        self.init(code) { sides in
            var limits = InboundLimits.standard
            change(&limits)
            _ = try InboundUnpackager(limits: limits).unpack(try Sample.packaged(sides).entity, now: sides.now) { _ in sides.policy }
        }
    }

    /// A sound receipt, changed before it is signed: `change` gets the children of SignalMessage after MessageInfo.
    init(
        _ code: AS4Code, answering reference: String = "0001@region.example.se",
        with content: @escaping @Sendable ([SignedReference]) -> [Markup]
    ) {
        self.init(code) { sides in
            let sent = try Sample.packaged(sides).sent
            let facts = MessageFacts(messageID: "r@kommun.example.se", timestamp: sides.now, refToMessageID: reference)
            let signal = Markup("eb:SignalMessage", children: [facts.markup] + content(sent.references))
            let signed = try EnvelopeSigner(key: sides.kommun.key, certificate: sides.kommun.certificate).sign(signal, seed: "r")
            let entity = AS4Entity(contentType: "application/soap+xml", body: signed.envelope)
            _ = try SignalReader().read(entity, sent: sent, policy: sides.kommun.signerPolicy, now: sides.now)
        }
    }

    private static func unpack(_ entity: AS4Entity, _ sides: Sides) throws {
        _ = try InboundUnpackager().unpack(entity, now: sides.now) { _ in sides.policy }
    }
}
