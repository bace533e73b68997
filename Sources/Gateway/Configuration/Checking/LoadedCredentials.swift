import Signatures

/// Our certificate and key for one use, loaded, and the certificates and lists we judge others' by.
package struct LoadedCredentials: Sendable {
    /// Our certificate.
    package let certificate: Certificate
    /// Our certificate first, then those of its file that lead to the root.
    package let chain: [Certificate]
    /// The private key of ``certificate``.
    package let key: PrivateKey
    /// Trusted roots: the self-signed certificates of the trust file.
    package let anchors: [Certificate]
    /// The other certificates of the trust file; they help to find a way to a root.
    package let intermediates: [Certificate]
    /// Revocation lists of the files under `crls`.
    package let crls: [RevocationList]
    /// What a certificate means whose status cannot be told.
    package let revocation: RevocationMode
    /// Roots of other environments.
    package let foreignAnchors: [Certificate]

    /// Whom to trust for this use, before pins and issuing CAs narrow it.
    func policy(_ material: RevocationMaterial, minimumRSABits: Int) -> TrustPolicy {
        var policy = TrustPolicy(anchors: anchors, intermediates: intermediates)
        (policy.crls, policy.ocspAnswers, policy.revocation) = (crls + material.lists, material.answers, revocation)
        (policy.foreignAnchors, policy.minimumRSABits) = (foreignAnchors, minimumRSABits)
        return policy
    }
}
