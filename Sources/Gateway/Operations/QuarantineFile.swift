import AS4
import Documents
import Foundation
import Signatures
import Spooling

/// A file of the quarantine: one line of JSON that names the message and holds the content key, wrapped for the operator; then vector, ciphertext
/// and tag of AES-128-GCM over the received HTTP entity, its Content-Type first. The tag proves the first line and our id as well.
///
/// What the file tells without the key is what the audit trail tells. Decrypted it is a capture that `sluss as4 check` reads.
package struct QuarantineFile: Sendable {
    /// The first line.
    package struct Header: Sendable, Codable, Equatable {
        /// The form, so that a later one is told from this.
        var format = QuarantineFile.format
        /// When it was received.
        package let receivedAt: String
        /// Whom TLS proved at the other end.
        package let partner: String
        /// Why it was refused.
        package let code: String
        /// The ebMS code answered with.
        package let ebms: String?
        /// SHA-256 of its MessageId.
        package let messageIDSHA256: String?
        /// SHA-256 of the certificate it is encrypted to.
        package let recipient: String
        /// The content key under RSA-OAEP with SHA-256, in base64.
        let key: String

        /// What the tag proves of it: all but the key, which proves itself. Nothing of this can stand for anything else.
        func bound(to id: MessageID) -> [UInt8] {
            let fields = [format, "\(id)", receivedAt, partner, code, ebms, messageIDSHA256, recipient]
            return Array(fields.map { $0.map(JSONText.quoted) ?? "null" }.joined(separator: ",").utf8)
        }
    }

    static let format = "sluss-quarantine 2"
    /// Bytes of the first line, at most.
    static let longestHeader = 16 << 10

    /// Our id.
    package let id: MessageID
    /// Bytes of the file.
    package let size: Int
    /// What the first line says; nil when it is damaged.
    package let header: Header?
    private let path: String

    /// Reads the first line. The file is open no longer than that: a list may be longer than a process may have files open.
    ///
    /// - Throws: ``SpoolError`` P017.
    init(path: String, id: MessageID) throws(SpoolError) {
        let opened = try Opened(path: path)
        (self.path, self.id, size, header) = (path, id, opened.size, opened.header)
    }

    /// Hands over what was received, piece by piece, once all of it has been proved to be what was kept. Blocking.
    ///
    /// - Returns: false, with nothing handed over, when the key is another one or the file is damaged: nobody can tell which.
    /// - Throws: ``SpoolError`` P017 when the file cannot be opened, with `ENOENT` when it is gone; ``StreamFault`` when it cannot be read.
    package func content(for key: PrivateKey, _ body: ([UInt8]) -> Void) throws -> Bool {
        let opened = try Opened(path: path)
        guard let header = opened.header, let wrapped = Base64.decode(header.key),
            opened.sealed.count >= ContentCipher.vectorLength + ContentCipher.tagLength
        else {
            return false
        }
        let (contentKey, bound) = (key.unwrap(wrapped, .oaepSHA256), header.bound(to: id))
        guard try opened.decipher(contentKey, bound, { _ in }) else { return false }
        return try opened.decipher(contentKey, bound, body)
    }

    /// The file while it is read.
    private struct Opened {
        let size: Int
        let header: Header?
        let sealed: SourceSlice

        init(path: String) throws(SpoolError) {
            let source = FileSource(file: try HeldFile(path: path))
            size = source.count
            let start = (try? SourceSlice(source, 0..<min(source.count, QuarantineFile.longestHeader)).bytes()) ?? []
            let end = start.firstIndex(of: UInt8(ascii: "\n")) ?? 0
            let header = try? JSONDecoder().decode(Header.self, from: Data(start[..<end]))
            self.header = header?.format == QuarantineFile.format ? header : nil
            sealed = SourceSlice(source, min(end + 1, source.count)..<source.count)
        }

        func decipher(_ key: ContentKey, _ bound: [UInt8], _ body: ([UInt8]) -> Void) throws(StreamFault) -> Bool {
            let (start, end) = (ContentCipher.vectorLength, sealed.count - ContentCipher.tagLength)
            let vector = try SourceSlice(sealed, 0..<start).bytes()
            guard let cipher = ContentCipher(.decipher, key: key, vector: vector, bound: bound) else { return false }
            var isWhole = true
            try SourceSlice(sealed, start..<end).forEachPiece(orThrow: \.self) { piece throws(StreamFault) in
                if let plain = cipher.update(piece) { body(plain) } else { isWhole = false }
            }
            let tag = try SourceSlice(sealed, end..<sealed.count).bytes()
            return isWhole && cipher.hasTag(tag)
        }
    }

    /// Bytes that a file takes on disk, at most.
    static func length(of entity: StreamedEntity) -> Int { entity.body.count + entity.contentType.utf8.count + longestHeader }
}
