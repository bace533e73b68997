/// Namespaces and identifiers of XML-DSig, exclusive canonicalization and XAdES that the profile knows.
package enum SignatureNames {
    /// XML-DSig (prefix `ds`).
    package static let ds = "http://www.w3.org/2000/09/xmldsig#"
    /// XAdES 1.3.2, ETSI EN 319 132-1 (prefix `xades`).
    package static let xades = "http://uri.etsi.org/01903/v1.3.2#"
    /// Exclusive canonicalization without comments: the one allowed, and the namespace of `ec:InclusiveNamespaces`.
    package static let exclusiveCanonicalization = "http://www.w3.org/2001/10/xml-exc-c14n#"
    /// Transform that leaves out the signature itself.
    package static let envelopedSignature = ds + "enveloped-signature"
    /// Transform for the octets of a MIME part (WSS SwA profile 1.1).
    package static let attachmentContent = "http://docs.oasis-open.org/wss/oasis-wss-SwAProfile-1.1#Attachment-Content-Signature-Transform"
    /// The one allowed digest.
    package static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
    /// Type of the reference to `xades:SignedProperties`.
    package static let signedPropertiesType = "http://uri.etsi.org/01903#SignedProperties"
}
