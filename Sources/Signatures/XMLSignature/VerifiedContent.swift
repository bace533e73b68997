import Documents
import Foundation

/// What was signed, and by whom. Only ``EnvelopedVerifier`` makes one; it is valid as long as nobody changes the document.
package struct VerifiedContent: ReadableContent {
    /// The verified root: every node below it but the signature was covered by the digest.
    package let root: Element
    /// The signature, covered by no digest.
    package let signature: Element?
    /// The certificate whose key signed.
    package let signer: Certificate
    /// When the signer says it signed; nil without XAdES.
    package let signingTime: Date?
    /// Whether the certificate passed ``ChainCheck``; false when the verifier had no policy.
    package let isSignerTrusted: Bool

    /// Organisationsnummer of the signer's certificate, nil when it has none.
    package var signerOrganisation: String? { signer.organisationIdentifier }

    init(root: Element, signature: Element, signer: Certificate, signingTime: Date?, isSignerTrusted: Bool) {
        (self.root, self.signature, self.signer) = (root, signature, signer)
        (self.signingTime, self.isSignerTrusted) = (signingTime, isSignerTrusted)
    }
}
