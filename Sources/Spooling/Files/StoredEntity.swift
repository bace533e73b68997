import FoundationEssentials

/// An HTTP entity kept beside a message: what was sent, or the receipt. Sent again it is the same bytes under the same content type.
package struct StoredEntity: Sendable, Equatable {
    /// The value of `Content-Type`, with its parameters (the MIME boundary).
    package let contentType: String
    /// The entity's bytes.
    package let bytes: [UInt8]

    /// An entity as it crossed, or will cross, the wire.
    package init(contentType: String, bytes: [UInt8]) {
        self.contentType = contentType
        self.bytes = bytes
    }
}

/// The receipt of a received message.
package typealias StoredReceipt = StoredEntity

/// The entities that may lie beside a message.
package enum Attachment: String, CaseIterable, Sendable {
    /// The exact AS4 request; kept so that a resend is identical.
    case request = "request.as4"
    /// The receipt: the peer's for a sent message, ours for a received one.
    case receipt = "receipt.as4"
}

/// The file of an entity: one checked JSON line that names message, type, length and digest, then the exact bytes.
struct EntityFile: Equatable {
    struct Header: Equatable {
        var id: MessageID
        var storedAt: Date
        var contentType: String
        var length: Int
        var sha256: String
        /// The name of the duplicate record that is a hard link to this file; nil for files that have none.
        var seen: String?
    }

    static let seed = "sluss-entity-1"
    /// Where an unreadable header is given up.
    static let largestHeader = 4_096

    let header: Header
    let entity: StoredEntity

    init(_ entity: StoredEntity, of id: MessageID, at date: Date, seen: String? = nil) {
        self.entity = entity
        header = Header(
            id: id, storedAt: date.onMillisecond, contentType: entity.contentType, length: entity.bytes.count,
            sha256: Checksum.hex(Checksum.sha256(entity.bytes)), seen: seen)
    }

    private init(header: Header, entity: StoredEntity) {
        self.header = header
        self.entity = entity
    }

    /// The file's bytes; nil when the content type is longer than any real one.
    func bytes() -> [UInt8]? { Self.headerLine(header).map { $0 + entity.bytes } }

    /// The line before the content; nil when the content type is longer than any real one. Its length does not depend on the digest's value.
    static func headerLine(_ header: Header) -> [UInt8]? {
        let line = CheckedLine.line(SpoolJSON.bytes(header), after: seed).bytes
        return line.count <= largestHeader ? line : nil
    }

    /// Reads the header at the start of a file, and where the content begins.
    static func readHeader(_ bytes: ArraySlice<UInt8>) throws(EntryFault) -> (header: Header, end: Int) {
        guard let end = bytes.prefix(largestHeader).firstIndex(of: UInt8(ascii: "\n")) else { throw .malformed }
        guard let line = CheckedLine.open(bytes[..<end], after: seed) else { throw .digestDiffers }
        guard let header = SpoolJSON.value(Header.self, from: line.json) else { throw .malformed }
        return (header, end + 1)
    }

    /// Reads a file and checks header, length and digest.
    static func read(_ bytes: [UInt8]) throws(EntryFault) -> EntityFile {
        let (header, end) = try readHeader(bytes[...])
        let content = Array(bytes[end...])
        guard content.count == header.length else { throw .lengthDiffers }
        guard Checksum.hex(Checksum.sha256(content)) == header.sha256 else { throw .digestDiffers }
        return EntityFile(header: header, entity: StoredEntity(contentType: header.contentType, bytes: content))
    }
}

extension EntityFile.Header: SpoolStored {
    var members: [String: SpoolValue] {
        var members: [String: SpoolValue] = [
            "id": SpoolValue(id), "stored_at": SpoolValue(storedAt), "content_type": .text(contentType), "length": .integer(length),
            "sha256": .text(sha256),
        ]
        members["seen"] = seen.map(SpoolValue.text)
        return members
    }

    init?(members: [String: SpoolValue]) {
        guard let id = members["id"]?.id, let stored = members["stored_at"]?.date, let type = members["content_type"]?.text,
            let length = members["length"]?.integer, let digest = members["sha256"]?.text
        else { return nil }
        self.init(id: id, storedAt: stored, contentType: type, length: length, sha256: digest, seen: members["seen"]?.text)
    }
}
