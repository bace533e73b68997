import Documents
import Foundation
import Signatures

/// Everything ingress does to the bytes of a business message, in order: limits, parsing, Ids, signature, schema, reading, rules.
/// Each step works on what the step before has let through; the first that refuses ends the check.
package struct MessageCheck: Sendable {
    private let schema: Schema

    /// Compiles the embedded schemas; do it once. Throws D011, which only a broken build can cause.
    package init() throws(Refusal) {
        schema = try Schema(main: SchemaFiles.main, files: SchemaFiles.all)
    }

    /// Checks a message. A signature that is present is always verified, at `context.now`; `requiresSignature` refuses its absence.
    /// The signer's organisation and the digest in the context are set from the message and the certificate; a value given in
    /// `context.signerOrganisation` only holds for certificates that name no organisation.
    ///
    /// Whoever remembers earlier messages sets `context.remembering`.
    package func check(_ bytes: [UInt8], verifier: EnvelopedVerifier, requiresSignature: Bool, context: RuleContext) -> CheckOutcome {
        var outcome = CheckOutcome()
        do throws(Refusal) {
            let document = try Document.parse(bytes, limits: .message)
            outcome.document = document
            _ = try document.idMap()
            guard Self.isSigned(document) else {
                if requiresSignature { throw Refusal(SignatureCode.missing, at: document.root.place) }
                try finish(&outcome, reading: UnsignedContent(document), bytes, context)
                return outcome
            }
            let verified = try verifier.verify(document, at: context.now)
            outcome.signer = verified.signer
            outcome.signingTime = verified.signingTime
            outcome.isSignerTrusted = verified.isSignerTrusted
            var known = context
            known.signerOrganisation = verified.signerOrganisation ?? context.signerOrganisation ?? ""
            try finish(&outcome, reading: verified, bytes, known)
        } catch {
            outcome.findings.append(Finding(error))
        }
        return outcome
    }

    /// Schema, reading and rules of nodes that are verified or known to be unsigned.
    private func finish(_ outcome: inout CheckOutcome, reading content: some ReadableContent, _ bytes: [UInt8], _ context: RuleContext)
        throws(Refusal)
    {
        try MessageReader.checkVersion(of: content.root)
        let violations = schema.violations(in: content.root.document)
        guard violations.isEmpty else {
            outcome.findings += violations.map { Finding($0) }
            return
        }
        let message = try MessageReader.read(content)
        outcome.message = message
        var known = context
        known.digest = Hexadecimal.text(Digest.sha256(bytes))
        if let memory = context.remembering?(message) {
            known.caseFacts = memory.caseFacts
            known.earlierDigest = memory.earlierDigest
            known.placements = memory.placements ?? known.placements
            known.caseOpeners = memory.caseOpeners
            known.knownReceivers = memory.knownReceivers ?? known.knownReceivers
            known.patientNames = memory.patientNames
        }
        outcome.findings += RuleBook.findings(for: message, context: known, root: content.root)
    }

    /// Any child of the root counts: one in the wrong place is for the verifier to refuse, not to overlook.
    private static func isSigned(_ document: Document) -> Bool {
        document.root.children.contains { $0.is("Signature", in: "http://www.w3.org/2000/09/xmldsig#") }
    }
}
