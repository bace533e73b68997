/// How far a health examination (M14) has come, part by part: several units may examine one child, each its own parts.
struct ExaminationProgress {
    /// What has become of one part.
    private enum PartState { case examined, leftOut, refused, underWay, waiting }

    private let states: [PartState]

    /// From the messages in force, in order.
    init(_ events: [CaseEvent]) {
        let requests = events.filter { $0.type == .begaranHalsoundersokning }
        let asked = requests.last?.facts.parts ?? BegaranHalsoundersokning.Part.allCases
        let words = events.filter { [.beskedHalsoundersokning, .utlatandeHalsoundersokning].contains($0.type) }
        let performers = Self.performers(requests, words)
        states = asked.map { part in
            let said = words.filter { Self.concerns($0, part) }
            if said.contains(where: { Self.state(of: part, by: $0) == .examined }) { return .examined }
            let last = performers.map { performer in
                said.last { Self.performer(of: $0.sender, among: performers) == performer }.map { Self.state(of: part, by: $0) } ?? .waiting
            }
            return [.underWay, .waiting, .leftOut].first(where: last.contains) ?? (last.isEmpty ? .waiting : .refused)
        }
    }

    /// Answered when every part has been, refused when nobody takes any of them on.
    var phase: CasePhase {
        let isOver = !states.contains { $0 == .underWay || $0 == .waiting }
        if isOver { return states.allSatisfy { $0 == .refused } ? .avvisad : .besvarad }
        return states.allSatisfy { $0 == .waiting || $0 == .refused } ? .begard : .mottagen
    }

    /// Who was asked, and who answered without being asked: a unit that took over.
    private static func performers(_ requests: [CaseEvent], _ words: [CaseEvent]) -> [CaseEvent.Unit] {
        var performers: [CaseEvent.Unit] = []
        for unit in requests.flatMap(\.receivers) where !performers.contains(where: unit.isSameUnit) { performers.append(unit) }
        for word in words where performer(of: word.sender, among: performers) == nil { performers.append(word.sender) }
        return performers
    }

    /// The unit itself, or the only one of its organisation.
    private static func performer(of unit: CaseEvent.Unit, among performers: [CaseEvent.Unit]) -> CaseEvent.Unit? {
        let own = performers.filter { $0.organisationsnummer == unit.organisationsnummer }
        return own.first(where: unit.isSameUnit) ?? (own.count == 1 ? own.first : nil)
    }

    /// A word that names no part is about all that were asked for.
    private static func concerns(_ word: CaseEvent, _ part: BegaranHalsoundersokning.Part) -> Bool {
        guard let parts = word.facts.parts, !parts.isEmpty else { return true }
        return parts.contains(part)
    }

    private static func state(of part: BegaranHalsoundersokning.Part, by word: CaseEvent) -> PartState {
        if word.type == .utlatandeHalsoundersokning { return word.facts.omittedParts?.contains(part) == true ? .leftOut : .examined }
        switch word.status(BeskedHalsoundersokning.Status.self) {
        case .wrongReceiver, .declined, .forwarded: return .refused
        case .received, .booked, .missed, nil: return .underWay
        }
    }
}
