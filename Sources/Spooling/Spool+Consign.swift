import CShim
import Glibc

extension Spool {
    /// Takes a submission once, with all its copies or with none.
    ///
    /// Order: every copy durable in `incoming`; then `seen/<SHA-256 of the key>` is made a hard link to the first copy's envelope, which names
    /// all copies and fails if the key is known: this is the commit; the link durable; then every copy is renamed to its first state, under locks
    /// that keep delivery away until all are there and durable. A crash after the link is finished by ``recover(at:holding:)``, or by the same
    /// submission when it comes again; one before it leaves nothing. Of several submissions of one key at once, also by several processes,
    /// exactly one is stored.
    /// - Throws: ``SpoolError`` P006, P007 for another first state than `ready` and `held`, P008–P011, P014. The
    ///   submission is not accepted then, and may come again. Should the disk have failed while the copies were taken back, they are finished
    ///   after the next start, and the same submission answers with their ids.
    package func submit(_ consignment: Consignment) throws(SpoolError) -> ConsignmentOutcome {
        do throws(SpoolError) {
            try checkReserve(adding: consignment.body.count * consignment.envelopes.count + consignment.enclosures.length)
            try checkFirst(consignment.first, of: consignment.envelopes.first?.id)
            let note = consignment.note
            if let known = try settled(note) { return known }
            return try store(consignment, note)
        } catch {
            throw noted(error)
        }
    }

    /// A copy that is being made, with its lock.
    private final class Making {
        let entry: EntryFolder
        let file: EnvelopeFile

        init(_ entry: consuming EntryFolder, _ file: EnvelopeFile) {
            self.entry = entry
            self.file = file
        }
    }

    private func store(_ consignment: Consignment, _ note: Consignment.Note) throws(SpoolError) -> ConsignmentOutcome {
        var copies: [Making] = []
        do throws(SpoolError) {
            for envelope in consignment.envelopes {
                var envelope = envelope
                envelope.consignment = note
                envelope.enclosures = consignment.enclosures.map(\.enclosure)
                var record = consignment.record
                record.partner = envelope.partner
                let file = try envelopeFile(envelope, consignment.body, consignment.first, record)
                let copy = Making(try makeEntry(envelope.id), file)
                try write(consignment.enclosures, into: copy.entry, sharedWith: copies.first?.entry.file.descriptor)
                copies.append(copy)
                try write(consignment.body, file, into: copy.entry)
                try copy.entry.sync()
            }
            // The link may become durable only after what it names.
            try folder(.incoming).sync()
            if let known = try link(copies, note) {
                for copy in copies { try removeEntry(copy.entry, named: copy.entry.name, from: folder(.incoming)) }
                return known
            }
            try commit(copies, note, to: consignment.first)
        } catch {
            for copy in copies { abandon(copy.entry, after: error) }
            throw error
        }
        return .stored(
            copies.map { SpoolEntry(id: $0.entry.id, state: consignment.first, envelope: $0.file.envelope, history: [$0.file.origin]) })
    }

    /// Nil when the key was free and names this submission now.
    private func link(_ copies: [Making], _ note: Consignment.Note) throws(SpoolError) -> ConsignmentOutcome? {
        guard let first = copies.first else { throw SpoolError(.notWritable, SpoolPlace(folder: layout.seen.name, file: note.key)) }
        for _ in 0..<10 {
            if linkat(first.entry.file.descriptor, EnvelopeFile.name, layout.seen.descriptor, note.key, 0) == 0 { return nil }
            guard errno == EEXIST else { throw SpoolError(failed: .link, errno, SpoolPlace(folder: layout.seen.name, id: first.entry.id)) }
            if let known = try settled(note) { return known }
        }
        throw SpoolError(.busy, SpoolPlace(folder: layout.seen.name, id: first.entry.id))
    }

    /// Makes the link and every copy's state durable, or takes all of it back.
    private func commit(_ copies: [Making], _ note: Consignment.Note, to first: SpoolState) throws(SpoolError) {
        do throws(SpoolError) {
            try layout.seen.sync()
            for copy in copies { try rename(copy.entry.id, from: .incoming, to: first) }
            try settle(from: .incoming, to: first)
        } catch {
            // Noted before the locks are dropped: a repetition that waits must not take the link for an acceptance.
            _ = noted(error)
            takeBack(copies, note, from: first)
            throw error
        }
    }

    /// The link goes only when no copy is left to be delivered: otherwise it lets recovery finish the others.
    private func takeBack(_ copies: [Making], _ note: Consignment.Note, from first: SpoolState) {
        let (left, incoming) = (folder(first), folder(.incoming))
        var isWhole = true
        for copy in copies {
            let name = copy.entry.name
            let isBack = sluss_rename_noreplace(left.descriptor, name, incoming.descriptor, name) == 0
            // ENOENT: it had not been renamed yet.
            if !isBack, errno != ENOENT { isWhole = false }
        }
        if isWhole { unlinkat(layout.seen.descriptor, note.key, 0) }
    }

    /// The outcome for a known key, once the submission that made it is durable; nil when the key is new, or was just taken back. What its
    /// writer left unfinished when it died is finished here.
    private func settled(_ note: Consignment.Note) throws(SpoolError) -> ConsignmentOutcome? {
        guard let record = try record(of: note.key) else { return nil }
        let (file, known) = (record.file.descriptor, record.note)
        for copy in known.copies {
            guard let entry = try lockEntry(copy.id, in: .incoming) else { continue }
            guard sluss_is_same_file(layout.seen.descriptor, note.key, file) == 1 else { return nil }
            try inspect(entry)
            try layout.seen.sync()
            try publish(copy.id, to: try entry.firstState())
        }
        guard sluss_is_same_file(layout.seen.descriptor, note.key, file) == 1 else { return nil }
        try refuseWhenDegraded()
        return known.content == note.content ? .known(known.copies) : .otherContent(known.content)
    }

    /// A submission's record in `seen`, kept open so that a change of it shows.
    private struct Record: ~Copyable {
        let file: OpenFile
        let note: Consignment.Note
    }

    /// The open record under a key, and what it says; nil when there is none.
    private func record(of key: String) throws(SpoolError) -> Record? {
        let place = SpoolPlace(folder: layout.seen.name, file: key)
        guard let file = try OpenFile.openIfThere(key, in: layout.seen.descriptor, flags: O_RDONLY, place: place) else { return nil }
        let bytes = try file.readAll(limit: EnvelopeFile.largest)
        let note: Consignment.Note?
        do throws(EntryFault) {
            note = try EnvelopeFile.read(bytes).envelope.consignment
        } catch {
            throw SpoolError(.corrupt, place, detail: error.rawValue)
        }
        guard let note else { throw SpoolError(.corrupt, place, detail: EntryFault.malformed.rawValue) }
        return Record(file: file, note: note)
    }

    /// Whether the submission that a copy in `incoming` belongs to was committed; the name of its record then.
    func committedKey(of entry: borrowing EntryFolder) throws(SpoolError) -> String? {
        guard let note = try? entry.readEnvelope().envelope.consignment else { return nil }
        do throws(SpoolError) {
            guard let record = try record(of: note.key) else { return nil }
            return record.note.copies.contains { $0.id == entry.id } ? note.key : nil
        } catch {
            if error.code == .corrupt { return nil }
            throw error
        }
    }
}
