/// Stands for one patient in the placement register. The caller makes it, as a keyed digest of the patient's identities, so that neither the
/// register nor anything written from it can be read as a list of persons.
package struct PatientKey: Hashable, Sendable, Codable {
    /// The digest. Opaque.
    package let digest: String

    /// Takes a digest; never a person number.
    package init(digest: String) { self.digest = digest }
}
