import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// The way of a message out of the house. This file lists the steps in order and is the only place that knows the order.
///
/// 1. **Submit** — a drop folder (``DropFolder``) or `sluss send` hands over bytes and gets its answer only after step 4.
/// 2. **Validate** — ``ValidateSubmission``: bytes, XML, schema, rules of the law.
/// 3. **Sign** — ``SignMessage``: the organisation's signature, unless it is there already.
/// 4. **Spool** — ``SpoolMessage``: one durable copy per receiving partner.
/// 5. **Deliver** — ``DeliverMessage``, run by the partner's ``DeliveryLane``.
/// 6. **Receipt** — ``JudgeAnswer``: the peer's signed receipt, matched to what was sent, stored before `done`.
///
/// Steps 5 and 6 run later, from the spool alone: they would go on after a restart without the submitter.
package struct OutboundPipeline: Sendable {
    private let validate: ValidateSubmission
    private let sign: SignMessage
    private let store: SpoolMessage
    private let ledger: CaseLedger

    /// Puts the steps together for one configuration.
    package init(_ parts: GatewayParts, spools: Spools, ledger: CaseLedger) {
        validate = ValidateSubmission(
            parts: parts, ledger: ledger, names: PatientNames(check: parts.check, spools: spools, ledger: ledger))
        sign = SignMessage(parts: parts)
        store = SpoolMessage(parts: parts, spools: spools, ledger: ledger)
        self.ledger = ledger
    }

    /// Steps 2 to 4. Blocking: call from a worker thread or a command.
    ///
    /// Submitting the same bytes again is harmless: the answer names the copies that exist, and missing ones are made.
    ///
    /// - Parameters:
    ///   - submitted: the document and its attachments.
    ///   - name: the submitter's file name. Only a keyed digest of it is kept, by which its fate can be told beside the answer that lies
    ///     under the same name.
    ///   - person: the submitter's login name. A message about a protected patient waits in `held` until somebody else releases it.
    /// - Returns: the copies with their ids, durable on return, or the reasons for a refusal; a refused message leaves nothing in the spool.
    /// - Throws: ``SpoolError`` when the disk is in the way; nothing is acknowledged then, and trying again later is right.
    package func submit(
        _ submitted: SubmittedMessage, named name: String? = nil, by person: String = AuditTrail.currentUser(), at time: Date = Date()
    ) throws -> Submission {
        let submitter = Submitter(person: person, fileName: name)
        switch validate.run(submitted, at: time) {
        case .refused(let findings, let message): return refused(submitted.bytes, findings, message)
        case .valid(let checked):
            // Of two threads with messages that the rules compare, the second asks the rules again.
            return try ledger.turns.exclusively(ledger.keys(of: checked.message)) {
                guard !validate.isCurrent(checked) else { return try take(checked, submitted, from: submitter, at: time) }
                switch validate.run(submitted, at: time) {
                case .refused(let findings, let message): return refused(submitted.bytes, findings, message)
                case .valid(let checked): return try take(checked, submitted, from: submitter, at: time)
                }
            }
        }
    }

    /// The same of a document without attachments.
    package func submit(
        _ bytes: [UInt8], named name: String? = nil, by person: String = AuditTrail.currentUser(), at time: Date = Date()
    ) throws -> Submission {
        try submit(SubmittedMessage(bytes), named: name, by: person, at: time)
    }

    private func take(
        _ checked: ValidatedSubmission, _ submitted: SubmittedMessage, from submitter: Submitter, at time: Date
    ) throws -> Submission {
        let signed = try sign.run(checked, at: time)
        switch try store.run(signed, from: submitter, at: time) {
        case .taken(let copies):
            let isHeld = copies.contains(where: \.isHeld)
            let notice = isHeld ? [Finding(Refusal(GatewayCode.awaitsRelease), severity: .warning)] : []
            return Submission(
                messageID: checked.message.envelope.messageID, type: checked.message.type, copies: copies,
                findings: checked.warnings + notice)
        case .otherContent(let digest):
            // Another process used the id between our look at the ledger and the spool's record: asked again, the rule (E02) says so.
            guard case .refused(let findings, let message) = validate.run(submitted, at: time, earlierDigest: digest) else {
                return refused(submitted.bytes, [], checked.message)
            }
            return refused(submitted.bytes, findings, message)
        }
    }

    /// What was taken whole before stays taken, whatever the clock or a changed configuration would say of it today: a crash between taking
    /// and answering must not turn the answer round.
    private func refused(_ bytes: [UInt8], _ findings: [Finding], _ message: CareMessage?) -> Submission {
        let id = message?.envelope.messageID
        if let id, let copies = ledger.wholeSubmission(of: id, digest: Digest.sha256(bytes).hexadecimal) {
            return Submission(messageID: id, type: message?.type, copies: copies, findings: [])
        }
        return Submission(messageID: nil, type: message?.type, copies: [], findings: findings)
    }
}

/// What became of a submission.
package struct Submission: Sendable {
    /// The business message's own id, when it could be read.
    package var messageID: String?
    /// Its type, when it could be read.
    package var type: MessageType?
    /// One for each receiving partner; empty when refused.
    package var copies: [Copy]
    /// The reasons for a refusal, or the warnings that travel along.
    package var findings: [Finding]

    /// Whether the gateway has taken responsibility.
    package var isAccepted: Bool { !copies.isEmpty }

    /// A copy for one receiver.
    package struct Copy: Sendable, Equatable {
        /// Our id: file name, log field and command argument.
        package var id: MessageID
        /// The partner's name, or `local` for a receiver in the own organisation.
        package var partner: String
        /// True when an earlier submission of the same bytes had made it.
        package var existed: Bool
        /// True when it waits for its release by a second person and goes nowhere until then.
        package var isHeld = false
    }
}
