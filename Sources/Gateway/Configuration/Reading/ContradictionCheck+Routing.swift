import CareMessages
import Documents

extension ContradictionCheck {
    /// Units of the address book that no organisation answers for, and placement messages that nobody has decided on.
    func checkRouting() {
        let known = draft.knownOrganisations
        let names = draft.partners.compactMap(\.name)
        var first: [Addressee: String] = [:]
        for entry in draft.addressBook {
            guard let organisation = entry.organisation else { continue }
            if let number = entry.organisationsnummer {
                if let other = known[organisation]?.organisationsnummer, other != number {
                    add(.otherNumber, entry.key + ".organisationsnummer")
                }
            } else if known[organisation] == nil, names.count == draft.partners.count, !names.contains(organisation) {
                // With a partner whose name could not be read, nobody knows who is meant.
                let near = NearestName.find(organisation, among: names + [AddresseeDraft.ownName])
                add(
                    .unknownOrganisation, entry.key + ".organisation",
                    near.map { LocalText(sv: "Menades ”\($0)”?", en: "Was “\($0)” meant?") })
            }
            guard let unit = entry.finished(known) else { continue }
            if let earlier = first[unit] { add(.sameAddressee, entry.key, seeAlso(earlier)) } else { first[unit] = entry.key }
        }
        checkPlacementMessages()
    }

    /// An agreement that carries what every rule would refuse is a mistake in one place or the other.
    private func checkPlacementMessages() {
        guard let allowed = draft.placementMessages else { return }
        for agreement in draft.agreements {
            let ways = [("send", agreement.send, allowed.send), ("receive", agreement.receive, allowed.receive)]
            for (name, types, isAllowed) in ways where !isAllowed {
                guard let index = types?.firstIndex(of: .placeringsmeddelande) else { continue }
                add(.placementMessagesOff, "\(agreement.key).\(name)[\(index)]")
            }
        }
    }
}
