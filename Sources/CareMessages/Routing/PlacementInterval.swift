/// A stretch of time in which a patient's placement stood unchanged, as the placement messages (M20) tell it.
package struct PlacementInterval: Hashable, Sendable, Codable {
    /// Kommunkod of the municipality that decided and keeps the responsibility (SoL 2025:400, 29 kap. 2 §).
    package var placeringskommun: String
    /// Schema code of the kind of home.
    package var form: String?
    /// Kommunkod of where the home is.
    package var vistelsekommun: String?
    /// The first day.
    package var from: CalendarDay
    /// The day it changed or ended; `nil` while it goes on.
    package var until: CalendarDay?
    /// Whether it ended then, rather than changed.
    package var ends = false
    /// Id of the message that began it.
    package var messageID: String
    /// Id of the placement's case.
    package var caseID: String
    /// organisationsnummer of who said so; the municipality is only what it wrote.
    package var organisation: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(placeringskommun: String, from day: CalendarDay, messageID: String, caseID: String) {
        self.placeringskommun = placeringskommun
        from = day
        self.messageID = messageID
        self.caseID = caseID
    }

    /// The kind of placement that the routing goes by.
    package var kind: PlacementKind { PlacementKind(form: form) }

    /// Whether it holds on a day, the day of its end not counted.
    func holds(on day: CalendarDay) -> Bool { from <= day && until.map { day < $0 } ?? true }

    /// The first day of the placement that it is a part of: changes of home or provision divide one placement into several intervals.
    func began(among all: [PlacementInterval]) -> CalendarDay {
        var first = self
        while let before = all.first(where: {
            $0.until == first.from && !$0.ends && $0.from < first.from && $0.caseID == caseID && $0.organisation == organisation
        }) {
            first = before
        }
        return first.from
    }

    /// Whether it lapses at 21 when nobody has ended it (LVU 1 § 3 st., 21 § 3 st.; for others a reading, not the wording of the law). Skyddat
    /// boende is for grown-ups too.
    var lapsesAt21: Bool { until == nil && kind != .skyddatBoende }
}
