/// Kinds of protected identity (`Skydd`). Raw values are those of the schema.
package enum Skydd: String, CaseIterable, Sendable, Codable {
    /// No protection; never beside another value.
    case ingen = "INGEN"
    /// A warning flag in the population register (OSL 22 kap. 1 §).
    case sekretessmarkering = "SEKRETESSMARKERING"
    /// Registered in another place than the home (folkbokföringslagen 16–17 §§).
    case skyddadFolkbokforing = "SKYDDAD_FOLKBOKFORING"
    /// Fictitious personal data (lag 1991:483).
    case fingerad = "FINGERAD"
    /// The place of stay is not disclosed to guardians (LVU 14 §).
    case hemligVistelseort = "HEMLIG_VISTELSEORT"
}
