/// Whom to trust for one use with one partner. A value: the configuration makes it, ``ChainCheck`` applies it.
package struct TrustPolicy: Sendable {
    /// Roots (self-signed CA certificates). An intermediate listed here is not an anchor by itself.
    package var anchors: [Certificate]
    /// CA certificates that may complete a chain; not trusted by being listed.
    package var intermediates: [Certificate]
    /// Certificates or keys the leaf must be one of. Empty: none demanded, any leaf of the anchors will do.
    package var pins: Set<Pin>
    /// The CA that must have issued the leaf; nil: any CA under the anchors.
    package var issuingCA: Certificate?
    /// Revocation lists at hand; trusted by their signature, so that one of a stranger does no harm.
    package var crls: [RevocationList]
    /// OCSP answers at hand.
    package var ocspAnswers: [OCSPAnswer]
    /// What a certificate means whose status lists and answers do not tell.
    package var revocation: RevocationMode
    /// Roots of other environments (test beside production): what leads to one is refused with its own code (T012).
    package var foreignAnchors: [Certificate]
    /// Is told of chains met and of decisions on overdue lists.
    package var witness: (any ChainWitness)?
    /// The DNS name or IP address the leaf must be for (``CertificatePurpose/tlsServer`` only).
    package var hostName: String?
    /// Smallest RSA modulus accepted in the chain; at least 2048 whatever is set here.
    package var minimumRSABits: Int

    /// Trusts `anchors`; everything else is optional and is set on the value.
    package init(anchors: [Certificate], intermediates: [Certificate] = [], pins: Set<Pin> = [], issuingCA: Certificate? = nil) {
        self.anchors = anchors
        self.intermediates = intermediates
        self.pins = pins
        self.issuingCA = issuingCA
        crls = []
        ocspAnswers = []
        revocation = .ifListed
        foreignAnchors = []
        witness = nil
        hostName = nil
        minimumRSABits = 2048
    }
}
