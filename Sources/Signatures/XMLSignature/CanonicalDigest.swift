import Documents

/// The digest of a signed element: exclusive canonical form streamed into SHA-256.
package enum CanonicalDigest {
    /// SHA-256 of `element` in place, without `excluding`. Throws D009.
    package static func sha256(of element: Element, inclusivePrefixes: [String] = [], excluding: Element? = nil) throws(Refusal) -> [UInt8]
    {
        var stream = Digest.SHA256Stream()
        try Canonicalizer.canonicalize(element, inclusivePrefixes: inclusivePrefixes, excluding: excluding) { stream.update($0) }
        return stream.finish()
    }
}
