import AS4
import Documents
import Foundation
import Signatures

/// A message that a trusted partner signed and encrypted to us, whatever it says: what stands behind signature and key.
package enum EncryptedDoor {
    private static let now = Date(timeIntervalSince1970: 1_795_348_860)

    /// What is taken came out of its encryption as it went in, and gets a receipt that the partner takes. What is refused gets an answer that
    /// the partner can read, the same for each failure to decrypt.
    ///
    /// - Returns: our code for the refusal, `accepted`, or nil for an input that the partner could not make a message of.
    @discardableResult
    package static func message(_ bytes: [UInt8]) -> String? {
        guard let partner = TrustedPartner.shared, let letter = PartnerLetter(bytes, from: partner) else { return nil }
        let entity = StreamedEntity(letter.entity)
        let unpackager = InboundUnpackager(keys: partner.keys)
        // Each reference beside what it points to, without asking for trust.
        _ = unpackager.references(of: entity, scratch: MemoryScratch())
        do throws(EBMSError) {
            let received = try unpackager.unpack(entity, scratch: MemoryScratch(), now: now) { policy(for: $0, of: partner) }
            if !received.payloads.isEmpty { require(received, of: letter) }
            answer(received, to: entity, from: partner)
            return "accepted"
        } catch {
            refuse(error, to: entity, from: partner)
            return error.refusal.code
        }
    }

    /// Encrypted, between whatever parties, about anything.
    private static func policy(for message: UserMessage, of partner: TrustedPartner) -> AS4PartnerPolicy {
        var agreement = AS4Agreement(name: "any", from: message.from, to: message.to, service: message.service, actions: [message.action])
        (agreement.agreementRef, agreement.participantType, agreement.encryption) = (message.agreementRef, nil, .required)
        return AS4PartnerPolicy(name: "partner", signer: partner.policy, agreements: [agreement])
    }

    private static func require(_ received: ReceivedUserMessage, of letter: PartnerLetter) {
        precondition(received.isEncrypted, "taken in clear")
        precondition(!letter.options.contains(.unsealed), "taken without a tag that fits")
        for payload in received.payloads where payload.part.compressionType != nil && !letter.options.contains(.raw) {
            precondition((try? payload.bytes()) == letter.content, "another content than was sent")
        }
    }

    private static func answer(_ received: ReceivedUserMessage, to entity: StreamedEntity, from partner: TrustedPartner) {
        guard let receipt = try? partner.answers.receipt(for: received, messageID: "receipt@fuzzing", now: now) else {
            preconditionFailure("no receipt can be made")
        }
        precondition(received.isProved(by: receipt), "a receipt for another message")
        guard let sent = try? SentMessage(stored: entity),
            case .receipt? = try? SignalReader().read(receipt, sent: sent, policy: partner.policy, now: now)
        else { preconditionFailure("a receipt that the partner refuses") }
    }

    private static func refuse(_ error: EBMSError, to entity: StreamedEntity, from partner: TrustedPartner) {
        if error.code == .failedDecryption {
            precondition(error.refusal.place == .unknown && error.refusal.detail == nil, "a decryption that tells why")
        }
        guard let signal = try? partner.answers.error(error, messageID: "error@fuzzing", now: now) else {
            preconditionFailure("no error signal can be made")
        }
        guard let sent = try? SentMessage(stored: entity) else { return }
        guard case .errors(let errors, _)? = try? SignalReader().read(signal, sent: sent, policy: partner.policy, now: now),
            errors.first?.catalogued == error.code
        else { preconditionFailure("an error signal that the partner cannot read") }
    }
}
