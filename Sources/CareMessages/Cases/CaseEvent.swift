import Foundation

/// What a case remembers of one message: no names, numbers, addresses or texts of a person. A message gives the same event at its sender and
/// at every receiver, so both sides come to the same state from the same messages.
package struct CaseEvent: Sendable, Equatable, Codable {
    /// A unit that sent or received.
    package struct Unit: Sendable, Hashable, Codable {
        /// Ten digits.
        package var organisationsnummer: String
        /// Its role.
        package var role: Roll
        /// Its municipality, when the principal is one.
        package var kommunkod: String?
        /// HSA-id or functional address.
        package var address: String

        /// The unit of a message's party.
        package init(_ party: Party) {
            organisationsnummer = party.organisationsnummer
            role = party.role
            kommunkod = party.kommunkod
            switch party.address {
            case .hsaID(let address), .functional(let address): self.address = address
            }
        }

        /// Whether both are the same unit, in whatever role.
        package func isSameUnit(_ other: Unit) -> Bool {
            organisationsnummer == other.organisationsnummer && address == other.address
        }
    }

    /// UUID in lower case.
    package var messageID: String
    /// UUID of the case in lower case.
    package var caseID: String
    /// The type.
    package var type: MessageType
    /// When the sender sent it.
    package var sent: Date
    /// Who sent it.
    package var sender: Unit
    /// To whom, in the order written.
    package var receivers: [Unit]
    /// Id of the message it builds on.
    package var refersTo: String?
    /// Id of the message it replaces.
    package var replaces: String?
    /// What the rules, the deadlines and the case's state need of its content.
    package var facts = EventFacts()

    /// The event of an envelope, without facts of a content.
    package init(_ envelope: MessageEnvelope, type: MessageType) {
        messageID = envelope.messageID
        caseID = envelope.caseID
        self.type = type
        sent = envelope.sent
        sender = Unit(envelope.sender)
        receivers = envelope.receivers.map(Unit.init)
        refersTo = envelope.refersTo
        replaces = envelope.replaces?.messageID
    }

    /// The event of a message.
    package init(_ message: CareMessage) {
        let envelope = message.envelope
        self.init(envelope, type: message.type)
        facts.folkbokforingskommun = message.patient?.folkbokforingskommun
        facts.isProtected = message.patient.map(\.isProtected)
        facts.isUnder18 = message.patient.map { $0.birthDate.age(on: CalendarDay(envelope.sent)) < 18 }
        facts.isUnder21 = message.patient.map { $0.birthDate.age(on: CalendarDay(envelope.sent)) < 21 }
        facts.consent = envelope.legalBases.lazy.compactMap(\.consent).first
        message.content.note(in: &facts)
    }

    /// Reads what ``json`` wrote; `nil` for anything else.
    package init?(json: String) {
        guard let event = try? JSONDecoder().decode(CaseEvent.self, from: Data(json.utf8)) else { return nil }
        self = event
    }

    /// The event on one line, for the message's envelope in the spool.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
