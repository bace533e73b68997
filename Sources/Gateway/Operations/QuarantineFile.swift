import AS4
import Documents
import Foundation
import Signatures
import Spooling

/// A file of the quarantine: one line of JSON that names the message and holds the content key, wrapped for the operator; then vector, ciphertext
/// and tag of AES-128-GCM over the received HTTP entity, its Content-Type first.
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
    }

    static let format = "sluss-quarantine 1"
    /// Bytes of the first line, at most.
    static let longestHeader = 16 << 10

    /// Our id.
    package let id: MessageID
    /// Bytes of the file.
    package let size: Int
    /// What the first line says; nil when it is damaged.
    package let header: Header?
    private let sealed: SourceSlice

    /// Opens a file.
    ///
    /// - Throws: ``SpoolError`` P017.
    init(path: String, id: MessageID) throws(SpoolError) {
        let source = FileSource(file: try HeldFile(path: path))
        (self.id, size) = (id, source.count)
        let start = (try? SourceSlice(source, 0..<min(source.count, Self.longestHeader)).bytes()) ?? []
        let end = start.firstIndex(of: UInt8(ascii: "\n")) ?? 0
        let header = try? JSONDecoder().decode(Header.self, from: Data(start[..<end]))
        self.header = header?.format == Self.format ? header : nil
        sealed = SourceSlice(source, min(end + 1, source.count)..<source.count)
    }

    /// Hands over what was received, piece by piece, once all of it has been proved to be what was kept. Blocking.
    ///
    /// - Returns: false, with nothing handed over, when the key is another one or the file is damaged: nobody can tell which.
    /// - Throws: ``StreamFault`` when the file cannot be read.
    package func content(for key: PrivateKey, _ body: ([UInt8]) -> Void) throws(StreamFault) -> Bool {
        guard let header, let wrapped = Base64.decode(header.key), sealed.count >= ContentCipher.vectorLength + ContentCipher.tagLength
        else {
            return false
        }
        let contentKey = key.unwrap(wrapped, .oaepSHA256)
        guard try decipher(contentKey, { _ in }) else { return false }
        return try decipher(contentKey, body)
    }

    private func decipher(_ key: ContentKey, _ body: ([UInt8]) -> Void) throws(StreamFault) -> Bool {
        let (start, end) = (ContentCipher.vectorLength, sealed.count - ContentCipher.tagLength)
        let vector = try SourceSlice(sealed, 0..<start).bytes()
        guard let cipher = ContentCipher(.decipher, key: key, vector: vector) else { return false }
        var isWhole = true
        try SourceSlice(sealed, start..<end).forEachPiece(orThrow: \.self) { piece throws(StreamFault) in
            if let plain = cipher.update(piece) { body(plain) } else { isWhole = false }
        }
        let tag = try SourceSlice(sealed, end..<sealed.count).bytes()
        return isWhole && cipher.hasTag(tag)
    }

    /// Bytes that a file takes on disk, at most.
    static func length(of entity: StreamedEntity) -> Int { entity.body.count + entity.contentType.utf8.count + longestHeader }
}
