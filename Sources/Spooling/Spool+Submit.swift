import Glibc

extension Spool {
    /// Takes a message. On return body, envelope and state are durable, folders included; before that nobody may be told "accepted".
    ///
    /// `record` tells how it came in; its states are filled in. `first` is `ready`, or `held` to stop it from being delivered.
    /// - Throws: ``SpoolError`` P006 for a name already used, P007 for another `first`, P008–P011 when it could not be made durable. After
    ///   any error nothing was accepted.
    package func submit(
        body: [UInt8], envelope: Envelope, first: SpoolState = .ready, record: HistoryRecord
    ) throws(SpoolError) -> SpoolEntry {
        do throws(SpoolError) {
            try checkReserve(adding: body.count)
            try checkFirst(first, of: envelope.id)
            return try accept(body, try envelopeFile(envelope, body, first, record), first)
        } catch {
            throw noted(error)
        }
    }

    /// Where a message may lie when it has been taken.
    static let firstStates: [SpoolState] = [.ready, .held]

    func checkFirst(_ first: SpoolState, of id: MessageID?) throws(SpoolError) {
        guard Self.firstStates.contains(first) else {
            throw SpoolError(.illegalTransition, SpoolPlace(folder: first.rawValue, id: id))
        }
    }

    private func accept(_ body: [UInt8], _ envelope: EnvelopeFile, _ first: SpoolState) throws(SpoolError) -> SpoolEntry {
        let entry = try makeEntry(envelope.envelope.id)
        do throws(SpoolError) {
            try write(body, envelope, into: entry)
            try entry.sync()
            try publish(entry.id, to: first)
        } catch {
            abandon(entry, after: error)
            throw error
        }
        return SpoolEntry(id: entry.id, state: first, envelope: envelope.envelope, history: [envelope.origin])
    }

    /// The envelope bound to its body, and the origin with its states.
    func envelopeFile(
        _ envelope: Envelope, _ body: [UInt8], _ first: SpoolState, _ record: HistoryRecord
    ) throws(SpoolError) -> EnvelopeFile {
        var origin = record
        origin.normalize()
        origin.from = .incoming
        origin.to = first
        let file = EnvelopeFile(envelope: envelope.sealed(over: body), origin: origin)
        guard file.bytes() != nil else {
            throw SpoolError(.notWritable, SpoolPlace(folder: SpoolState.incoming.rawValue, id: envelope.id, file: EnvelopeFile.name))
        }
        return file
    }

    /// Writes a message's enclosures: from their content, or as further names of the same files in the open folder of another copy, which
    /// nobody ever writes again.
    func write(_ enclosures: [EnclosedContent], into entry: borrowing EntryFolder, sharedWith folder: Int32? = nil) throws(SpoolError) {
        for (position, enclosed) in enclosures.enumerated() {
            let name = Enclosure.fileName(position)
            if let folder, linkat(folder, name, entry.file.descriptor, name, 0) == 0 { continue }
            let digest = try entry.write(name, enclosed.content)
            guard digest == enclosed.enclosure.sha256, enclosed.content.length == enclosed.enclosure.length else {
                throw SpoolError(.contentChanged, entry.place(name))
            }
        }
    }

    /// The files every message has. The history is empty: the origin lies with the envelope.
    func write(_ body: [UInt8], _ envelope: EnvelopeFile, into entry: borrowing EntryFolder) throws(SpoolError) {
        try entry.write(Self.bodyName, body)
        try entry.write(EnvelopeFile.name, envelope.bytes() ?? [])
        try entry.touch(HistoryFile.name)
    }
}
