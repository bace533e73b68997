import CShim
import Glibc

/// The request that was sent, or will be: an entity of any length that is never held in memory.
package struct StoredRequest: Sendable {
    /// The value of `Content-Type`, with its parameters.
    package let contentType: String
    /// The entity's bytes.
    package let content: HeldFile
}

extension Spool {
    /// Keeps the request beside a message, once, and opens it. Durable on return; a crash leaves all of it or none.
    ///
    /// The same bytes again are accepted and made durable; different ones are refused: a resend must equal what was sent.
    /// - Throws: as ``attach(_:_:to:in:)``; P019 when the content ends before its length, P010 when the disk would not keep its reserve.
    package func attachRequest(
        contentType: String, _ content: SpoolContent, to id: MessageID, in state: SpoolState
    ) throws(SpoolError) -> StoredRequest {
        do throws(SpoolError) {
            guard let entry = try lockEntry(id, in: state) else { throw SpoolError(.notThere, SpoolPlace(folder: state.rawValue, id: id)) }
            let stored = try quarantining(entry) { (entry) throws(SpoolError) in try entry.openEntity(.request) }
            if let stored {
                var digest = RunningDigest()
                _ = try content.forEachPiece { digest.update($0) }
                guard stored.header.contentType == contentType, stored.header.sha256 == Checksum.hex(digest.value()) else {
                    throw SpoolError(.attachmentDiffers, entry.place(Attachment.request.rawValue))
                }
            } else {
                try checkSpace(for: content.length)
                try placeRequest(contentType, content, in: entry)
            }
            try entry.sync()
            guard let open = try entry.openRequest(of: content.length) else {
                throw SpoolError(.corrupt, entry.place(Attachment.request.rawValue))
            }
            return StoredRequest(contentType: contentType, content: open)
        } catch {
            throw noted(error)
        }
    }

    /// The request kept beside a message, checked and open; nil when there is none.
    ///
    /// - Throws: ``SpoolError`` P005, P013 (the message lies in `corrupt` then), P017.
    package func storedRequest(of id: MessageID, in state: SpoolState) throws(SpoolError) -> StoredRequest? {
        do throws(SpoolError) {
            return try reading(id, in: state) { (entry) throws(SpoolError) in try entry.openEntity(.request) }
                .map { StoredRequest(contentType: $0.header.contentType, content: $0.content) }
        } catch {
            throw noted(error)
        }
    }

    /// A small request takes what the reserve is for; a large one must leave it whole.
    private func checkSpace(for length: Int) throws(SpoolError) {
        guard length > 1 << 20 else { return }
        try checkDisk(adding: length)
    }

    /// The header names the digest of what comes after it, so its place is kept and it is written last; the name comes after that.
    private func placeRequest(_ contentType: String, _ content: SpoolContent, in entry: borrowing EntryFolder) throws(SpoolError) {
        let (name, new) = (Attachment.request.rawValue, Attachment.request.rawValue + ".new")
        var header = EntityFile.Header(
            id: entry.id, storedAt: options.now().onMillisecond, contentType: contentType, length: content.length,
            sha256: String(repeating: "0", count: 64))
        guard let keeper = EntityFile.headerLine(header) else { throw SpoolError(.notWritable, entry.place(name), detail: "content type") }
        try entry.remove(new)
        do throws(SpoolError) {
            let file = try OpenFile.create(new, in: entry.file.descriptor, place: entry.place(new))
            try file.write(keeper)
            var digest = RunningDigest()
            let length = try content.forEachPiece { (piece) throws(SpoolError) in
                digest.update(piece)
                try file.write(piece)
            }
            guard length == content.length else { throw SpoolError(.contentChanged, entry.place(name)) }
            header.sha256 = Checksum.hex(digest.value())
            guard let line = EntityFile.headerLine(header), line.count == keeper.count, lseek(file.descriptor, 0, SEEK_SET) == 0 else {
                throw SpoolError(failed: .write, EIO, entry.place(new))
            }
            try file.write(line)
            try file.sync()
            try file.close()
        } catch {
            if error.isTemporary, error.code != .writeFailed { try? entry.remove(new) }
            throw error
        }
        let folder = entry.file.descriptor
        guard sluss_rename_noreplace(folder, new, folder, name) == 0 else {
            throw SpoolError(failed: .rename, errno, entry.place(name))
        }
    }
}

extension EntryFolder {
    /// The request just written under this lock, open and not read again.
    fileprivate func openRequest(of length: Int) throws(SpoolError) -> HeldFile? {
        let file = try open(Attachment.request.rawValue, flags: O_RDONLY).kept()
        return file.length > length ? file.stretch(from: file.length - length) : nil
    }
}
