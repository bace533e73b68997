import CShim
import Glibc

extension Spool {
    /// Takes a message from a partner once. Whatever the outcome, the receipt may be sent when this returns.
    ///
    /// Order: body, envelope and receipt durable in `incoming/<id>`; then `seen/<SHA-256 of the key>` is made a hard link to the receipt,
    /// which fails if the key is known: this is the commit; the link durable; then the rename to its first state, durable. A crash after the link
    /// is finished by ``recover(at:holding:)``; one before it leaves nothing. Of several receptions of one key at once, exactly one is
    /// stored and the others get its receipt, after it is durable.
    /// - Throws: ``SpoolError`` P008–P011, P016 (all temporary): send no receipt, let the partner try again.
    package func receive(_ reception: Reception) throws(SpoolError) -> ReceiveOutcome {
        do throws(SpoolError) {
            try checkReserve(adding: reception.body.count + reception.receipt.bytes.count + reception.enclosures.length)
            try checkFirst(reception.first, of: reception.envelope.id)
            let key = Self.seenName(reception.duplicateKey)
            if let known = try settledDuplicate(key) { return known }
            return try take(reception, key: key)
        } catch {
            throw noted(error)
        }
    }

    /// The receipt given for a key before, and the message it was given for; nil for a new key. Waits for a reception that is being stored.
    ///
    /// - Throws: ``SpoolError`` P011 and P016 (temporary), P013 when the stored receipt is damaged.
    package func storedReceipt(duplicateKey: String) throws(SpoolError) -> (id: MessageID, receipt: StoredReceipt)? {
        guard case .duplicate(let id, let receipt)? = try settledDuplicate(Self.seenName(duplicateKey)) else { return nil }
        return (id, receipt)
    }

    /// The file name of a duplicate key: foreign text never becomes one.
    static func seenName(_ key: String) -> String { Checksum.hex(Checksum.sha256(Array(key.utf8))) }

    private func take(_ reception: Reception, key: String) throws(SpoolError) -> ReceiveOutcome {
        var described = reception.envelope
        described.enclosures = reception.enclosures.map(\.enclosure)
        let envelope = try envelopeFile(described, reception.body, reception.first, reception.record)
        let file = EntityFile(reception.receipt, of: envelope.envelope.id, at: reception.record.at, seen: key)
        guard let receipt = file.bytes() else {
            throw SpoolError(.notWritable, SpoolPlace(folder: SpoolState.incoming.rawValue, id: envelope.envelope.id, file: "receipt"))
        }
        let entry = try makeEntry(envelope.envelope.id)
        do throws(SpoolError) {
            try write(reception.enclosures, into: entry)
            try write(reception.body, envelope, into: entry)
            try entry.write(Attachment.receipt.rawValue, receipt)
            try entry.sync()
            if let known = try link(entry, as: key) {
                try removeEntry(entry, named: entry.id.description, from: folder(.incoming))
                return known
            }
            try commit(entry, key: key, to: reception.first)
        } catch {
            abandon(entry, after: error)
            throw error
        }
        return .stored(SpoolEntry(id: entry.id, state: reception.first, envelope: envelope.envelope, history: [envelope.origin]))
    }

    /// Links the receipt under the key. When the key is known, answers with what is stored; when that reception was just taken back, tries
    /// again.
    private func link(_ entry: borrowing EntryFolder, as key: String) throws(SpoolError) -> ReceiveOutcome? {
        for _ in 0..<10 {
            if linkat(entry.file.descriptor, Attachment.receipt.rawValue, layout.seen.descriptor, key, 0) == 0 { return nil }
            guard errno == EEXIST else { throw SpoolError(failed: .link, errno, SpoolPlace(folder: layout.seen.name, id: entry.id)) }
            if let known = try settledDuplicate(key) { return known }
        }
        throw SpoolError(.busy, SpoolPlace(folder: layout.seen.name, id: entry.id))
    }

    /// Makes link and state durable, or takes the link back: the partner, told nothing, will try again.
    private func commit(_ entry: borrowing EntryFolder, key: String, to first: SpoolState) throws(SpoolError) {
        do throws(SpoolError) {
            try layout.seen.sync()
            try publish(entry.id, to: first)
        } catch {
            // Noted before the link goes and the lock is dropped: a duplicate that waits must not take the link for an acceptance.
            _ = noted(error)
            unlinkat(layout.seen.descriptor, key, 0)
            throw error
        }
    }

    /// The outcome for a known key, once the reception that made it is durable; nil when the key is new, or was just taken back.
    func settledDuplicate(_ key: String) throws(SpoolError) -> ReceiveOutcome? {
        let place = SpoolPlace(folder: layout.seen.name, file: key)
        guard let file = try OpenFile.openIfThere(key, in: layout.seen.descriptor, flags: O_RDONLY, place: place) else { return nil }
        let bytes = try file.readAll(limit: .max)
        let stored: EntityFile
        do throws(EntryFault) {
            stored = try EntityFile.read(bytes)
        } catch {
            throw SpoolError(.corrupt, place, detail: error.rawValue)
        }
        if try isThere(stored.header.id, in: .incoming) {
            // Locked by nobody and still in incoming: its reception failed and could not be taken back. Recovery decides.
            throw SpoolError(.unfinishedReception, SpoolPlace(folder: SpoolState.incoming.rawValue, id: stored.header.id))
        }
        for first in Self.firstStates { _ = try isThere(stored.header.id, in: first) }
        // No message's lock tells when a record of its own (``remember(_:of:duplicateKey:at:)``) is durable.
        if try file.linkCount() == 1 { try layout.seen.sync() }
        guard sluss_is_same_file(layout.seen.descriptor, key, file.descriptor) == 1 else { return nil }
        try refuseWhenDegraded()
        return .duplicate(id: stored.header.id, receipt: stored.entity)
    }

    /// Whether a message lies in a state once nobody is changing it.
    private func isThere(_ id: MessageID, in state: SpoolState) throws(SpoolError) -> Bool {
        guard let entry = try lockEntry(id, in: state) else { return false }
        return entry.state == state
    }
}
