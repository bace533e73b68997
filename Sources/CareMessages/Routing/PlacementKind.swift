import Documents

/// The kinds of placement that the routing tells apart.
package enum PlacementKind: String, CaseIterable, Sendable, Codable {
    /// Familjehem, also with relatives or with a consultant's support, and jourhem (SoL 2025:400, 9 kap. 2 §).
    case familjehem = "FAMILJEHEM"
    /// HVB and stödboende (SoL 2025:400, 9 kap. 4 §).
    case institution = "INSTITUTION"
    /// A special home for young people under Statens institutionsstyrelse (LVU 12 §).
    case sis = "SIS"
    /// Housing with special service for children and young people (LSS 9 § 8).
    case lssBostad = "LSS_BOSTAD"
    /// Skyddat boende, where the child stays with a guardian (SoL 2025:400, 9 kap. 6 §).
    case skyddatBoende = "SKYDDAT_BOENDE"
    /// The own home (LVU 11 § 2 st.), another home, or a home whose kind is not stated.
    case other = "ANNAT"

    /// The kind of a schema code of `Placeringsform`; ``other`` for none and for codes that are not known.
    package init(form: String?) {
        switch form {
        case "FAMILJEHEM", "SLAKTING_NATVERKSHEM", "JOURHEM", "KONSULENTSTOTT_FAMILJEHEM": self = .familjehem
        case "HVB_KOMMUN", "HVB_ENSKILD", "STODBOENDE": self = .institution
        case "SIS": self = .sis
        case "LSS_BOSTAD": self = .lssBostad
        case "SKYDDAT_BOENDE": self = .skyddatBoende
        default: self = .other
        }
    }
}
