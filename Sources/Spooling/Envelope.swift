import FoundationEssentials

/// What the spool knows of a message besides its bytes: enough to list, route and check it, and nothing about a patient.
///
/// Written once, when the message is accepted, and never changed. ``bodyLength`` and ``bodySHA256`` are filled in by the spool.
package struct Envelope: Sendable, Equatable {
    /// The newest layout this code writes and reads.
    package static let currentFormat = 1

    /// The layout of the entry's files.
    package private(set) var format: Int = currentFormat
    /// The message's name; also the name of its folder.
    package let id: MessageID
    /// When the message was accepted, in whole milliseconds.
    package let createdAt: Date
    /// The kind of message, as the law numbers it (`M01`).
    package let type: String
    /// The partner it goes to or came from, by its name in the configuration.
    package let partner: String
    /// Further facts by name (`as4_message_id`, `conversation_id`, …). Never a name, a person number or text of the message.
    package var attributes: [String: String] = [:]
    /// The body's length in bytes.
    package private(set) var bodyLength: Int = 0
    /// The body's SHA-256, 64 hexadecimal digits.
    package private(set) var bodySHA256: String = ""
    /// The date after which the message is of no use, by the wall clock; nil leaves expiry to the retry schedule.
    package var expiresAt: Date?
    /// The files that belong to it beside its body, in the order of their names `bilaga-1`, `bilaga-2`, …; filled in by the spool.
    package internal(set) var enclosures: [Enclosure] = []
    /// The submission it is a copy of; filled in by ``Spool/submit(_:)``.
    package internal(set) var consignment: Consignment.Note?

    /// The facts every message has. `createdAt` is cut to milliseconds.
    package init(id: MessageID, createdAt: Date, type: String, partner: String) {
        self.id = id
        self.createdAt = createdAt.onMillisecond
        self.type = type
        self.partner = partner
    }

    /// The same envelope, bound to exactly these bytes.
    func sealed(over body: [UInt8]) -> Envelope {
        var sealed = self
        sealed.expiresAt = expiresAt?.onMillisecond
        sealed.bodyLength = body.count
        sealed.bodySHA256 = Checksum.hex(Checksum.sha256(body))
        return sealed
    }
}

extension Envelope: SpoolStored {
    var members: [String: SpoolValue] {
        var members: [String: SpoolValue] = [
            "format": .integer(format), "id": SpoolValue(id), "created_at": SpoolValue(createdAt), "type": .text(type),
            "partner": .text(partner),
            "attributes": .object(attributes.mapValues(SpoolValue.text)), "body_length": .integer(bodyLength),
            "body_sha256": .text(bodySHA256),
        ]
        members["expires_at"] = expiresAt.map { SpoolValue($0) }
        if !enclosures.isEmpty { members["enclosures"] = .list(enclosures.map { .object($0.members) }) }
        members["consignment"] = consignment.map { .object($0.members) }
        return members
    }

    init?(members: [String: SpoolValue]) {
        guard let format = members["format"]?.integer, let id = members["id"]?.id, let created = members["created_at"]?.date,
            let type = members["type"]?.text, let partner = members["partner"]?.text, let attributes = members["attributes"]?.object,
            let length = members["body_length"]?.integer, let digest = members["body_sha256"]?.text
        else { return nil }
        self.init(id: id, createdAt: created, type: type, partner: partner)
        (self.format, bodyLength, bodySHA256) = (format, length, digest)
        self.attributes = attributes.compactMapValues(\.text)
        guard self.attributes.count == attributes.count else { return nil }
        expiresAt = members["expires_at"]?.date
        let list = members["enclosures"]?.list ?? []
        enclosures = list.compactMap { $0.object.flatMap { Enclosure(members: $0) } }
        guard enclosures.count == list.count, list.isEmpty == (members["enclosures"] == nil) else { return nil }
        consignment = members["consignment"]?.object.flatMap { Consignment.Note(members: $0) }
        guard (expiresAt == nil) == (members["expires_at"] == nil), (consignment == nil) == (members["consignment"] == nil) else {
            return nil
        }
    }
}
