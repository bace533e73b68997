import AS4
import Foundation
import Signatures
import Spooling

/// Writes a refused message as a ``QuarantineFile``, piece by piece.
struct QuarantineWriter {
    let refusal: RefusalRecord
    let time: Date
    let recipient: Certificate
    let id: MessageID

    /// Writes it to an open descriptor. Blocking.
    ///
    /// - Throws: ``FileTrouble``; `EINVAL` when nothing can be encrypted to the recipient, or the entity is longer than GCM allows.
    func write(_ entity: StreamedEntity, to descriptor: Int32, path: String) throws(FileTrouble) {
        let (key, vector) = (ContentKey(), ContentCipher.newVector())
        let unfit = FileTrouble(operation: "encrypt", path: path, errno: EINVAL)
        guard let header = header(for: key), let line = try? JSONEncoder().encode(header), line.count < QuarantineFile.longestHeader,
            let cipher = ContentCipher(.encipher, key: key, vector: vector, bound: header.bound(to: id))
        else {
            throw unfit
        }
        try FileSystem.writeAll(Array(line) + [UInt8(ascii: "\n")] + vector, to: descriptor, path: path)
        let start = Array("Content-Type: \(entity.contentType)\r\n\r\n".utf8).withUnsafeBytes { cipher.update($0) }
        guard let start else { throw unfit }
        try FileSystem.writeAll(start, to: descriptor, path: path)
        let trouble = { (fault: StreamFault) in FileTrouble(operation: "read", path: path, errno: fault.errorNumber) }
        try entity.body.forEachPiece(orThrow: trouble) { piece throws(FileTrouble) in
            guard let output = cipher.update(piece) else { throw unfit }
            try FileSystem.writeAll(output, to: descriptor, path: path)
        }
        guard let tag = cipher.tag() else { throw unfit }
        try FileSystem.writeAll(tag, to: descriptor, path: path)
    }

    /// The first line, with the key for the recipient; nil when its key cannot be wrapped for.
    private func header(for key: ContentKey) -> QuarantineFile.Header? {
        guard let wrapped = recipient.publicKey.wrap(key, .oaepSHA256) else { return nil }
        return QuarantineFile.Header(
            receivedAt: Timestamps.text(time), partner: refusal.partner, code: refusal.code, ebms: refusal.ebms,
            messageIDSHA256: refusal.messageIDSHA256, recipient: recipient.sha256.hexadecimal, key: Base64.encode(wrapped))
    }
}
