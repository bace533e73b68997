import CareMessages
import Foundation
import Testing

/// Placement messages of the municipality 0319, as events.
enum PlacementNotices {
    static let social = RoutingExample.unit(RoutingExample.kommun, .socialtjanst, kommunkod: "0319")

    static func notice(
        _ event: String, _ day: String, id: String, case caseID: String = "c1", sent: String = "2026-06-01T10:00:00Z",
        by sender: CaseEvent.Unit = social, _ change: (inout EventFacts.Placement) -> Void = { _ in }
    ) throws -> CaseEvent {
        var notice = try RoutingExample.event(.placeringsmeddelande, id, case: caseID, sent: sent, by: sender)
        var placement = EventFacts.Placement()
        placement.event = event
        placement.day = CalendarDay(day)
        if event == "START" { (placement.placeringskommun, placement.form) = (sender.kommunkod, "FAMILJEHEM") }
        change(&placement)
        notice.facts.placement = placement
        return notice
    }
}
