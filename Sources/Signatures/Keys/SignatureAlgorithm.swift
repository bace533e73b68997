/// The signature algorithms of the profile; everything else is refused before a key is touched.
///
/// The raw value is the algorithm identifier of XML-DSig (RFC 9231 2.3.2 and 2.3.6).
package enum SignatureAlgorithm: String, Sendable, CaseIterable {
    /// RSASSA-PKCS1-v1_5 with SHA-256, demanded by eDelivery AS4 1.15.
    case rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    /// ECDSA on P-256 with SHA-256; the value is r followed by s, 32 bytes each.
    case ecdsaP256SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"

    /// The identifier as written in `ds:SignatureMethod/@Algorithm`.
    package var uri: String { rawValue }
}
