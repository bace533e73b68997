import Foundation

/// What a case remembers of one message: no names, numbers, addresses or texts of a person. A message gives the same event at its sender and
/// at every receiver, so both sides come to the same state from the same messages.
package struct CaseEvent: Sendable, Equatable {
    /// A unit that sent or received.
    package struct Unit: Sendable, Hashable {
        /// Ten digits.
        package var organisationsnummer: String
        /// Its role.
        package var role: Roll
        /// Its municipality, when the principal is one.
        package var kommunkod: String?
        /// HSA-id or functional address.
        package var address: String

        /// Makes a unit.
        package init(organisationsnummer: String, role: Roll, kommunkod: String?, address: String) {
            self.organisationsnummer = organisationsnummer
            self.role = role
            self.kommunkod = kommunkod
            self.address = address
        }

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

    /// What tells a message from every other: an id is its sender's own, and another organisation may have used the same.
    package struct Identity: Sendable, Hashable {
        /// Of the sender: ten digits.
        package let organisationsnummer: String
        /// UUID in lower case.
        package let messageID: String
    }

    /// What tells it from every other message.
    package var identity: Identity { Identity(organisationsnummer: sender.organisationsnummer, messageID: messageID) }

    /// UUID in lower case; together with the sender's organisation it is unique.
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
    package var facts: EventFacts {
        _read { yield shared[0] }
        _modify { yield &shared[0] }
    }
    /// Always one. Events are copied all the time, and thirty facts cost thirty times what an array does.
    private var shared = [EventFacts()]

    /// What a line is read into; no message is like it.
    static let blank = CaseEvent(
        messageID: "", caseID: "", type: .avvikelse, sent: .distantPast,
        sender: Unit(organisationsnummer: "", role: .avvikelsefunktion, kommunkod: nil, address: ""), receivers: [])

    private init(messageID: String, caseID: String, type: MessageType, sent: Date, sender: Unit, receivers: [Unit]) {
        self.messageID = messageID
        self.caseID = caseID
        self.type = type
        self.sent = sent
        self.sender = sender
        self.receivers = receivers
    }

    /// The type's own state code, read as one of its codes.
    func status<Code: RawRepresentable>(_: Code.Type) -> Code? where Code.RawValue == String {
        facts.status.flatMap { Code(rawValue: $0) }
    }

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
        if facts.isProtected == true || PlacementKind(form: message.content.placering?.form) == .skyddatBoende { facts.forgetStay() }
    }
}
