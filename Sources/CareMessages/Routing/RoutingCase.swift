import Documents

/// The rows of the routing table. Reading, not the wording of the law: it must be agreed locally.
package enum RoutingCase: String, CaseIterable, Sendable, Codable {
    /// Familjehem or jourhem.
    case familjehem = "FAMILJEHEM"
    /// HVB or stödboende.
    case institution = "HVB_STODBOENDE"
    /// A special home of SiS.
    case sis = "SIS"
    /// LSS housing for children.
    case lssBostad = "LSS_BOSTAD"
    /// An asylum seeker without folkbokföring, placed by the municipality that Migrationsverket assigned.
    case assigned = "ANVISAD"
    /// Skyddat boende with a guardian.
    case skyddatBoende = "SKYDDAT_BOENDE"
    /// Placed in another way, or in a home of unknown kind.
    case otherPlacement = "ANNAN_PLACERING"
    /// Not placed, as far as is known.
    case ordinary = "ORDINARIE"

    init(_ kind: PlacementKind?, registration: Patient.Registration) {
        switch kind {
        case nil: self = .ordinary
        case _ where registration == .none(reason: "ASYLSOKANDE"): self = .assigned
        case .familjehem: self = .familjehem
        case .institution: self = .institution
        case .sis: self = .sis
        case .lssBostad: self = .lssBostad
        case .skyddatBoende: self = .skyddatBoende
        case .other: self = .otherPlacement
        }
    }

    /// What the row is about.
    package var title: LocalText {
        switch self {
        case .familjehem: LocalText(sv: "Familjehem eller jourhem", en: "Family home or emergency home")
        case .institution: LocalText(sv: "HVB eller stödboende", en: "Residential home or supported housing")
        case .sis: LocalText(sv: "Särskilt ungdomshem (SiS)", en: "Special home for young people (SiS)")
        case .lssBostad: LocalText(sv: "Bostad enligt LSS", en: "Housing under LSS")
        case .assigned: LocalText(sv: "Asylsökande, placerad av anvisad kommun", en: "Asylum seeker, placed by the assigned municipality")
        case .skyddatBoende: LocalText(sv: "Skyddat boende", en: "Sheltered housing")
        case .otherPlacement: LocalText(sv: "Annan placering", en: "Another placement")
        case .ordinary: LocalText(sv: "Ingen känd placering", en: "No known placement")
        }
    }
}
