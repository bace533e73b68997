import AS4
import Documents
import Foundation
import Signatures
import Spooling

/// Step 5 inbound: the signed answer, a receipt or an error signal.
struct AnswerPeer: Sendable {
    let parts: GatewayParts

    /// A receipt with a reference for every part that was signed. Blocking: one private-key operation.
    func receipt(for received: ReceivedUserMessage, at time: Date) throws -> AS4Entity {
        try writer().receipt(for: received, messageID: newMessageID(), now: time)
    }

    /// The receipt of a test message. Blocking.
    func test(_ received: ReceivedUserMessage, at time: Date) throws -> InboundAnswer {
        InboundAnswer(entity: try receipt(for: received, at: time), status: 200, event: .tested)
    }

    /// No answer: a signal is not answered with a signal.
    func nothing(to signal: PostedSignal, about message: MessageID?) -> InboundAnswer {
        let code = signal.errors.first.map { $0.catalogued?.rawValue ?? FaultText.foreignSignal }
        return InboundAnswer(
            entity: AS4Entity(contentType: "", body: []), status: 204,
            event: .signal(about: message, code: code, isTrusted: signal.isTrusted))
    }

    /// The error signal for a message that was refused; the same bytes would be refused again.
    func refusal(_ error: EBMSError, to reference: String?, at time: Date) -> InboundAnswer {
        let event = InboundAnswer.Event.refused(ebms: error.code.rawValue, code: error.refusal.code, place: error.refusal.place.path)
        // What never was an AS4 message is worth a 400; an ebMS error travels with 200 (as4 profile 1.6).
        var answer = signal(error, to: reference, at: time, status: error.isUnreadable ? 400 : 200, event: event)
        answer.reference = error.refToMessageID ?? reference
        return answer
    }

    /// EBMS:0202 in place of a refusal that could not be put on record: the sender comes again, and is refused when that can be proved.
    func unproved(to reference: String?, at time: Date) -> InboundAnswer {
        let error = EBMSError(.deliveryFailure, Refusal(GatewayCode.refusalUnrecorded))
        return signal(error, to: reference, at: time, status: 503, event: .unavailable(code: GatewayCode.refusalUnrecorded.rawValue))
    }

    /// EBMS:0202 for a message that we cannot judge now, because our own revocation lists are missing or stale, our disk does not take it, or one
    /// of two clocks is wrong: perhaps no fault of the sender. Whatever it was, it is neither taken nor refused for good.
    func untrusting(_ trouble: EBMSError, to reference: String?, at time: Date) -> InboundAnswer {
        let code: GatewayCode =
            if trouble.refusal.is(AS4Code.storage) { .cannotStore } else if trouble.refusal.is(GatewayCode.sentInFuture) {
                .sentInFuture
            } else {
                .cannotJudge
            }
        let error = EBMSError(.deliveryFailure, Refusal(code))
        return signal(error, to: reference, at: time, status: 503, event: .unavailable(code: trouble.refusal.code))
    }

    /// EBMS:0202 for a message we cannot store now: no receipt, so the sender keeps it and comes again.
    func unavailable(_ trouble: SpoolError, to reference: String?, at time: Date) -> InboundAnswer {
        let error = EBMSError(.deliveryFailure, Refusal(GatewayCode.cannotStore))
        return signal(error, to: reference, at: time, status: 503, event: .unavailable(code: trouble.code.rawValue))
    }

    /// Our own fault; the sender keeps the message and comes again.
    func broken(_ trouble: any Error, to reference: String?, at time: Date) -> InboundAnswer {
        let code = (trouble as? Refusal)?.code ?? "\(type(of: trouble))"
        let error = EBMSError(.deliveryFailure, Refusal(GatewayCode.cannotAnswer))
        return signal(error, to: reference, at: time, status: 500, event: .unavailable(code: code))
    }

    private func signal(_ error: EBMSError, to reference: String?, at time: Date, status: Int, event: InboundAnswer.Event) -> InboundAnswer
    {
        do {
            let entity = try writer().error(error.about(reference), messageID: newMessageID(), now: time)
            return InboundAnswer(entity: entity, status: status, event: event)
        } catch {
            // Without our key there is no signed signal; plain words still tell the sender to keep its message.
            let words = AS4Entity(contentType: "text/plain; charset=utf-8", body: Array("\(GatewayCode.cannotAnswer.rawValue)\n".utf8))
            return InboundAnswer(entity: words, status: 500, event: event)
        }
    }

    private func writer() throws(Refusal) -> SignalWriter {
        try SignalWriter(key: parts.keyring.as4Key, certificate: parts.keyring.as4Certificate)
    }

    private func newMessageID() -> String {
        "\(UUID().uuidString.lowercased())@\(parts.configuration.organisation.organisationsnummer).sluss"
    }
}

extension EBMSError {
    /// Whether the finding tells of our own material and not of the message: no fresh revocation list to judge the signer by, no room to work
    /// on it, or a clock that may be ours.
    var isOurTrouble: Bool {
        refusal.is(TrustCode.revocationUnknown) || refusal.is(AS4Code.storage) || refusal.is(GatewayCode.sentInFuture)
    }
}
