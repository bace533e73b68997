import CShim
import Glibc

extension Spool {
    /// Reads under the lock; on damage moves the message to `corrupt` and passes the finding on.
    func quarantining<Value>(
        _ entry: borrowing EntryFolder, _ read: (borrowing EntryFolder) throws(SpoolError) -> Value
    ) throws(SpoolError) -> Value {
        do throws(SpoolError) {
            return try read(entry)
        } catch {
            if error.code == .corrupt, entry.state != .corrupt, !isGivenUpDamaged(entry) { try quarantine(entry, error) }
            throw error
        }
    }

    /// Moves a message to `corrupt` as found: no file of it is changed. What was found is noted in a file of its own beside them, where the
    /// disk allows. A second copy of the same message gets a number behind its name.
    func quarantine(_ entry: borrowing EntryFolder, _ finding: SpoolError) throws(SpoolError) {
        let (source, corrupt) = (folder(entry.state), folder(.corrupt))
        let name = entry.name
        for copy in 1...1_000 {
            let target = copy == 1 ? entry.id.description : "\(entry.id).\(copy)"
            if sluss_rename_noreplace(source.descriptor, name, corrupt.descriptor, target) == 0 { break }
            guard errno == EEXIST || errno == ENOTEMPTY, copy < 1_000 else { throw SpoolError(failed: .rename, errno, finding.place) }
        }
        try? note(finding, in: entry)
        try settle(from: entry.state, to: .corrupt)
    }

    private func note(_ finding: SpoolError, in entry: borrowing EntryFolder) throws(SpoolError) {
        let record = HistoryRecord(at: options.now(), event: .corrupted) {
            $0.from = entry.state
            $0.to = .corrupt
            $0.code = finding.code.rawValue
            $0.reason = [finding.place.file, finding.detail].compactMap { $0 }.joined(separator: ": ")
        }
        try entry.remove(Self.noteName)
        try entry.write(Self.noteName, SpoolJSON.bytes(record) + [UInt8(ascii: "\n")])
        try entry.sync()
    }

    /// A whole message's record goes to its history. To a damaged one only its giving up is recorded, beside it: its files stay as found.
    func recordLeavingCorrupt(_ record: HistoryRecord, _ entry: borrowing EntryFolder) throws(SpoolError) {
        do throws(SpoolError) {
            try inspect(entry)
        } catch {
            guard error.code == .corrupt, record.to == .cancelled else { throw error }
            return try addNote(record, to: entry)
        }
        try append(record, to: entry)
    }

    /// Whether an operator gave the message up as damaged as it is: what is wrong with it is known, and it is put aside no more.
    func isGivenUpDamaged(_ entry: borrowing EntryFolder) -> Bool {
        entry.state == .cancelled && notes(entry).last?.event == .cancelled
    }

    /// By a new file that replaces the old one, so that a crash leaves the notes of before or those of after.
    private func addNote(_ record: HistoryRecord, to entry: borrowing EntryFolder) throws(SpoolError) {
        let end = [UInt8(ascii: "\n")]
        let lines = (notes(entry) + [record]).map { SpoolJSON.bytes($0) + end }
        let new = Self.noteName + ".new"
        try entry.remove(new)
        try entry.write(new, Array(lines.joined()))
        guard renameat(entry.file.descriptor, new, entry.file.descriptor, Self.noteName) == 0 else {
            throw SpoolError(failed: .rename, errno, entry.place(Self.noteName))
        }
        try entry.sync()
    }

    /// What was noted when the message was put in `corrupt`.
    func notes(_ entry: borrowing EntryFolder) -> [HistoryRecord] {
        guard let bytes = try? entry.read(Self.noteName, limit: 1 << 20) else { return [] }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { SpoolJSON.value(HistoryRecord.self, from: Array($0)) }
    }
}
