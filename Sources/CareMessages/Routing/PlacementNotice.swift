import Foundation

/// What the register keeps of one placement message (M20). No patient data.
struct PlacementNotice: Sendable {
    let messageID: String
    let caseID: String
    let sent: Date
    let organisation: String
    let event: Placeringsmeddelande.Event
    let day: CalendarDay
    let placement: EventFacts.Placement

    /// `nil` for other types, and for an M20 that states no event or no day.
    init?(_ event: CaseEvent) {
        guard event.type == .placeringsmeddelande, let placement = event.facts.placement, let code = placement.event,
            let kind = Placeringsmeddelande.Event(rawValue: code), let day = placement.day
        else {
            return nil
        }
        messageID = event.messageID
        caseID = event.caseID
        sent = event.sent
        organisation = event.sender.organisationsnummer
        self.event = kind
        self.day = day
        self.placement = placement
    }

    /// Order in which notices of one case take effect: by day; of the same day the later sent has the last word.
    static func takesEffectBefore(_ left: PlacementNotice, _ right: PlacementNotice) -> Bool {
        if left.day != right.day { return left.day < right.day }
        return (left.sent, left.messageID) < (right.sent, right.messageID)
    }
}
