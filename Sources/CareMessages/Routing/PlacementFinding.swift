/// What message and register together say of a placement.
///
/// A municipality that the message names goes before the register: the sender has it from somebody who was asked now. That the message
/// knows of no placement does not: the register has it from the municipality itself. Both are readings, and a contradiction always warns.
struct PlacementFinding {
    /// The one placing municipality; `nil` when there is none, none is known, or several contradict each other.
    private(set) var kommun: String?
    /// The kind of the placement; `nil` without a placement.
    private(set) var kind: PlacementKind?
    /// Where the home is. Unknown for a protected patient, whatever is stated.
    private(set) var vistelsekommun: String?
    /// Municipalities that the register names beside ``kommun``.
    private(set) var others: [String] = []
    /// Municipalities of which none can be preferred.
    private(set) var rivals: [String] = []
    /// Whether it is known that there is, or that there is not, a placement.
    private(set) var isKnown = true
    /// Warnings.
    private(set) var notes: [RoutingNote] = []

    init(_ facts: RoutingFacts) {
        let registered = Set(facts.placements.map(\.placeringskommun)).sorted()
        switch facts.statement {
        case .placed(let kommun, let form, let vistelsekommun):
            let known = latest(facts.placements, of: kommun)
            self.kommun = kommun
            kind = form.map { PlacementKind(form: $0) } ?? known?.kind ?? .other
            self.vistelsekommun = vistelsekommun ?? known?.vistelsekommun
            others = registered.filter { $0 != kommun }
        case .notPlaced, .unknown:
            if registered.count > 1 {
                rivals = registered
            } else if let kommun = registered.first, let known = latest(facts.placements, of: kommun) {
                self.kommun = kommun
                kind = known.kind
                vistelsekommun = known.vistelsekommun
            }
        }
        if facts.isProtected || kind == .skyddatBoende { vistelsekommun = nil }
        isKnown = kommun != nil || facts.statement == .notPlaced
        notes = Self.notes(facts, registered, self)
    }

    /// The latest of a municipality's placements. Where two organisations speak for the municipality, only what they agree on.
    private func latest(_ placements: [PlacementInterval], of kommun: String) -> PlacementInterval? {
        let own = placements.filter { $0.placeringskommun == kommun }
        guard var latest = own.max(by: { $0.from < $1.from }) else { return nil }
        if Set(own.map(\.organisation)).count > 1 {
            if Set(own.map(\.vistelsekommun)).count > 1 { latest.vistelsekommun = nil }
            // The home that needs most care is the safe one to believe in.
            if own.contains(where: { $0.kind == .skyddatBoende }) { latest.form = PlacementKind.skyddatBoende.rawValue }
        }
        return latest
    }

    private static func notes(_ facts: RoutingFacts, _ registered: [String], _ finding: PlacementFinding) -> [RoutingNote] {
        var notes: [RoutingNote] = []
        if !finding.others.isEmpty || (facts.statement == .notPlaced && !registered.isEmpty) {
            let named = ([finding.kommun].compactMap { $0 } + finding.others + finding.rivals).map(RoutingTarget.kommun)
            notes.append(RoutingNote(.contradiction, about: named))
        }
        if let kommun = registered.first, registered.count == 1, facts.placements.count > 1 {
            notes.append(RoutingNote(.doublePlacement, about: [.kommun(kommun)]))
        }
        if !facts.lapsedPlacements.isEmpty {
            let named = Set(facts.lapsedPlacements.map(\.placeringskommun)).sorted().map(RoutingTarget.kommun)
            notes.append(RoutingNote(.placementLapsed, about: named))
        }
        if finding.kommun == nil, finding.rivals.isEmpty, let ended = facts.endedPlacement, facts.age < 21 {
            notes.append(RoutingNote(.placementEnded, about: [.kommun(ended.placeringskommun)]))
        }
        if !finding.isKnown, finding.rivals.isEmpty, facts.age < 21, facts.couldTellPlacement {
            notes.append(RoutingNote(.placementUnknown))
        }
        return notes
    }
}
