/// Who takes part in a case, unit by unit: who opened it, whom a party wrote to, and whom an M24 added; not whom an M24 removed, nor who
/// answered that the case is not theirs. A receipt or a report makes nobody a party, nor does a message without effect.
package struct CaseParties: Sendable, Equatable {
    /// Units that take part, in the order they joined; readers too.
    package private(set) var units: [CaseEvent.Unit] = []
    /// Units that were removed by an M24, in that order.
    package private(set) var removed: [CaseEvent.Unit] = []
    /// Units that answered FELSAND and have neither been added nor written since.
    package private(set) var declined: [CaseEvent.Unit] = []
    /// Units that may only read and acknowledge (M24 LASRATT).
    package private(set) var readers: [CaseEvent.Unit] = []
    /// organisationsnummer of those that claim to have opened the case, when more than one does. They are parties only when others write to
    /// them.
    package let rivals: Set<String>
    private let owners: CaseOwners

    /// A message of the case and whether it counts; those without effect are left out.
    typealias Member = (event: CaseEvent, isInForce: Bool)

    init(_ members: [Member], owners: CaseOwners) {
        self.owners = owners
        rivals = owners.areRivals ? owners.organisations : []
        for member in members {
            note(member.event)
            guard member.isInForce else { continue }
            for change in member.event.facts.partyChanges ?? [] { apply(change) }
            if member.event.type == .kvittens { decline(member.event, among: members) }
        }
    }

    init(_ entries: [CaseEntry], owners: CaseOwners) {
        self.init(entries.filter { $0.isInForce || $0.isWithdrawn }.map { ($0.event, $0.isInForce) }, owners: owners)
    }

    /// organisationsnummer of those who take part.
    package var organisations: Set<String> { Set(units.map(\.organisationsnummer)) }

    /// Whether the unit takes part, in whatever role.
    package func contains(_ unit: CaseEvent.Unit) -> Bool { units.contains(where: unit.isSameUnit) }

    /// Whether the unit may only read and acknowledge.
    package func isReader(_ unit: CaseEvent.Unit) -> Bool { readers.contains(where: unit.isSameUnit) }

    private mutating func note(_ event: CaseEvent) {
        guard ![.avvikelse, .kvittens].contains(event.type) else { return }
        let organisation = event.sender.organisationsnummer
        // Without the message that opened the case nobody's part in it can be told: whoever writes or is written to may have one.
        let isParty = owners.organisations.isEmpty || owners.only == organisation || organisations.contains(organisation)
        if isParty {
            declined.removeAll(where: event.sender.isSameUnit)
            add(event.sender)
        }
        guard isParty || owners.organisations.contains(organisation) else { return }
        for unit in event.receivers { add(unit) }
    }

    private mutating func add(_ unit: CaseEvent.Unit) {
        if !contains(unit) && !(removed + declined).contains(where: unit.isSameUnit) { units.append(unit) }
    }

    private mutating func apply(_ change: EventFacts.PartyChange) {
        for list in [\Self.units, \.removed, \.declined, \.readers] where list != \.units || change.change == removal {
            self[keyPath: list].removeAll(where: change.unit.isSameUnit)
        }
        switch change.change {
        case removal: removed.append(change.unit)
        case AndradPart.Kind.readOnly.rawValue:
            add(change.unit)
            readers.append(change.unit)
        default: add(change.unit)
        }
    }

    private var removal: String { AndradPart.Kind.remove.rawValue }

    /// The unit of the sender's that had received the message leaves; another unit of the organisation stays.
    private mutating func decline(_ receipt: CaseEvent, among members: [Member]) {
        guard receipt.status(Kvittens.Outcome.self) == .misdirected else { return }
        let told = members.lazy.filter { $0.event.messageID == receipt.refersTo }.flatMap(\.event.receivers)
            .filter { $0.organisationsnummer == receipt.sender.organisationsnummer }
        let same = told.filter(receipt.sender.isSameUnit)
        // The receipt may come from the organisation's own mailbox; then it tells for the unit only when there was but one.
        guard let unit = same.first ?? (Set(told.map(\.address)).count == 1 ? told.first : nil) else { return }
        units.removeAll(where: unit.isSameUnit)
        if !declined.contains(where: unit.isSameUnit) { declined.append(unit) }
    }
}
