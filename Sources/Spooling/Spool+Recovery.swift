import CShim
import FoundationEssentials
import Glibc

extension Spool {
    /// Brings the spool into a legal state after whatever ended the run before. Run once at start, before anything is delivered.
    ///
    /// Run twice, or cut off anywhere and run again, it ends the same. Commands may submit and move messages meanwhile: a message in
    /// `incoming` whose writer lives is locked by it and left alone. Attempts that were cut off count as attempts with an unknown outcome.
    /// - Throws: ``SpoolError`` P007 when the lock is another spool's, P008–P018 when the disk refuses; what is done stays done.
    package func recover(at date: Date, holding lock: SpoolLock) throws(SpoolError) -> RecoveryReport {
        do throws(SpoolError) {
            guard lock.inode == (try inode()) else {
                throw SpoolError(.illegalTransition, SpoolPlace(file: Self.lockName), detail: "the lock of another spool")
            }
            var report = RecoveryReport()
            try separateCopies(&report)
            try recoverIncoming(at: date, &report)
            for state in [SpoolState.inflight, .awaiting] {
                for id in try folder(state).messages() { try recoverAttempt(id, in: state, at: date, &report) }
            }
            // Targets and sources alike, once for all messages; quarantine has synced its own.
            let changed =
                [report.finished, report.returned, report.held, report.carriedOut].contains { !$0.isEmpty } || !report.removed.isEmpty
            if changed { for folder in layout.states + [layout.seen] { try folder.sync() } }
            removeNote()
            return report
        } catch {
            throw noted(error)
        }
    }

    // MARK: Incoming

    private func recoverIncoming(at date: Date, _ report: inout RecoveryReport) throws(SpoolError) {
        for (name, isFolder) in try folder(.incoming).names() {
            if let id = MessageID(name) {
                try recoverLeftover(id, at: date, &report)
            } else if isFolder == true, name.hasPrefix(Self.purgedPrefix),
                let id = MessageID(String(name.dropFirst(Self.purgedPrefix.count)))
            {
                try removePurged(id)
                report.removed.append(name)
            } else if name.hasPrefix("probe-") || name.hasPrefix(Self.rememberedPrefix) {
                unlinkat(folder(.incoming).descriptor, name, 0)
                report.removed.append(name)
            }
        }
    }

    /// A leftover whose receipt is linked under its key was received, and one whose submission has its record was submitted: both are
    /// finished. Any other was never accepted.
    private func recoverLeftover(_ id: MessageID, at date: Date, _ report: inout RecoveryReport) throws(SpoolError) {
        guard let found = try openEntry(id, in: .incoming) else { return }
        guard try found.lock() else { return report.beingWritten.append(id) }
        guard try found.isStill(in: folder(.incoming)) else { return }
        guard try !isBeyondIncoming(id), let key = try linkedKey(of: found) else {
            try removeEntry(found, named: id.description, from: folder(.incoming))
            return report.removed.append(id.description)
        }
        do throws(SpoolError) {
            try finish(found, at: date)
            report.finished.append(id)
        } catch {
            guard error.code == .corrupt else { throw error }
            // Its sender was never answered: without the key, the next try is received as new.
            unlinkat(layout.seen.descriptor, key, 0)
            try quarantine(found, error)
            try layout.seen.sync()
            report.quarantined.append(error)
        }
    }

    /// Whether another copy of the message has already left `incoming`: in a spool restored from a copy made while it ran.
    private func isBeyondIncoming(_ id: MessageID) throws(SpoolError) -> Bool {
        for state in SpoolState.allCases where state != .incoming {
            if try openEntry(id, in: state) != nil { return true }
        }
        return false
    }

    private func finish(_ entry: borrowing EntryFolder, at date: Date) throws(SpoolError) {
        try inspect(entry)
        let first = try entry.firstState()
        let history = try entry.readHistory(try entry.readEnvelope())
        if history.records.last?.from != .incoming {
            try addRecovered(
                HistoryRecord(at: date, event: .recovered) { $0.code = DeliveryCode.receptionFinished.rawValue }, to: entry, first)
        }
        try rename(entry.id, from: .incoming, to: first)
    }

    /// The key under which the entry's receipt is linked, or its submission's record; nil when its commit never came.
    private func linkedKey(of entry: borrowing EntryFolder) throws(SpoolError) -> String? {
        let name = Attachment.receipt.rawValue
        let seen = layout.seen
        guard let file = try OpenFile.openIfThere(name, in: entry.file.descriptor, flags: O_RDONLY, place: entry.place(name)) else {
            return try committedKey(of: entry)
        }
        let header = try? entry.readAttachment(.receipt)?.header
        if let key = header?.seen, sluss_is_same_file(seen.descriptor, key, file.descriptor) == 1 { return key }
        var status = stat()
        guard fstat(file.descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, entry.place(name)) }
        if status.st_nlink > 1 {
            // Linked, but its header is damaged: look for the link itself.
            return try seen.names().first { sluss_is_same_file(seen.descriptor, $0.name, file.descriptor) == 1 }?.name
        }
        // In a spool restored by a tool that keeps no hard links, the copy under the key names the message.
        guard let key = header?.seen else { return nil }
        let place = SpoolPlace(folder: seen.name, file: key)
        guard let copy = try OpenFile.openIfThere(key, in: seen.descriptor, flags: O_RDONLY, place: place),
            let bytes = try? copy.readAll(limit: .max), let stored = try? EntityFile.read(bytes), stored.header.id == entry.id
        else { return nil }
        return key
    }

    // MARK: Attempts

    private func recoverAttempt(_ id: MessageID, in state: SpoolState, at date: Date, _ report: inout RecoveryReport) throws(SpoolError) {
        guard let entry = try lockEntry(id, in: state) else { return }
        do throws(SpoolError) {
            let message = try entry.readEntry()
            if let to = message.cutOffMove {
                try rename(id, from: state, to: to)
                report.carriedOut.append(id)
            } else if state == .inflight {
                let record = DeliveryMachine.recovered(message, at: date, mostUnknownOutcomes: options.mostUnknownOutcomes)
                let to = record.to ?? .ready
                try addRecovered(record, to: entry, to)
                try rename(id, from: state, to: to)
                if to == .held { report.held.append(id) } else { report.returned.append(id) }
            }
        } catch {
            guard error.code == .corrupt else { throw error }
            try quarantine(entry, error)
            report.quarantined.append(error)
        }
    }

    /// Recovery does not know which file's write failed in the run before, so it extends no old history: it writes a new one.
    private func addRecovered(_ record: HistoryRecord, to entry: borrowing EntryFolder, _ to: SpoolState) throws(SpoolError) {
        let history = try entry.readHistory(try entry.readEnvelope())
        try rewriteHistory(history, history.addition(moving(record, entry.state, to)), in: entry)
    }

    // MARK: Copies

    /// A spool restored from a copy made while it ran may hold a message twice. The one with the longest history stays; the other goes to
    /// `corrupt`, as found. Also names what is no message.
    private func separateCopies(_ report: inout RecoveryReport) throws(SpoolError) {
        var places: [MessageID: [SpoolState]] = [:]
        for state in SpoolState.allCases {
            for (name, isFolder) in try folder(state).names() {
                if let id = MessageID(name), isFolder != false {
                    places[id, default: []].append(state)
                } else if state != .incoming, state != .corrupt {
                    report.foreign.append("\(state.rawValue)/\(name)")
                }
            }
        }
        for (id, states) in places.sorted(by: { $0.key < $1.key }) where states.count > 1 {
            try separate(id, states.filter { $0 != .corrupt && $0 != .incoming }, &report)
        }
    }

    private func separate(_ id: MessageID, _ states: [SpoolState], _ report: inout RecoveryReport) throws(SpoolError) {
        var lengths: [(state: SpoolState, records: Int)] = []
        for state in states {
            guard let entry = try openEntry(id, in: state) else { continue }
            lengths.append((state, (try? entry.readEntry().history.count) ?? 0))
        }
        guard let keep = lengths.max(by: { $0.records < $1.records })?.state else { return }
        for (state, _) in lengths where state != keep {
            // Under its lock this one cannot move; if the other is still there too, they are two.
            guard let entry = try lockEntry(id, in: state), try openEntry(id, in: keep) != nil else { continue }
            let finding = SpoolError(.corrupt, entry.place(), detail: "a second copy; the other is in \(keep.rawValue)")
            try quarantine(entry, finding)
            report.quarantined.append(finding)
        }
    }
}
