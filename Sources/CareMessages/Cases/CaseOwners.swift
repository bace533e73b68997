/// The organisations that claim to have opened a case. The time of sending is the sender's own word, so of two that claim one case nobody
/// can tell from the messages who came first: both are kept, neither may change who takes part, and neither closes the other's stay.
struct CaseOwners: Sendable, Equatable {
    /// Organisationsnummer of those that sent a message that opens the case and builds on nothing.
    let organisations: Set<String>

    /// The owner; `nil` when none is known or several claim the case.
    var only: String? { organisations.count == 1 ? organisations.first : nil }
    /// Whether several claim the case.
    var areRivals: Bool { organisations.count > 1 }

    /// Those of these messages, which must be in force or have been.
    init(_ events: some Sequence<CaseEvent>) {
        let openers = events.filter(Self.opens)
        // A call or a plan opens a case of its own only where nothing else does.
        let certain = openers.filter { Self.certainOpeners.contains($0.type) }
        organisations = Set((certain.isEmpty ? openers : certain).map(\.sender.organisationsnummer))
    }

    /// Types that open a case wherever they build on nothing. A call or a plan may as well be one of an admission's.
    static let certainOpeners = MessageType.allCases.filter { $0.facts.opensCase && !CaseKind.sip.openers.contains($0) }

    /// Whether a message opens a case rather than goes on with one.
    static func opens(_ event: CaseEvent) -> Bool { event.type.facts.opensCase && event.refersTo == nil }

    /// Whether two organisations' messages are of one stay: always, unless several claim the case or the one that opened it is unknown.
    func share(_ left: CaseEvent, _ right: CaseEvent) -> Bool {
        only != nil || left.sender.organisationsnummer == right.sender.organisationsnummer
    }
}
