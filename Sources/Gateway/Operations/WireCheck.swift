import AS4
import Documents
import Foundation
import Signatures

/// Judges a captured message or answer with exactly the code that judges what comes over the wire. Stores nothing and answers nobody. Memory does
/// not grow with the capture.
package struct WireCheck: Sendable {
    /// What the judgement rests on.
    package enum Ground: Sendable {
        /// A configuration: the agreement's partner, pins and keys.
        case configured(GatewayParts, partner: String)
        /// Trust and keys given by hand; any parties, service and action will do.
        case given(SignerPolicy, keys: [DecryptionKey])
    }

    /// What it came to.
    package enum Verdict: Sendable {
        /// A message that would be taken as far as AS4 goes; the business document inside is another matter (``MessageCheck``).
        case message(ReceivedUserMessage)
        /// A receipt that proves the message it was compared with.
        case receipt(AcceptedReceipt)
        /// Errors that the peer reported.
        case errors([ReportedError], isTrusted: Bool)
        /// A signal by itself; a receipt proves nothing without the message it is for.
        case signal(PostedSignal)
        /// Refused, as the peer would be told.
        case refused(EBMSError)
    }

    private let ground: Ground
    private let time: Date
    private let scratch: any ScratchSpace

    /// - Parameters:
    ///   - time: when it is judged; certificates, lists and timestamps are compared with it.
    ///   - scratch: where parts are decrypted and unpacked to.
    package init(_ ground: Ground, at time: Date, scratch: any ScratchSpace) {
        (self.ground, self.time, self.scratch) = (ground, time, scratch)
    }

    /// Judges what a peer posted. Blocking.
    package func received(_ entity: StreamedEntity) -> Verdict {
        do throws(EBMSError) {
            switch ground {
            case .configured(let parts, let partner):
                let message = try VerifyReceived(parts: parts, scratch: scratch).run(entity, from: partner, at: time)
                // As if it were new: whether it came before is not known here.
                if case .user(let received) = message { try AcceptedAge(parts.configuration).check(received.userMessage, at: time) }
                return Self.verdict(message)
            case .given(let signer, let keys):
                let unpackager = InboundUnpackager(limits: Self.limits, keys: keys)
                let peer = PeerPolicies(signals: signer) { message in
                    AS4PartnerPolicy(name: "given", signer: signer, agreements: [Self.anything(as: message)])
                }
                return Self.verdict(try unpackager.receive(entity, scratch: scratch, now: time, from: peer))
            }
        } catch {
            return .refused(error)
        }
    }

    /// Judges an answer to a message of ours. Blocking.
    package func answered(_ entity: StreamedEntity, to sent: StreamedEntity) -> Verdict {
        do throws(EBMSError) {
            let request = try SentMessage(stored: sent)
            switch try SignalReader().read(try Self.small(entity), sent: request, policy: signer, now: time) {
            case .receipt(let receipt): return .receipt(receipt)
            case .errors(let errors, let isTrusted): return .errors(errors, isTrusted: isTrusted)
            }
        } catch {
            return .refused(error)
        }
    }

    /// Each reference of the signature beside what it points to. Blocking.
    package func references(of entity: StreamedEntity) -> [ReferenceFinding] {
        let keys = if case .configured(let parts, _) = ground { parts.keyring.decryptionKeys() } else { givenKeys }
        return InboundUnpackager(limits: Self.limits, keys: keys).references(of: entity, scratch: SpillingScratch(scratch))
    }

    private var givenKeys: [DecryptionKey] { if case .given(_, let keys) = ground { keys } else { [] } }

    private var signer: SignerPolicy {
        switch ground {
        case .given(let signer, _): signer
        case .configured(let parts, let partner):
            parts.partner(named: partner).map(parts.signers) ?? SignerPolicy(trust: TrustPolicy(anchors: []))
        }
    }

    /// An answer in memory, as the transport holds one.
    private static func small(_ entity: StreamedEntity) throws(EBMSError) -> AS4Entity {
        let limit = InboundLimits.standard.entityBytes
        guard entity.body.count <= limit else { throw EBMSError(.entityTooLarge, detail: "\(entity.body.count) > \(limit) bytes") }
        do throws(StreamFault) {
            return AS4Entity(contentType: entity.contentType, body: try entity.body.bytes())
        } catch {
            throw EBMSError(.deliveryFailure, Refusal(GatewayCode.cannotStore))
        }
    }

    private static func verdict(_ message: InboundMessage) -> Verdict {
        switch message {
        case .user(let received): .message(received)
        case .signal(let signal): .signal(signal)
        }
    }

    /// An agreement that the message fits, whatever it says: nothing is known of any.
    private static func anything(as message: UserMessage) -> AS4Agreement {
        var agreement = AS4Agreement(name: "-", from: message.from, to: message.to, service: message.service, actions: [message.action])
        (agreement.agreementRef, agreement.participantType) = (message.agreementRef, nil)
        return agreement
    }

    /// Wide enough for any capture that somebody has on disk.
    private static let limits: InboundLimits = {
        var limits = InboundLimits.standard
        (limits.entityBytes, limits.payloadBytes, limits.allPayloadBytes) = (largest, largest, largest)
        return limits
    }()

    /// Bytes of a capture that are judged, and of what its parts unpack to.
    package static let largest = 64 << 30
}
