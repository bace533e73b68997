/// What a signature may contain, decided before any cryptography.
package struct SignatureProfile: Sendable, Equatable {
    /// Transform identifiers allowed in a reference; the caller still demands the exact list for each reference.
    package var transforms: Set<String>
    /// How many `ds:Object` may follow KeyInfo.
    package var maximumObjects: Int
    /// References in one SignedInfo.
    package var maximumReferences = 32
    /// Transforms in one reference.
    package var maximumTransforms = 2
    /// Prefixes in one `ec:InclusiveNamespaces`.
    package var maximumPrefixes = 16

    /// The signature inside a business message.
    package static let enveloped = SignatureProfile(
        transforms: [SignatureNames.envelopedSignature, SignatureNames.exclusiveCanonicalization], maximumObjects: 1)

    /// The signature in a WS-Security header, and references quoted in receipts.
    package static let webServiceSecurity = SignatureProfile(
        transforms: [SignatureNames.exclusiveCanonicalization, SignatureNames.attachmentContent], maximumObjects: 0)
}
