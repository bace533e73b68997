import Signatures

/// Revocation lists and OCSP answers fetched so far. A value; each fetch that brings something makes a new one, and with it a new trust.
///
/// One stock serves all uses: lists and answers are signed by the issuers they are of, and count nowhere else.
package struct RevocationMaterial: Sendable {
    /// Nothing yet.
    package static let none = RevocationMaterial(lists: [], answers: [])

    /// The newest list of each address.
    package let lists: [RevocationList]
    /// The newest answer about each certificate.
    package let answers: [OCSPAnswer]

    /// Puts lists and answers together.
    package init(lists: [RevocationList], answers: [OCSPAnswer]) { (self.lists, self.answers) = (lists, answers) }
}
