import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// The way of a message into the house. This file lists the steps in order and is the only place that knows the order.
///
/// 1. **Receive** — the listener: mutual TLS with a pinned partner, limits, the whole POST.
/// 2. **Verify** — ``VerifyReceived``: MIME, header, signature, trust, agreement; the partner of the signature is the partner of the connection.
/// 3. **Validate** — ``ValidateReceived``: the business message, its own signature, its rules, its receiver.
/// 4. **Inbox** — ``StoreInInbox``: message, duplicate record and receipt become durable in one step.
/// 5. **Answer** — the signed receipt; a duplicate gets the bytes of the first answer, other content under a known MessageId an error.
/// 6. **Hand over** — ``HandOver``, later and from the spool: to the municipal system, never before 5 is recorded.
package struct InboundPipeline: Sendable {
    private let verify: VerifyReceived
    private let validate: ValidateReceived
    private let store: StoreInInbox
    private let answer: AnswerPeer
    private let age: AcceptedAge
    private let ledger: CaseLedger
    private let refusals: RefusalTrail?
    private let quarantineRules: QuarantineRules?

    /// Puts the steps together for one configuration.
    ///
    /// - Parameter refusals: where refusals are put on record before they are answered; nil where no partner is answered.
    package init(_ parts: GatewayParts, spools: Spools, ledger: CaseLedger, refusals: RefusalTrail? = nil) {
        verify = VerifyReceived(parts: parts, scratch: spools.scratch)
        validate = ValidateReceived(parts: parts, ledger: ledger)
        store = StoreInInbox(parts: parts, spools: spools, ledger: ledger)
        answer = AnswerPeer(parts: parts)
        age = AcceptedAge(parts.configuration)
        self.ledger = ledger
        self.refusals = refusals
        quarantineRules = parts.quarantineRules
    }

    /// Steps 2 to 5. Blocking: call from a worker thread.
    ///
    /// - Returns: what to answer, and what happened for the log. A refused message has left nothing behind but its line in the audit trail, which
    ///   is durable. When that line cannot be written the answer is trouble of our own: no refusal without its proof.
    package func receive(_ entity: StreamedEntity, from partner: String, at time: Date = Date()) -> InboundAnswer {
        let judged = judge(entity, from: partner, at: time)
        guard let refusals, case .refused(let ebms, let code, let place) = judged.event else { return judged }
        let record = RefusalRecord(
            partner: partner, code: code, ebms: ebms, place: place, messageID: judged.reference, status: judged.status)
        do throws(AuditFailure) {
            try refusals.record(record, of: entity, under: quarantineRules, at: time)
            return judged
        } catch {
            return answer.unproved(to: judged.reference, at: time)
        }
    }

    private func judge(_ entity: StreamedEntity, from partner: String, at time: Date) -> InboundAnswer {
        var reference: String?
        do {
            let received: ReceivedUserMessage
            switch try verify.run(entity, from: partner, at: time) {
            case .user(let message): received = message
            case .signal(let signal): return answer.nothing(to: signal, about: store.subject(of: signal, from: partner))
            }
            if received.userMessage.isTest {
                try age.check(received.userMessage, at: time)
                return try answer.test(received, at: time)
            }
            reference = received.userMessage.messageID
            let makeReceipt = { try answer.receipt(for: received, at: time) }
            if let repeated = try store.earlierAnswer(to: received, at: time, receipt: makeReceipt) { return repeated }
            // Only what is new: one that was taken is answered however late its sender comes for the receipt.
            try age.check(received.userMessage, at: time)
            let business = try validate.run(received, from: partner, at: time)
            let id = business.message.envelope.messageID
            // Of two that carry the same business message at once, the second meets what the first one left.
            return try ledger.turns.exclusively([id]) {
                if let repeated = try store.earlierAnswer(to: received, at: time, receipt: makeReceipt) { return repeated }
                let isNew = ledger.entries(forBusinessMessage: id).isEmpty
                let business = isNew ? business : try validate.run(received, from: partner, at: time)
                let receipt = try makeReceipt()
                return try store.knownContent(business, receipt: receipt, at: time) ?? store.run(business, receipt: receipt, at: time)
            }
        } catch let error as EBMSError {
            let about = error.refToMessageID ?? reference
            return error.isOurTrouble ? answer.untrusting(error, to: about, at: time) : answer.refusal(error, to: about, at: time)
        } catch let error as SpoolError {
            return answer.unavailable(error, to: reference, at: time)
        } catch {
            return answer.broken(error, to: reference, at: time)
        }
    }
}

/// What became of a received POST.
package struct InboundAnswer: Sendable {
    /// The HTTP entity to answer with.
    package var entity: AS4Entity
    /// The HTTP status.
    package var status: Int
    /// For the log and the counters.
    package var event: Event
    /// The MessageId of what was refused, as far as it was read: the partner's own words, never for a log line as they stand.
    package var reference: String?

    /// What happened.
    package enum Event: Sendable {
        /// Stored under our id.
        case stored(MessageID, type: String)
        /// The first answer was given again.
        case repeated(MessageID)
        /// Refused with the ebMS code and our code; the place says where, without content.
        case refused(ebms: String, code: String, place: String?)
        /// A test message of the agreement: answered, neither stored nor handed over.
        case tested
        /// A receipt or error that was posted by itself: noted, never a change of state. `about` is our id of the message of ours that it names.
        case signal(about: MessageID?, code: String?, isTrusted: Bool)
        /// Not possible now; the sender is to try again.
        case unavailable(code: String)
    }
}
