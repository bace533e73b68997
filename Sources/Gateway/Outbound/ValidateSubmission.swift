import CareMessages
import Documents
import Foundation
import Signatures
import Spooling
import Synchronization

/// Step 2 outbound: everything that can be said against a message before anybody is told that it was taken.
struct ValidateSubmission: Sendable {
    let parts: GatewayParts
    let ledger: CaseLedger
    let names: PatientNames

    enum Verdict {
        case valid(ValidatedSubmission)
        case refused([Finding], CareMessage?)
    }

    /// Blocking: parses and verifies. The result must stay in the calling thread (it owns a libxml2 tree).
    ///
    /// - Parameter earlierDigest: SHA-256 of what was submitted under the same id before, where the ledger does not know it.
    func run(_ submitted: SubmittedMessage, at time: Date, earlierDigest: String? = nil) -> Verdict {
        let (bytes, files) = (submitted.bytes, submitted.files)
        var policy = parts.keyring.ownSigningPolicy
        // A signature names its own certificate only; those that lead from ours to the root lie in our file.
        policy.intermediates += parts.keyring.signing.chain.dropFirst()
        let verifier = EnvelopedVerifier(policy: policy)
        let recollection = Recollection()
        var context = RuleContext(now: time)
        // A message that lay for a day before it came to us is late already (W01).
        context.receivedAt = time
        context.attachedFiles = files.map(\.described)
        context.protectedMailboxes = parts.protectedMailboxes
        context.allowsPlacementMessages = parts.configuration.placementMessages.send
        context.signerOrganisation = parts.configuration.organisation.organisationsnummer
        context.remembering = { [ledger, parts, names] message in
            var memory = ledger.memory(for: message)
            memory.knownReceivers = parts.knownReceivers(of: message.type)
            memory.earlierDigest = memory.earlierDigest ?? earlierDigest
            recollection.keep(memory)
            // After what is kept: nobody needs the names but the rule.
            if [.avvikelse, .kvittens].contains(message.type) { memory.patientNames = names.known(toTheCaseOf: message, at: time) }
            return memory
        }
        let outcome = parts.check.check(bytes, verifier: verifier, requiresSignature: false, context: context)
        let missing = outcome.message.map(unreachable) ?? []
        guard outcome.isAccepted, missing.isEmpty, let document = outcome.document, let message = outcome.message else {
            return .refused(missing + outcome.findings, outcome.message)
        }
        let routing = RoutingAdvice(message, parts: parts, ledger: ledger)
            .warnings(below: document.root, naming: message.patient?.isProtected != true)
        return .valid(
            ValidatedSubmission(
                bytes: bytes, digest: Digest.sha256(bytes).hexadecimal, document: document, message: message,
                enclosures: files.enclosed(as: message.envelope.attachments),
                isSigned: outcome.signer != nil, warnings: outcome.findings + routing, memory: recollection.kept))
    }

    /// Whether the ledger still remembers what the rules were asked with: another thread may have taken a message of the same case meanwhile.
    func isCurrent(_ submission: ValidatedSubmission) -> Bool {
        let memory = ledger.memory(for: submission.message)
        return memory.caseFacts == submission.memory?.caseFacts && memory.earlierDigest == submission.memory?.earlierDigest
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
    /// Its attachments, in the order it declares them.
    let enclosures: [EnclosedContent]
    let isSigned: Bool
    let warnings: [Finding]
    /// What the rules were told of earlier messages.
    let memory: MessageMemory?

    /// Whether a second person must release it before it leaves.
    var needsRelease: Bool { message.patient?.isProtected ?? false }
}

/// Keeps what the rules were told, for the comparison afterwards.
private final class Recollection: Sendable {
    private let memory = Mutex<MessageMemory?>(nil)

    var kept: MessageMemory? { memory.withLock { $0 } }

    func keep(_ new: MessageMemory) { memory.withLock { $0 = new } }
}
