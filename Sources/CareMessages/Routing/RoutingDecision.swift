import Documents

/// Who a message is for and why; who pays; who the counterpart is. Data for people and for JSON, without patient data.
package struct RoutingDecision: Sendable, Equatable, Codable {
    /// The type of the message.
    package let type: MessageType
    /// The row of the routing table.
    package let row: RoutingCase
    /// Whether only protected mailboxes will do.
    package let needsProtectedMailbox: Bool
    /// For whom, the strongest first. Empty when refused.
    package internal(set) var recipients: [RoutingRecipient] = []
    /// Who must not get it though they might be thought of.
    package internal(set) var exclusions: [RoutingExclusion] = []
    /// Who pays under lag (2017:612) 5 kap. 2 §; `nil` for types that payment does not depend on. Information only.
    package internal(set) var payer: RoutingDesignation?
    /// Who is called to the SIP and asks for the health examination; `nil` for types that have none.
    package internal(set) var counterpart: RoutingDesignation?
    /// Warnings.
    package internal(set) var warnings: [RoutingNote] = []
    /// Why a message that asks to be routed cannot go on; `nil` when it can.
    package internal(set) var refusal: RoutingNote?
    /// With a refusal: organisations to ask.
    package internal(set) var candidates: [RoutingTarget] = []

    init(type: MessageType, row: RoutingCase, needsProtectedMailbox: Bool) {
        self.type = type
        self.row = row
        self.needsProtectedMailbox = needsProtectedMailbox
    }

    /// The refusal as an error to throw; `nil` when the message can be routed.
    package var error: Refusal? {
        refusal.map { Refusal(code: $0.code, text: $0.text, remedy: $0.remedy, place: .unknown) }
    }

    /// Receivers to write in the message: those with duty or expectation that have one address each.
    package var parties: [Party] {
        recipients.filter { $0.necessity > .optional }.compactMap { $0.address?.party }
    }

    mutating func refuse(_ code: RoutingCode, candidates: [RoutingTarget]) {
        var seen: Set<RoutingTarget> = []
        self.candidates = candidates.filter { seen.insert($0.key).inserted }
        refusal = RoutingNote(code, about: self.candidates)
    }

    /// Adds a recipient; one that is there already keeps the stronger reason. Roles that may not receive the type fall away.
    mutating func add(_ recipient: RoutingRecipient) {
        var recipient = recipient
        recipient.roles = recipient.roles.filter(type.receiverRoles.contains)
        guard !recipient.roles.isEmpty else { return }
        let same = recipients.firstIndex { $0.target.key == recipient.target.key && !Set($0.roles).isDisjoint(with: recipient.roles) }
        guard let same else { return recipients.append(recipient) }
        if recipients[same].necessity < recipient.necessity { recipients[same] = recipient }
    }
}
