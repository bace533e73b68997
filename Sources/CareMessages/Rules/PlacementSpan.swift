/// From when to when one municipality has a person placed, as the messages of a placement register tell it.
struct PlacementSpan: Equatable {
    /// Kommunkod of the municipality that decided.
    let placeringskommun: String
    /// The day it began.
    let start: CalendarDay
    /// The day it ended; `nil` while it goes on.
    var end: CalendarDay?

    /// The spans of a register, which holds starts, changes and ends in the order they came. An end closes the latest open span of its
    /// municipality; one without a start, and a start without a day, says nothing of a span.
    static func spans(_ placements: [EventFacts.Placement]) -> [PlacementSpan] {
        let ordered = placements.enumerated().sorted { left, right in
            let (first, second) = (left.element.day ?? .init(daysSince1970: 0), right.element.day ?? .init(daysSince1970: 0))
            return (first, left.offset) < (second, right.offset)
        }
        var spans: [PlacementSpan] = []
        for (_, placement) in ordered {
            guard let kommun = placement.placeringskommun, let day = placement.day else { continue }
            switch placement.event.flatMap(Placeringsmeddelande.Event.init) {
            case .start: spans.append(PlacementSpan(placeringskommun: kommun, start: day))
            case .end:
                if let open = spans.lastIndex(where: { $0.placeringskommun == kommun && $0.end == nil }) { spans[open].end = day }
            case .change, nil: break
            }
        }
        return spans
    }

    /// Whether the span is still open on a day, or opens after it. A child who moves on the day the span ends is in both homes that day:
    /// that is no overlap.
    func reaches(beyond day: CalendarDay) -> Bool { end.map { $0 > day } ?? true }
}
