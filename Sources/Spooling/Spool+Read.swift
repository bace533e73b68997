import Glibc

extension Spool {
    /// The messages in a state, oldest first: one pass over the folder, nothing is opened.
    ///
    /// - Throws: ``SpoolError`` P017 or P018 when the folder cannot be read.
    package func list(_ state: SpoolState) throws(SpoolError) -> [MessageID] {
        let ids = try folder(state).messages()
        guard state == .corrupt else { return ids }
        // A second damaged copy of a message lies under its name and a number.
        let copies = try folder(state).names().compactMap { $0.name.utf8.count > 27 ? MessageID(String($0.name.prefix(26))) : nil }
        return Set(ids + copies).sorted()
    }

    /// A message, wherever it lies; nil when it lies nowhere. Seen from outside the daemon it may have moved when this returns.
    ///
    /// - Throws: ``SpoolError`` P013 when it is damaged (it lies in `corrupt` then), P017, P018.
    package func entry(_ id: MessageID) throws(SpoolError) -> SpoolEntry? {
        // It may move from a folder not yet looked at to one already passed: three passes meet it.
        for _ in 0..<3 {
            for state in SpoolState.allCases where state != .incoming {
                if let entry = try entry(id, in: state) { return entry }
            }
        }
        return nil
    }

    /// The state a message lies in, damaged or not; nil when it lies nowhere. Nothing of it is read.
    ///
    /// - Throws: ``SpoolError`` P017, P018.
    package func locate(_ id: MessageID) throws(SpoolError) -> SpoolState? {
        for _ in 0..<3 {
            for state in SpoolState.allCases where state != .incoming {
                if try openEntry(id, in: state) != nil { return state }
            }
        }
        return nil
    }

    /// The envelope of a message in a state, and nothing else of it; nil when it is not there.
    ///
    /// - Throws: as ``entry(_:)``.
    package func envelope(of id: MessageID, in state: SpoolState) throws(SpoolError) -> Envelope? {
        do throws(SpoolError) {
            return try reading(id, in: state) { (entry) throws(SpoolError) in try entry.readEnvelope().envelope }
        } catch {
            if error.code == .notThere { return nil }
            throw noted(error)
        }
    }

    /// A message in a state; nil when it is not there.
    ///
    /// - Throws: as ``entry(_:)``.
    package func entry(_ id: MessageID, in state: SpoolState) throws(SpoolError) -> SpoolEntry? {
        do throws(SpoolError) {
            return try reading(id, in: state) { (entry) throws(SpoolError) in try entry.readEntry() }
        } catch {
            if error.code == .notThere { return nil }
            throw noted(error)
        }
    }

    /// The message's bytes, checked against the envelope's length and SHA-256.
    ///
    /// - Throws: ``SpoolError`` P005 when it is not in `state`, P013 when a file is damaged (it lies in `corrupt` then), P017, P018.
    package func body(of id: MessageID, in state: SpoolState) throws(SpoolError) -> [UInt8] {
        do throws(SpoolError) {
            return try reading(id, in: state) { (entry) throws(SpoolError) in
                try entry.readBody(try entry.readEnvelope().envelope)
            }
        } catch {
            throw noted(error)
        }
    }

    /// The same of an entry that was read, whose envelope need not be read again.
    ///
    /// - Throws: as ``body(of:in:)``.
    package func body(of entry: SpoolEntry) throws(SpoolError) -> [UInt8] {
        do throws(SpoolError) {
            return try reading(entry.id, in: entry.state) { (folder) throws(SpoolError) in try folder.readBody(entry.envelope) }
        } catch {
            throw noted(error)
        }
    }

    /// The files that belong to a message beside its body, each checked against the envelope and open: they can be read whatever becomes of
    /// the message.
    ///
    /// - Throws: as ``body(of:in:)``.
    package func enclosures(of entry: SpoolEntry) throws(SpoolError) -> [HeldFile] {
        do throws(SpoolError) {
            return try reading(entry.id, in: entry.state) { (folder) throws(SpoolError) in
                var files: [HeldFile] = []
                for (position, enclosure) in entry.envelope.enclosures.enumerated() {
                    files.append(try folder.openEnclosure(position, enclosure))
                }
                return files
            }
        } catch {
            throw noted(error)
        }
    }

    /// What a list shows of a message: its envelope and the newest records; nil when it is not there. Damage shows as a missing envelope
    /// and moves nothing. At most the last 8 KiB of the history are read.
    ///
    /// - Throws: ``SpoolError`` P017, P018.
    package func summary(of id: MessageID, in state: SpoolState) throws(SpoolError) -> SpoolSummary? {
        guard let entry = try openEntry(id, in: state) else { return nil }
        if state == .corrupt {
            let envelope = try? entry.readEnvelope().envelope
            return SpoolSummary(id: id, state: state, envelope: envelope, recent: notes(entry))
        }
        do throws(SpoolError) {
            let file = try entry.readEnvelope()
            let recent = [file.origin] + (try newestRecords(entry))
            return SpoolSummary(id: id, state: state, envelope: file.envelope, recent: recent)
        } catch {
            guard error.code == .corrupt else { throw error }
            // Gone since it was opened, or damaged: the first is no finding.
            guard try entry.isStill(in: folder(state)) else { return nil }
            return SpoolSummary(id: id, state: state, envelope: nil, recent: isGivenUpDamaged(entry) ? notes(entry) : [])
        }
    }

    /// Checks every file of a message: envelope, history, body, enclosures, request and receipt.
    ///
    /// - Throws: ``SpoolError`` P005, P013 (the message lies in `corrupt` then), P017, P018.
    package func verify(_ id: MessageID, in state: SpoolState) throws(SpoolError) {
        do throws(SpoolError) {
            try reading(id, in: state) { (entry) throws(SpoolError) in try inspect(entry) }
        } catch {
            throw noted(error)
        }
    }

    func inspect(_ entry: borrowing EntryFolder) throws(SpoolError) {
        let file = try entry.readEnvelope()
        _ = try entry.readHistory(file)
        _ = try entry.readBody(file.envelope)
        for (position, enclosure) in file.envelope.enclosures.enumerated() { _ = try entry.openEnclosure(position, enclosure) }
        for attachment in Attachment.allCases { _ = try entry.openEntity(attachment) }
    }

    /// Reads without the lock. What looks damaged may only be half changed by another process: it is read again under the lock, and only
    /// then moved to `corrupt`.
    func reading<Value>(
        _ id: MessageID, in state: SpoolState, _ read: (borrowing EntryFolder) throws(SpoolError) -> Value
    ) throws(SpoolError) -> Value {
        let place = SpoolPlace(folder: state.rawValue, id: id)
        guard let entry = try openEntry(id, in: state) else { throw SpoolError(.notThere, place) }
        do throws(SpoolError) {
            return try read(entry)
        } catch {
            guard error.code == .corrupt, state != .corrupt else { throw error }
        }
        guard let locked = try lockEntry(id, in: state) else { throw SpoolError(.notThere, place) }
        return try quarantining(locked, read)
    }

    private func newestRecords(_ entry: borrowing EntryFolder) throws(SpoolError) -> [HistoryRecord] {
        let file = try entry.open(HistoryFile.name, flags: O_RDONLY)
        let length = try file.length()
        let window = 8 << 10
        if length > window { lseek(file.descriptor, off_t(length - window), SEEK_SET) }
        var bytes = [UInt8](repeating: 0, count: min(length, window))
        let count = read(file.descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw SpoolError(failed: .read, errno, file.place) }
        let lines = bytes.prefix(count).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        return lines.dropFirst(length > window ? 1 : 0).compactMap { SpoolJSON.value(HistoryRecord.self, from: Array($0)) }
    }
}
