import CShim
import Glibc

extension Spool {
    /// Takes a message for an attempt: one rename to `inflight`, no sync. A crash before or after it means the same: not yet tried.
    ///
    /// Legal from `ready` and `deferred`. From the second attempt on, a record `attempted` is written, not synced: it tells an attempt cut off
    /// by a crash from the recorded end of the attempt before.
    /// - Returns: false when the message is not there any more, or somebody (a command, the submitter) is changing it right now: look again later.
    /// - Throws: ``SpoolError`` P007 for another state, P008 when the rename failed, P013 when the history is damaged (it lies in `corrupt` then).
    package func claim(_ id: MessageID, from: SpoolState) throws(SpoolError) -> Bool {
        do throws(SpoolError) {
            guard from.leads(to: .inflight) else {
                throw SpoolError(.illegalTransition, SpoolPlace(folder: from.rawValue, id: id), detail: SpoolState.inflight.rawValue)
            }
            guard let entry = try lockEntry(id, in: from, waits: false) else { return false }
            try markAttempt(entry)
            try rename(id, from: from, to: .inflight)
            return true
        } catch {
            if error.code == .busy || error.code == .notThere { return false }
            throw noted(error)
        }
    }

    /// Moves a message by one rename and records why. The record is durable before the rename, the rename on return.
    ///
    /// A crash leaves the message in `from` or in `to`, never in both or neither. When it cut off the rename, the record tells of it and
    /// recovery carries it out for messages in `inflight` and `awaiting`; elsewhere the message stays where it lies.
    ///
    /// From `corrupt` a message goes to `held` only when every file of it is whole; given up it may be as damaged as it is.
    /// - Throws: ``SpoolError`` P005 when the message is not in `from` (somebody moved it meanwhile), P007 for a transition the table does not
    ///   have, P012 when somebody else keeps its lock, P013 when its history is damaged (it lies in `corrupt` then), or any file
    ///   of one that was to leave `corrupt` for `held`, P008/P009 when the move
    ///   is not durable: ask ``entry(_:)`` where the message lies.
    package func move(
        _ id: MessageID, from: SpoolState, to: SpoolState, record: HistoryRecord
    ) throws(SpoolError) {
        do throws(SpoolError) {
            guard from.leads(to: to), from != .incoming, to != .corrupt else {
                throw SpoolError(.illegalTransition, SpoolPlace(folder: from.rawValue, id: id), detail: to.rawValue)
            }
            guard let entry = try lockEntry(id, in: from) else {
                throw SpoolError(.notThere, SpoolPlace(folder: from.rawValue, id: id))
            }
            if from == .corrupt {
                try recordLeavingCorrupt(moving(record, from, to), entry)
            } else {
                try append(moving(record, from, to), to: entry)
            }
            try rename(id, named: entry.name, from: from, to: to)
            try settle(from: from, to: to)
        } catch {
            throw noted(error)
        }
    }

    /// Adds a record to a message that stays where it is. Durable on return.
    ///
    /// - Throws: as ``move(_:from:to:record:)``.
    package func append(_ record: HistoryRecord, to id: MessageID, in state: SpoolState) throws(SpoolError) {
        do throws(SpoolError) {
            guard let entry = try lockEntry(id, in: state) else { throw SpoolError(.notThere, SpoolPlace(folder: state.rawValue, id: id)) }
            var record = record
            (record.from, record.to) = (nil, nil)
            try append(record, to: entry)
        } catch {
            throw noted(error)
        }
    }

    /// The mark of a repeated attempt. A full disk must not stop deliveries: the mark is then left out.
    private func markAttempt(_ entry: borrowing EntryFolder) throws(SpoolError) {
        let history = try entry.open(HistoryFile.name, flags: O_RDONLY)
        guard try history.length() > 0 else { return }
        let message = try quarantining(entry) { (entry) throws(SpoolError) in try entry.readEntry() }
        let record = HistoryRecord(at: options.now(), event: .attempted) { $0.attempt = message.attempts + 1 }
        do throws(SpoolError) {
            try append(moving(record, entry.state, .inflight), to: entry, isSynced: false)
        } catch {
            guard error.code == .diskFull else { throw error }
        }
    }

    func moving(_ record: HistoryRecord, _ from: SpoolState, _ to: SpoolState) -> HistoryRecord {
        var record = record
        record.from = from
        record.to = to
        return record
    }

    /// Appends under the lock the caller holds. A damaged history sends the message to `corrupt`.
    func append(_ record: HistoryRecord, to entry: borrowing EntryFolder, isSynced: Bool = true) throws(SpoolError) {
        let place = entry.place(HistoryFile.name)
        let history = try quarantining(entry) { (entry) throws(SpoolError) in try entry.readHistoryChain() }
        var record = record
        record.normalize()
        let addition = history.addition(record)
        guard history.intactLength + addition.count <= HistoryFile.largest else {
            throw SpoolError(.notWritable, place, detail: "history is full")
        }
        if isHistoryDoubtful(of: entry.id) {
            try rewriteHistory(history, addition, in: entry)
            trustHistory(of: entry.id)
            return
        }
        do throws(SpoolError) {
            try extendHistory(history, addition, in: entry, isSynced: isSynced)
        } catch {
            doubtHistory(of: entry.id)
            throw error
        }
    }

    /// Writes behind the intact part; what a crash tore off behind it was never acknowledged and is cut away.
    private func extendHistory(
        _ history: HistoryFile, _ addition: [UInt8], in entry: borrowing EntryFolder, isSynced: Bool
    ) throws(SpoolError) {
        let file = try entry.open(HistoryFile.name, flags: O_WRONLY)
        if history.isTorn {
            guard ftruncate(file.descriptor, off_t(history.intactLength)) == 0 else { throw SpoolError(failed: .write, errno, file.place) }
        }
        guard lseek(file.descriptor, off_t(history.intactLength), SEEK_SET) >= 0 else {
            throw SpoolError(failed: .write, errno, file.place)
        }
        do throws(SpoolError) {
            try file.write(addition)
        } catch {
            // On a full disk half a line may stand there: cut away, it takes no space and confuses nobody.
            _ = ftruncate(file.descriptor, off_t(history.intactLength))
            throw error
        }
        if isSynced { try file.sync() }
        try file.close()
    }

    /// Writes the whole history and the addition into a new file that replaces the old one: the old one failed before and is not written again.
    func rewriteHistory(_ history: HistoryFile, _ addition: [UInt8], in entry: borrowing EntryFolder) throws(SpoolError) {
        let intact = try entry.read(HistoryFile.name, limit: HistoryFile.largest).prefix(history.intactLength)
        try entry.remove(HistoryFile.successorName)
        try entry.write(HistoryFile.successorName, Array(intact) + addition)
        let folder = entry.file.descriptor
        guard renameat(folder, HistoryFile.successorName, folder, HistoryFile.name) == 0 else {
            throw SpoolError(failed: .rename, errno, entry.place(HistoryFile.name))
        }
        try entry.sync()
    }
}
