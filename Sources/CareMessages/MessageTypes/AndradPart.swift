import Documents
import Foundation

/// M24, the owner of the case adds or removes a party, or lets one only read (Slussens förslag; offentlighets- och sekretesslagen 2009:400,
/// 25 kap. 1 §, 26 kap. 1 §).
package struct AndradPart: MessageContent {
    /// What happens to a party. Raw values are those of the schema.
    package enum Kind: String, CaseIterable, Sendable {
        /// Joins the case.
        case add = "LAGG_TILL"
        /// Leaves the case.
        case remove = "TA_BORT"
        /// May read and acknowledge, but not send.
        case readOnly = "LASRATT"
    }

    /// One change of one party.
    package struct Change: Equatable, Sendable {
        /// What happens.
        package var kind: Kind
        /// The unit.
        package var party: Party
        /// Why. Free text: content.
        package var reason: String?

        /// Takes what every one has; the rest is set afterwards.
        package init(kind: Kind, party: Party) {
            self.kind = kind
            self.party = party
        }
    }

    /// At least one.
    package var changes: [Change]

    /// Takes all it has.
    package init(changes: [Change]) {
        self.changes = changes
    }

    package static let type = MessageType.andradPart
    package static let facts = TypeFacts(
        rootElement: "AndradPart", title: LocalText(sv: "Part ändras", en: "Change of parties"),
        law: "Slussens förslag; offentlighets- och sekretesslagen (2009:400) 25 kap. 1 §, 26 kap. 1 §",
        roles: (Set(Roll.allCases), Set(Roll.allCases))
    ).with {
        $0.reference = .optional(Set(MessageType.allCases))
    }

    package func write(to fields: inout FieldWriter) {
        fields.each("Partsandring", changes) { change, item in
            item.code("Andring", change.kind)
            item.child("Part", change.party.writeReceiver)
            item.text("Orsak", change.reason)
        }
    }

    package func note(in facts: inout EventFacts) {
        facts.partyChanges = changes.map { EventFacts.PartyChange(change: $0.kind.rawValue, unit: CaseEvent.Unit($0.party)) }
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        changes = try fields.all("Partsandring") { (item) throws(Refusal) in
            var change = Change(kind: try item.code("Andring"), party: try Party(item.child("Part")))
            change.reason = try item.optionalText("Orsak")
            return change
        }
    }

    package var freeTexts: [PlacedText] {
        changes.enumerated().compactMap { index, change in
            change.reason.map { PlacedText(text: $0, path: "Partsandring[\(index + 1)]/Orsak") }
        }
    }

    package var identifiers: [PlacedIdentifier] {
        changes.enumerated().flatMap { $0.element.party.identifiers(in: "Partsandring[\($0.offset + 1)]/Part") }
    }
}
