import Documents

/// What stands behind a rule. A reading only warns: people may read the law otherwise.
package enum RuleStanding: String, CaseIterable, Sendable, Codable {
    /// The provision says it.
    case wording
    /// How we read the provision, or a source we have not been able to confirm.
    case reading
    /// A rule of Sluss's own profile, which may refuse: for order, or for a limit where the law gives none.
    case own

    /// For people.
    package var title: LocalText {
        switch self {
        case .wording: LocalText(sv: "lagens ord", en: "the wording of the law")
        case .reading: LocalText(sv: "läsning, inte lagtext", en: "a reading, not the wording of the law")
        case .own: LocalText(sv: "Slussens egen regel", en: "Sluss's own rule")
        }
    }
}
