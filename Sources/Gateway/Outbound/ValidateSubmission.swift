import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// Step 2 outbound: everything that can be said against a message before anybody is told that it was taken.
struct ValidateSubmission: Sendable {
    let parts: GatewayParts
    let ledger: CaseLedger

    enum Verdict {
        case valid(ValidatedSubmission)
        case refused([Finding], MessageType?)
    }

    /// Blocking: parses and verifies. The result must stay in the calling thread (it owns a libxml2 tree).
    func run(_ bytes: [UInt8], at time: Date) -> Verdict {
        let verifier = EnvelopedVerifier(policy: parts.keyring.ownSigningPolicy)
        var context = RuleContext(now: time)
        context.knownReceivers = parts.knownReceivers
        context.signerOrganisation = parts.configuration.organisation.organisationsnummer
        context.remembering = { [ledger] message in ledger.memory(for: message) }
        let outcome = parts.check.check(bytes, verifier: verifier, requiresSignature: false, context: context)
        guard outcome.isAccepted, let document = outcome.document, let message = outcome.message else {
            return .refused(outcome.findings, outcome.message?.type)
        }
        let missing = unreachable(message)
        guard missing.isEmpty else { return .refused(missing + outcome.findings, message.type) }
        return .valid(
            ValidatedSubmission(
                bytes: bytes, digest: Digest.sha256(bytes).hexadecimal, document: document, message: message,
                isSigned: outcome.signer != nil, warnings: outcome.findings))
    }

    /// Receivers nobody can deliver to: no partner, or no agreement that carries this type.
    private func unreachable(_ message: CareMessage) -> [Finding] {
        let own = parts.configuration.organisation.organisationsnummer
        return message.receivingOrganisations.filter { $0 != own }.compactMap { organisation in
            guard let partner = parts.partner(organisation: organisation) else {
                return Finding(Refusal(GatewayCode.unknownReceiver, detail: organisation))
            }
            let agreement = parts.agreement(toSend: message.type, to: partner.name)
            return agreement == nil ? Finding(Refusal(GatewayCode.noAgreement, detail: "\(message.type.rawValue) → \(partner.name)")) : nil
        }
    }
}

/// Proof that the bytes passed every check: only ``ValidateSubmission`` makes one. Not Sendable; it owns the parsed tree.
struct ValidatedSubmission {
    let bytes: [UInt8]
    let digest: String
    let document: Document
    let message: CareMessage
    let isSigned: Bool
    let warnings: [Finding]
}
