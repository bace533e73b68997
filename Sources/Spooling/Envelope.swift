import FoundationEssentials

/// What the spool knows of a message besides its bytes: enough to list, route and check it, and nothing about a patient.
///
/// Written once, when the message is accepted, and never changed. ``bodyLength`` and ``bodySHA256`` are filled in by the spool.
package struct Envelope: Codable, Sendable, Equatable {
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

    private enum CodingKeys: String, CodingKey {
        case format, id, type, partner, attributes, consignment
        case createdAt = "created_at"
        case bodyLength = "body_length"
        case bodySHA256 = "body_sha256"
        case expiresAt = "expires_at"
    }
}
