import Documents

/// The functional addresses of the organisations, by role and protection: how to reach those whom a message concerns.
package struct AddressBook: Sendable {
    /// Whom a unit is there for.
    package enum Audience: String, Sendable, Codable, CaseIterable {
        /// Children, and the placed up to 20 years: socialtjänst barn och unga.
        case children = "BARN_OCH_UNGA"
        /// Grown-ups.
        case adults = "VUXNA"
    }

    /// What a sender needs to find.
    package struct Query: Sendable {
        /// The organisation.
        package var target: RoutingTarget
        /// Roles that may take the message, the best first.
        package var roles: [Roll]
        /// Whether only protected mailboxes will do.
        package var needsProtectedMailbox = false
        /// Whom the message is about; `nil` when it makes no difference.
        package var audience: Audience?
        /// Parts of a health examination that are asked for.
        package var examinations: Set<BegaranHalsoundersokning.Part> = []
        /// Kommunkod of where the unit lies, when units are told apart by it.
        package var locality: String?

        /// Asks for any of these roles of an organisation.
        package init(_ target: RoutingTarget, roles: [Roll]) {
            self.target = target
            self.roles = roles
        }
    }

    /// The entries, as given.
    package let entries: [Addressee]
    private let byTarget: [RoutingTarget: [Addressee]]

    /// Takes the entries of the configuration.
    package init(_ entries: [Addressee] = []) {
        self.entries = entries
        var byTarget: [RoutingTarget: [Addressee]] = [:]
        for entry in entries { for target in entry.targets { byTarget[target.key, default: []].append(entry) } }
        self.byTarget = byTarget
    }

    /// The addresses that fit best, all equally well; more than one means that a person must choose. Empty when there is none: a unit for
    /// others, or an open mailbox where a protected one is needed, is never offered instead.
    package func find(_ query: Query) -> [Addressee] {
        let possible = (byTarget[query.target.key] ?? []).filter { entry in
            query.roles.contains(entry.role) && (entry.isProtectedMailbox || !query.needsProtectedMailbox)
                && (entry.audience == nil || query.audience == nil || entry.audience == query.audience)
        }
        guard let role = query.roles.first(where: { role in possible.contains { $0.role == role } }) else { return [] }
        var best = query.examinations.isEmpty ? possible.filter { $0.role == role } : possible
        best = preferred(best) { !$0.examinations.isDisjoint(with: query.examinations) }
        best = preferred(best) { $0.audience != nil }
        best = preferred(best) { $0.isProtectedMailbox == query.needsProtectedMailbox }
        if let locality = query.locality { best = preferred(best) { $0.locality == locality } }
        return best
    }

    /// The entries with the quality, or all when none has it.
    private func preferred(_ entries: [Addressee], _ hasQuality: (Addressee) -> Bool) -> [Addressee] {
        let some = entries.filter(hasQuality)
        return some.isEmpty ? entries : some
    }

    /// What an organisation is, by its number; empty when no entry tells.
    func targets(ofOrganisation number: String) -> [RoutingTarget] {
        (byTarget[.organisation(number)] ?? []).flatMap(\.targets)
    }

    /// Whether the organisation is the municipality with this kommunkod, for ``PayerQuestion``: as the entries say. `nil` when no entry
    /// names the organisation with a municipality.
    package func isMunicipality(_ organisationsnummer: String, _ kommunkod: String) -> Bool? {
        let codes = Set((byTarget[.organisation(organisationsnummer)] ?? []).compactMap(\.kommunkod))
        return codes.isEmpty ? nil : codes.contains(kommunkod)
    }
}
