import Foundation

/// A P-Mode turned into sections of a configuration file: text to be completed by a person, never a finished configuration.
package struct ImportedAgreements: Sendable, Encodable {
    /// One agreement with one partner.
    package struct Entry: Sendable, Encodable, Equatable {
        /// `agreements[].name`.
        package let name: String
        /// `agreements[].partner`; `partner` when the file names none, as in dynamic discovery.
        package let partner: String
        /// Whether we send (`send`) or receive (`receive`) under it.
        package let direction: String
        /// `one-way` or `two-way`.
        package let mep: String
        /// AS4 Service.
        package let service: String
        /// Type of the Service.
        package let serviceType: String?
        /// AS4 Action.
        package let action: String
        /// AS4 AgreementRef.
        package let agreementRef: String?
        /// As in the file.
        package let retry: String?
    }

    /// Our own access point, when the file describes it.
    package let ownPartyID: String?
    /// Type of its party id.
    package let ownPartyType: String?
    /// Party ids of the other access points.
    package let partners: [String]
    /// The agreements.
    package let agreements: [Entry]
    /// What could not be taken over.
    package let leftOut: [String]
    /// The sections, to be pasted into a configuration file and completed.
    package let yaml: String

    /// Turns a P-Mode into agreements.
    package init(_ mode: ProcessingMode) {
        let own = mode.parties.first { $0.name == mode.ownParty }
        let others = mode.parties.filter { $0.name != mode.ownParty }
        (ownPartyID, ownPartyType, partners) = (own?.id, own?.type, others.map(\.id))
        var entries: [Entry] = []
        var remarks = mode.leftOut
        for leg in mode.legs { entries += Self.entries(leg, own: mode.ownParty, others: others, taken: entries.map(\.name)) }
        for words in Set(entries.compactMap(\.retry)).sorted() where RetryWords(words) == nil {
            remarks.append("receptionAwareness: retry \(words)")
        }
        for policy in Set(mode.legs.compactMap(\.policy)).sorted() where !policy.hasPrefix("eDeliveryAS4Policy") {
            remarks.append("security policy \(policy): signed and encrypted as eDelivery AS4 1.15 demands")
        }
        (agreements, leftOut) = (entries, remarks)
        yaml = AgreementText(own: own, others: others, entries: entries, remarks: remarks).text
    }

    /// The agreements of one leg: one for each partner and each direction in which we take part.
    private static func entries(_ leg: ProcessingMode.Leg, own: String, others: [ProcessingMode.Party], taken: [String]) -> [Entry] {
        var entries: [Entry] = []
        for (direction, ours, theirs) in [("send", leg.initiators, leg.responders), ("receive", leg.responders, leg.initiators)] {
            guard ours.contains(own) else { continue }
            let named = theirs.filter { $0 != own }
            for partner in named.isEmpty ? [placeholder] : named {
                let wanted = AgreementText.name(leg.name + "-" + direction)
                let count = (taken + entries.map(\.name)).count { $0 == wanted || $0.hasPrefix(wanted + "-") }
                entries.append(
                    Entry(
                        name: count == 0 ? wanted : "\(wanted.prefix(36))-\(count + 1)",
                        partner: partner == placeholder ? placeholder : AgreementText.name(partner), direction: direction,
                        mep: leg.mep.rawValue,
                        service: leg.service, serviceType: leg.serviceType, action: leg.action, agreementRef: leg.agreementRef,
                        retry: leg.retry))
            }
        }
        return entries
    }

    /// The partner of a file that names none.
    static let placeholder = "partner"
}
