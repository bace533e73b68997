import CShim
import Glibc

/// The open folder of one message.
///
/// Whoever changes a message holds the lock of its folder's inode (`flock`, exclusive) from before the first change until the last sync. The
/// lock moves with the folder through renames and the kernel drops it when its holder dies. So a command and the daemon never interleave
/// their changes to one message, and recovery can tell a leftover from the work of a living writer.
struct EntryFolder: ~Copyable {
    let file: OpenFile
    let id: MessageID
    let state: SpoolState
    /// What the folder is called in its state's folder: the id, but for a second copy in `corrupt`.
    let name: String

    init(file: consuming OpenFile, id: MessageID, state: SpoolState, name: String? = nil) {
        self.file = file
        self.id = id
        self.state = state
        self.name = name ?? id.description
    }

    deinit { sluss_unlock(file.descriptor) }

    /// Takes the lock if nobody has it.
    func lock() throws(SpoolError) -> Bool {
        if sluss_lock_exclusive(file.descriptor) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw SpoolError(failed: .lock, errno, place()) }
        return false
    }

    /// Whether this is still the folder of that name in `folder`: it may have been moved before the lock was taken.
    func isStill(in folder: HeldFolder) throws(SpoolError) -> Bool {
        let answer = sluss_is_same_file(folder.descriptor, name, file.descriptor)
        guard answer >= 0 else { throw SpoolError(failed: .status, errno, place()) }
        return answer == 1
    }

    func place(_ name: String? = nil) -> SpoolPlace { SpoolPlace(folder: state.rawValue, id: id, file: name) }

    /// A file of the set. Missing, a link or a folder: the entry is damaged.
    func read(_ name: String, limit: Int) throws(SpoolError) -> [UInt8] {
        try open(name, flags: O_RDONLY).readAll(limit: limit)
    }

    func open(_ name: String, flags: Int32) throws(SpoolError) -> OpenFile {
        do throws(SpoolError) {
            return try OpenFile.open(name, in: file.descriptor, flags: flags, place: place(name))
        } catch {
            guard [ENOENT, ELOOP, EISDIR, ENOTDIR, ENXIO].contains(error.errorNumber) else { throw error }
            throw SpoolError(.corrupt, place(name), detail: EntryFault.missing.rawValue)
        }
    }

    /// Writes a new file and makes it durable, but not yet its name: that is `sync()`.
    func write(_ name: String, _ bytes: [UInt8]) throws(SpoolError) {
        let new = try OpenFile.create(name, in: file.descriptor, place: place(name))
        try new.write(bytes)
        try new.sync()
        try new.close()
    }

    /// The same with content of any length. Returns its SHA-256.
    ///
    /// - Throws: ``SpoolError`` P019 when the content ends before its length.
    func write(_ name: String, _ content: SpoolContent) throws(SpoolError) -> String {
        let new = try OpenFile.create(name, in: file.descriptor, place: place(name))
        var digest = RunningDigest()
        let length = try content.forEachPiece { (piece) throws(SpoolError) in
            digest.update(piece)
            try new.write(piece)
        }
        guard length == content.length else { throw SpoolError(.contentChanged, place(name)) }
        try new.sync()
        try new.close()
        return Checksum.hex(digest.value())
    }

    /// Makes an empty file whose name `sync()` will make durable. Needs no sync of its own: it has no bytes to lose.
    func touch(_ name: String) throws(SpoolError) {
        try OpenFile.create(name, in: file.descriptor, place: place(name)).close()
    }

    /// Makes the names in the folder durable.
    func sync() throws(SpoolError) { try file.sync() }

    /// Removes a file if it is there.
    func remove(_ name: String) throws(SpoolError) {
        guard unlinkat(file.descriptor, name, 0) == 0 || errno == ENOENT else { throw SpoolError(failed: .remove, errno, place(name)) }
    }

    /// The envelope and origin, checked.
    func readEnvelope() throws(SpoolError) -> EnvelopeFile {
        let bytes = try read(EnvelopeFile.name, limit: EnvelopeFile.largest)
        do throws(EntryFault) {
            return try EnvelopeFile.read(bytes, id: id)
        } catch {
            throw SpoolError(.corrupt, place(EnvelopeFile.name), detail: error.rawValue)
        }
    }

    /// Where the message is to lie first, as its origin says.
    func firstState() throws(SpoolError) -> SpoolState {
        let first = try readEnvelope().origin.to
        return first.map(Spool.firstStates.contains) == true ? first ?? .ready : .ready
    }

    /// The history after the origin, checked.
    func readHistory(_ envelope: EnvelopeFile) throws(SpoolError) -> HistoryFile { try readHistory(seed: envelope.check, decodes: true) }

    /// The same checks without the records: what an append needs, at a fraction of the cost.
    func readHistoryChain() throws(SpoolError) -> HistoryFile {
        let bytes = try read(EnvelopeFile.name, limit: EnvelopeFile.largest)
        let seed: String
        do throws(EntryFault) {
            seed = try EnvelopeFile.check(of: bytes)
        } catch {
            throw SpoolError(.corrupt, place(EnvelopeFile.name), detail: error.rawValue)
        }
        return try readHistory(seed: seed, decodes: false)
    }

    private func readHistory(seed: String, decodes: Bool) throws(SpoolError) -> HistoryFile {
        let bytes = try read(HistoryFile.name, limit: HistoryFile.largest)
        do throws(EntryFault) {
            return try HistoryFile.read(bytes, seed: seed, decodes: decodes)
        } catch {
            throw SpoolError(.corrupt, place(HistoryFile.name), detail: error.rawValue)
        }
    }

    /// A file of a message's enclosures, open and checked.
    func openEnclosure(_ position: Int, _ enclosure: Enclosure) throws(SpoolError) -> HeldFile {
        let name = Enclosure.fileName(position)
        let file = try open(name, flags: O_RDONLY).kept()
        guard file.length == enclosure.length else {
            throw SpoolError(.corrupt, place(name), detail: EntryFault.lengthDiffers.rawValue)
        }
        guard try file.sha256() == (enclosure.sha256, enclosure.length) else {
            throw SpoolError(.corrupt, place(name), detail: EntryFault.digestDiffers.rawValue)
        }
        return file
    }

    /// An entity beside the message, open and checked without holding it in memory; nil when there is none.
    func openEntity(_ attachment: Attachment) throws(SpoolError) -> (header: EntityFile.Header, content: HeldFile)? {
        let name = attachment.rawValue
        guard let open = try OpenFile.openIfThere(name, in: file.descriptor, flags: O_RDONLY, place: place(name)) else { return nil }
        let file = try open.kept()
        let start = try file.first(EntityFile.largestHeader)
        do throws(EntryFault) {
            let (header, end) = try EntityFile.readHeader(start[...])
            guard header.id == id else { throw .foreign }
            guard file.length - end == header.length else { throw .lengthDiffers }
            let content = file.stretch(from: end)
            let found: String
            do throws(SpoolError) { found = try content.sha256().digest } catch { throw .missing }
            guard found == header.sha256 else { throw .digestDiffers }
            return (header, content)
        } catch {
            throw SpoolError(.corrupt, place(name), detail: error.rawValue)
        }
    }

    /// An attachment, checked; nil when there is none.
    func readAttachment(_ attachment: Attachment) throws(SpoolError) -> EntityFile? {
        let name = attachment.rawValue
        guard let open = try OpenFile.openIfThere(name, in: file.descriptor, flags: O_RDONLY, place: place(name)) else { return nil }
        let bytes = try open.readAll(limit: .max)
        do throws(EntryFault) {
            let stored = try EntityFile.read(bytes)
            guard stored.header.id == id else { throw .foreign }
            return stored
        } catch {
            throw SpoolError(.corrupt, place(name), detail: error.rawValue)
        }
    }

    /// The body, checked against the envelope.
    func readBody(_ envelope: Envelope) throws(SpoolError) -> [UInt8] {
        let bytes = try read(Spool.bodyName, limit: envelope.bodyLength)
        guard bytes.count == envelope.bodyLength else {
            throw SpoolError(.corrupt, place(Spool.bodyName), detail: EntryFault.lengthDiffers.rawValue)
        }
        guard Checksum.hex(Checksum.sha256(bytes)) == envelope.bodySHA256 else {
            throw SpoolError(.corrupt, place(Spool.bodyName), detail: EntryFault.digestDiffers.rawValue)
        }
        return bytes
    }

    /// The message as it stands here.
    func readEntry() throws(SpoolError) -> SpoolEntry {
        let envelope = try readEnvelope()
        let history = try readHistory(envelope)
        return SpoolEntry(id: id, state: state, envelope: envelope.envelope, history: [envelope.origin] + history.records)
    }
}
