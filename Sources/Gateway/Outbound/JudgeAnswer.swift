import AS4
import Documents
import Foundation
import Spooling

/// Step 6 outbound: what the partner's answer means. Only a signed receipt whose references equal what was sent counts as delivery.
struct JudgeAnswer: Sendable {
    let parts: GatewayParts

    enum Verdict: Sendable {
        /// The matching receipt, to be stored before the message counts as delivered.
        case receipt(StoredEntity)
        /// Refused or not received; `isPermanent` when the same bytes would be refused again.
        case refused(DeliveryFault, isPermanent: Bool)
        /// Claims to be the receipt and does not match.
        case invalid(DeliveryFault)
        /// A success that says nothing: the partner may have the message.
        case missing(DeliveryFault)
        /// The partner has had the message before and gives no receipt; `isProven` when it signed that.
        case known(DeliveryFault, isProven: Bool)

        var event: DeliveryEvent {
            switch self {
            case .receipt: .receiptAccepted
            case .refused(let fault, let isPermanent): .refusedByPeer(fault, isPermanent: isPermanent)
            case .invalid(let fault): .receiptInvalid(fault)
            case .missing(let fault): .answerMissing(fault)
            case .known(let fault, let isProven): .knownToPeer(fault, isProven: isProven)
            }
        }
    }

    /// Blocking: parses and verifies.
    ///
    /// The body decides, not the status: a valid receipt on an error status counts, a success without a receipt does not (as4 profile 1.6).
    func run(_ answer: HTTPAnswer, to prepared: PreparedDelivery, at time: Date) -> Verdict {
        guard let contentType = answer.contentType, !answer.body.isEmpty else { return missing(answer.status) }
        let entity = AS4Entity(contentType: contentType, body: answer.body)
        let policy = parts.signers(of: prepared.partner)
        do {
            let sent = try sentMessage(of: prepared)
            switch try SignalReader().read(entity, sent: sent, policy: policy, now: time) {
            case .receipt: return .receipt(StoredEntity(contentType: contentType, bytes: answer.body))
            case .errors(let errors, let isTrusted): return judge(errors, isTrusted: isTrusted, status: answer.status)
            }
        } catch {
            if error.isUnreadable { return missing(answer.status) }
            if error.isOurTrouble { return .refused(.revocationUnknown(error.refusal.detail), isPermanent: false) }
            return .invalid(DeliveryFault(code: error.code.rawValue, reason: error.refusal.code))
        }
    }

    private func sentMessage(of prepared: PreparedDelivery) throws(EBMSError) -> SentMessage {
        if let sent = prepared.sent { return sent }
        return try SentMessage(stored: prepared.request)
    }

    private func missing(_ status: Int) -> Verdict {
        let fault = DeliveryFault(code: EBMSCode.missingReceipt.rawValue, reason: "HTTP \(status)")
        return (200..<300).contains(status) ? .missing(fault) : .refused(fault, isPermanent: false)
    }

    /// An error that the partner signed, about this message, and that no repetition cures, is final. Everything else is tried again.
    private func judge(_ errors: [ReportedError], isTrusted: Bool, status: Int) -> Verdict {
        guard let first = errors.first(where: \.isFailure) ?? errors.first else { return missing(status) }
        let isPassing = [EBMSCode.deliveryFailure, .dysfunctionalReliability, .connectionFailure].contains(first.catalogued)
        let code = first.catalogued?.rawValue ?? FaultText.foreignSignal
        let reason = first.detail.flatMap(Self.ownDetail) ?? (first.saysNotServiced ? EBMSError.notServiced : nil)
        let fault = DeliveryFault(code: code, reason: reason)
        if first.saysDuplicate { return .known(fault, isProven: isTrusted) }
        return .refused(fault, isPermanent: isTrusted && first.isFailure && !isPassing && status < 500)
    }

    /// A detail is kept only in the form our own gateways give it: code, path, line. What another product writes there in free text may quote
    /// the message, and reasons are shown and stored outside it.
    private static func ownDetail(_ detail: String) -> String? {
        let isOwn = detail.wholeMatch(of: /[A-Z]{1,2}[0-9]{2,4}( NOT_SERVICED)?( at \/[A-Za-z0-9_:\[\]\/.*\-]*)?( line [0-9]+)?/) != nil
        return isOwn && !detail.contains(/[0-9]{6}/) ? detail : nil
    }
}
