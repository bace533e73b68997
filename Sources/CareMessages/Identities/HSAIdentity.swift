import Documents

/// A HSA-id of a unit or a person at work: `SE`, the directory owner's organisationsnummer, a hyphen, letters and digits; at most
/// 31 characters.
package struct HSAIdentity: Hashable, Sendable {
    /// The OID that marks a HSA-id (Inera, RIV-TA): the one that is written.
    package static let oid = "1.2.752.129.2.1.4.1"
    /// The OIDs that are read as one: Inera's, and that of HL7 Sverige.
    package static let acceptedOIDs: Set<String> = [oid, "1.2.752.29.4.19"]
    /// Longest HSA-id, in characters.
    package static let maximumLength = 31

    /// As written.
    package let text: String
    /// The organisation that owns the directory entry.
    package let owner: Organisationsnummer

    /// Throws I001 (form) or I003 (check digit of the organisation).
    package init(_ text: String) throws(Refusal) {
        guard text.utf8.count <= Self.maximumLength, let match = text.wholeMatch(of: /SE([0-9]{10})-[A-Za-z0-9]+/) else {
            throw Refusal(IdentityCode.form)
        }
        owner = try Organisationsnummer(String(match.1))
        self.text = text
    }

    /// Takes an identifier that comes with its kind, as an OID with or without `urn:oid:`. Throws I001 for another kind, and as the other.
    package init(system: String, value: String) throws(Refusal) {
        let oid = system.hasPrefix("urn:oid:") ? String(system.dropFirst(8)) : system
        guard Self.acceptedOIDs.contains(oid) else { throw Refusal(IdentityCode.form) }
        try self.init(value)
    }
}
