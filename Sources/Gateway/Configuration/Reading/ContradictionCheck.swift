import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// Finds values that are right each by itself and wrong together. Looks at no file but the configuration.
struct ContradictionCheck {
    let draft: ConfigurationDraft
    let log: ProblemLog
    let now: Date

    func run() {
        checkPartners()
        checkAgreements()
        checkRouting()
        checkListener()
        checkPaths()
        for (use, credentials) in [("tls", draft.tls), ("as4", draft.as4), ("signing", draft.signing)] {
            if let credentials { checkRevocation(use, credentials) }
        }
        checkMessageAge()
        checkWeakenings()
    }

    /// What is so old that its record may be gone must not be taken as new, and what its sender still tries must not be too old.
    private func checkMessageAge() {
        guard let settings = draft.messageAge, let age = settings.maximumAge, let retention = draft.retention else { return }
        let schedules = draft.agreements.compactMap(\.retry)
        let longest = RetentionPolicy(retention, schedules: schedules).map { $0.acceptedAge(skew: settings.clockSkew) }
        let horizon = schedules.map(\.horizon).max() ?? .zero
        let hours = { (age: Duration) in ConfigurationKey.Kind.text(.seconds(age.components.seconds / 3_600 * 3_600)) }
        if let longest, age > longest {
            add(.messageAge, "as4.maximum_age", LocalText(sv: "Högst \(hours(longest)).", en: "At most \(hours(longest))."))
        } else if age < horizon {
            let least = hours(horizon + .seconds(3_599))
            add(.messageAge, "as4.maximum_age", LocalText(sv: "Minst \(least).", en: "At least \(least)."))
        }
    }

    func add(_ code: ConfigurationCode, _ key: String, _ detail: LocalText? = nil) {
        log.add(code, at: draft.places[key], key: key, detail: detail)
    }

    /// Logs each value that an earlier one has already, naming the key of the earlier one.
    private func checkUnique<Value: Hashable>(_ code: ConfigurationCode, _ values: [(value: Value?, key: String)]) {
        var first: [Value: String] = [:]
        for (value, key) in values {
            guard let value else { continue }
            if let earlier = first[value] { add(code, key, seeAlso(earlier)) } else { first[value] = key }
        }
    }

    func seeAlso(_ key: String) -> LocalText {
        let line = draft.places[key].line
        return LocalText(sv: "Jämför \(key) på rad \(line).", en: "Compare \(key) in line \(line).")
    }

    private func checkPartners() {
        let partners = draft.partners
        checkUnique(.samePartnerName, partners.map { ($0.name, $0.key + ".name") })
        checkUnique(.sameOrganisationsnummer, partners.map { ($0.organisationsnummer, $0.key + ".organisationsnummer") })
        checkUnique(.samePartyID, partners.filter { draft.places.contains($0.key + ".party_id") }.map { ($0.party, $0.key + ".party_id") })
        checkUnique(
            .sharedPin,
            partners.flatMap { partner in partner.tlsPins.enumerated().map { ($0.element, "\(partner.key).tls.pins[\($0.offset)]") } })
        let used = Set(draft.agreements.compactMap(\.partner))
        for partner in partners {
            if partner.organisationsnummer != nil, partner.organisationsnummer == draft.organisation?.organisationsnummer {
                add(.ownOrganisation, partner.key + ".organisationsnummer")
            }
            checkIssuers(partner)
            // With an agreement that could not be read, nobody knows whom it concerns.
            if let name = partner.name, !used.contains(name), draft.agreements.allSatisfy({ $0.partner != nil }) {
                add(.unusedPartner, partner.key)
            }
        }
    }

    /// A pin alone is not enough: a key that two CAs have certified would pass by either.
    private func checkIssuers(_ partner: PartnerDraft) {
        guard !draft.weakenings.contains(where: { $0.name == .anyIssuer }) else { return }
        for (use, trust) in [("tls", partner.tls), ("as4", partner.as4), ("signing", partner.signing)] {
            if let trust, trust.issuer == nil { add(.missingIssuer, "\(partner.key).\(use).issuer") }
        }
    }

    private func checkAgreements() {
        let agreements = draft.agreements
        checkUnique(.sameAgreementName, agreements.map { ($0.name, $0.key + ".name") })
        let names = draft.partners.compactMap(\.name)
        for agreement in agreements {
            // A partner whose own name could not be read may be the one meant.
            if let partner = agreement.partner, !names.contains(partner), names.count == draft.partners.count {
                let near = NearestName.find(partner, among: names)
                add(.unknownPartner, agreement.key + ".partner", near.map { LocalText(sv: "Menades ”\($0)”?", en: "Was “\($0)” meant?") })
            }
            if agreement.send?.isEmpty == true, agreement.receive?.isEmpty == true { add(.emptyAgreement, agreement.key) }
            checkRoles(agreement)
            checkEncryption(agreement)
        }
        checkTypes(.sentTwice, "send", \.send)
        checkTypes(.receivedTwice, "receive", \.receive)
        checkReceipts()
    }

    private func checkTypes(_ code: ConfigurationCode, _ name: String, _ types: KeyPath<AgreementDraft, [MessageType]?>) {
        checkUnique(
            code,
            draft.agreements.flatMap { agreement in
                (agreement[keyPath: types] ?? []).enumerated().map { index, type in
                    (agreement.partner.map { [$0, type.rawValue] }, "\(agreement.key).\(name)[\(index)]")
                }
            })
    }

    private func checkRoles(_ agreement: AgreementDraft) {
        guard let roles = agreement.roles, !roles.isEmpty else { return }
        for (index, type) in (agreement.send ?? []).enumerated() where type.receiverRoles.isDisjoint(with: roles) {
            add(.roleCannotReceive, "\(agreement.key).send[\(index)]")
        }
    }

    /// Unencrypted needs somebody's decision, and encrypted a certificate to encrypt to.
    private func checkEncryption(_ agreement: AgreementDraft) {
        switch agreement.encryption {
        case .off:
            if !draft.weakenings.contains(where: { $0.name == .unencrypted }) { add(.unencrypted, agreement.key + ".encryption") }
        case .required:
            let partner = draft.partners.first { $0.name == agreement.partner }
            if agreement.send?.isEmpty == false, let partner, partner.as4 != nil, !partner.namesEncryption {
                add(.noEncryptionCertificate, partner.key + ".as4", seeAlso(agreement.key))
            }
        case nil: break
        }
    }

    private func checkListener() {
        let receiving = draft.agreements.filter { !($0.receive ?? []).isEmpty }
        if !draft.listens {
            for agreement in receiving { add(.noListener, agreement.key + ".receive") }
        } else if receiving.isEmpty, draft.listener != nil, draft.agreements.allSatisfy({ $0.receive != nil }) {
            add(.unusedListener, "listen")
        }
        guard let listener = draft.listener else { return }
        if listener.maximumConnectionsPerAddress > listener.maximumConnections {
            let perAddress = "listen.maximum_connections_per_address"
            add(.connectionLimits, draft.places.contains(perAddress) ? perAddress : "listen.maximum_connections")
        }
        checkMemory(listener)
        for partner in draft.partners {
            guard let endpoint = partner.endpoint, endpoint.port == listener.port, endpoint.path == listener.path else { continue }
            if Self.isSameHost(endpoint.host, listener.host) { add(.ownEndpoint, partner.key + ".endpoint") }
        }
    }

    /// One body must fit into its partner's share of the disk, and a share of memory into the whole.
    private func checkMemory(_ listener: ListenerSettings) {
        let sizes = [
            (
                ("listen.maximum_body", listener.maximumBodyBytes),
                ("listen.maximum_body_disk_per_partner", listener.maximumBodyDiskPerPartner)
            ),
            (
                ("listen.maximum_body_memory_per_partner", listener.maximumBodyMemoryPerPartner),
                ("listen.maximum_body_memory", listener.maximumBodyMemory)
            ),
        ]
        for (smaller, larger) in sizes where smaller.1 > larger.1 {
            let key = draft.places.contains(smaller.0) ? smaller.0 : larger.0
            let words =
                "\(smaller.0) \(ConfigurationKey.Kind.text(bytes: smaller.1)) > \(larger.0) \(ConfigurationKey.Kind.text(bytes: larger.1))"
            add(.memoryLimits, key, LocalText(sv: "\(words).", en: "\(words)."))
        }
    }

    private static func isSameHost(_ left: String, _ right: String) -> Bool {
        let own: Set = ["localhost", "127.0.0.1", "::1", "0.0.0.0", "::"]
        return left == right || own.contains(left) && own.contains(right)
    }

    private func checkPaths() {
        guard let paths = draft.paths else { return }
        let all = [("spool", paths.spool), ("submit", paths.submit), ("handover", paths.handover), ("audit", paths.audit)]
            .map { (key: "paths.\($0.0)", path: FilePath.resolved($0.1)) }
        for (index, later) in all.enumerated() {
            for earlier in all[..<index] where FilePath.isWithin(later.path, earlier.path) || FilePath.isWithin(earlier.path, later.path) {
                let key = draft.places.contains(later.key) ? later.key : earlier.key
                add(
                    .nestedPaths, key,
                    LocalText(sv: "Det gäller \(earlier.key) och \(later.key).", en: "It concerns \(earlier.key) and \(later.key)."))
            }
        }
    }

    private func checkRevocation(_ use: String, _ credentials: CredentialSettings) {
        if credentials.revocation != .soft {
            // With fetching, certificates may name addresses themselves; ``KeyringCheck`` looks.
            let fetches = draft.revocation?.fetches ?? true
            if credentials.crls.isEmpty, !fetches { add(.noRevocationLists, draft.places.contains("\(use).crls") ? "\(use).crls" : use) }
        } else if !draft.weakenings.contains(where: { $0.name == .softRevocation }) {
            let key = ["\(use).revocation", "\(use).require_crl"].first(where: draft.places.contains) ?? use
            add(.softRevocation, key)
        }
    }

    private func checkWeakenings() {
        checkUnique(.repeatedValue, draft.weakenings.map { ($0.name, $0.key + ".name") })
        let today = CalendarDay(now)
        for weakening in draft.weakenings {
            if weakening.until < today { add(.weakeningOver, weakening.key + ".until") }
            if weakening.until > today.adding(days: Weakening.longestDays) { add(.longWeakening, weakening.key + ".until") }
        }
    }
}
