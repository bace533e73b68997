import CareMessages
import Documents

/// `sluss route --json`: who a message is for, and why. The contract is in `Docs/json-output.md`. Tells where a person is placed: for the
/// inside of the organisation only.
package struct RoutingReport: Encodable, Sendable {
    /// An organisation that the message is for.
    struct Recipient: Encodable, Sendable {
        let target: Target
        let necessity: String
        let roles: [String]
        let addresses: [String]
        /// Whether the message names it.
        let named: Bool
        let reason: Reason
    }

    /// Which organisation.
    package struct Target: Encodable, Sendable {
        let kind: String
        let code: String
        let name: String

        /// Flattens a target.
        package init(_ target: RoutingTarget) {
            kind = target.kind.rawValue
            code = target.code
            name = target.name
        }
    }

    /// Why.
    struct Reason: Encodable, Sendable {
        let law: String
        let isReading: Bool
        let textSv: String
        let textEn: String

        init(_ reason: RoutingReason) {
            law = reason.law
            isReading = reason.isReading
            textSv = reason.text.sv
            textEn = reason.text.en
        }
    }

    /// Who must not have it.
    struct Exclusion: Encodable, Sendable {
        let target: Target
        let reason: Reason
    }

    /// Who pays, or who is called.
    struct Designation: Encodable, Sendable {
        let kommunkod: String?
        let reason: Reason

        init(_ designation: RoutingDesignation) {
            kommunkod = designation.kommunkod
            reason = Reason(designation.reason)
        }
    }

    /// A warning, or why nobody can tell.
    struct Note: Encodable, Sendable {
        let code: String
        let messageSv: String
        let messageEn: String
        let remedySv: String
        let remedyEn: String
        let targets: [Target]
        let path: String?

        init(_ note: RoutingNote) {
            code = note.code
            (messageSv, messageEn) = (note.text.sv, note.text.en)
            (remedySv, remedyEn) = (note.remedy.sv, note.remedy.en)
            targets = note.targets.map(Target.init)
            path = note.path
        }
    }

    let file: String
    let type: String
    let businessMessageID: String
    let verdict: RoutingAdvice.Verdict
    let row: String
    let needsProtectedMailbox: Bool
    let recipients: [Recipient]
    let exclusions: [Exclusion]
    let payer: Designation?
    let counterpart: Designation?
    let refusal: Note?
    let candidates: [Target]
    let missing: [Target]
    /// Positions, from 1, of receivers that have nothing to do with it.
    let superfluous: [Int]
    let notes: [Note]

    /// Puts the report together.
    package init(_ advice: RoutingAdvice, of message: CareMessage, file: String) {
        let (decision, comparison) = (advice.decision, advice.comparison)
        self.file = file
        type = message.type.rawValue
        businessMessageID = message.envelope.messageID
        verdict = advice.verdict
        row = decision.row.rawValue
        needsProtectedMailbox = decision.needsProtectedMailbox
        recipients = decision.recipients.map { recipient in
            Recipient(
                target: Target(recipient.target), necessity: recipient.necessity.rawValue, roles: recipient.roles.map(\.rawValue),
                addresses: recipient.addresses.map(\.address), named: comparison.right.contains(recipient),
                reason: Reason(recipient.reason))
        }
        exclusions = decision.exclusions.map { Exclusion(target: Target($0.target), reason: Reason($0.reason)) }
        payer = decision.payer.map(Designation.init)
        counterpart = decision.counterpart.map(Designation.init)
        refusal = decision.refusal.map(Note.init)
        candidates = decision.candidates.map(Target.init)
        missing = comparison.missing.map { Target($0.target) }
        superfluous = comparison.superfluous.map { $0 + 1 }
        notes = comparison.notes.map(Note.init)
    }
}
