import CShim
import FoundationEssentials
import Glibc

extension Spool {
    /// What a message on its way out of the spool is called in `incoming`: never mistaken for one on its way in.
    static let purgedPrefix = "purged-"

    /// Removes what the policy lets go of, at most `limit` messages and as many duplicate records.
    ///
    /// A message leaves by one rename; its files go after that is durable. A crash in between leaves a leftover that recovery removes. The
    /// bytes are unlinked, not overwritten. May run beside everything else.
    /// - Throws: ``SpoolError`` P008, P017, P018; what is removed stays removed.
    package func purge(_ policy: RetentionPolicy, now: Date, limit: Int = 1_000) throws(SpoolError) -> PurgeReport {
        do throws(SpoolError) {
            var report = PurgeReport()
            for state in [SpoolState.done, .cancelled] {
                report.messages += try retire(state, limit: limit - report.messages.count) {
                    policy.removes(state, lastChange: $0, now: now)
                }
            }
            for id in report.messages { try removePurged(id) }
            try purgeSeen(policy, now, limit, &report)
            return report
        } catch {
            throw noted(error)
        }
    }

    /// Renames out of `state` what is over, judged by the time of its last record, and makes that durable.
    private func retire(_ state: SpoolState, limit: Int, isOver: (Date) -> Bool) throws(SpoolError) -> [MessageID] {
        let source = folder(state)
        var retired: [MessageID] = []
        for id in try source.messages() where retired.count < limit {
            // Its last change cannot be older than its name: saves opening most of them.
            guard isOver(id.madeAt), let entry = try openEntry(id, in: state), try entry.lock(), try entry.isStill(in: source) else {
                continue
            }
            guard let last = (try? entry.readEntry().history.last) ?? notes(entry).last, isOver(last.at) else { continue }
            let target = Self.purgedPrefix + id.description
            guard sluss_rename_noreplace(source.descriptor, id.description, folder(.incoming).descriptor, target) == 0 else {
                throw SpoolError(failed: .rename, errno, entry.place())
            }
            retired.append(id)
        }
        guard !retired.isEmpty else { return [] }
        try folder(.incoming).sync()
        try source.sync()
        return retired
    }

    /// Removes a message that was taken out of its state.
    func removePurged(_ id: MessageID) throws(SpoolError) {
        let name = Self.purgedPrefix + id.description
        let incoming = folder(.incoming)
        let place = SpoolPlace(folder: incoming.name, id: id)
        guard let file = try OpenFile.openIfThere(name, in: incoming.descriptor, flags: OpenFile.folderFlags, place: place) else { return }
        try removeEntry(EntryFolder(file: file, id: id, state: .incoming), named: name, from: incoming)
    }

    private func areThere(_ ids: [MessageID]) throws(SpoolError) -> Bool {
        for id in ids where try locate(id) != nil { return true }
        return false
    }

    /// When the record of a reception or a submission was made, and the messages that need it. A record that is no link to a message's file
    /// needs to be looked up by them: one that was remembered later, or one of a spool restored without its links.
    private func seenRecord(_ bytes: [UInt8]) -> (at: Date, messages: [MessageID])? {
        if let stored = try? EntityFile.read(bytes) { return (stored.header.storedAt, [stored.header.id]) }
        guard let envelope = try? EnvelopeFile.read(bytes).envelope else { return nil }
        return (envelope.createdAt, envelope.consignment?.copies.map(\.id) ?? [])
    }

    private func purgeSeen(_ policy: RetentionPolicy, _ now: Date, _ limit: Int, _ report: inout PurgeReport) throws(SpoolError) {
        let seen = layout.seen
        for (name, _) in try seen.names() where report.seen < limit {
            let place = SpoolPlace(folder: seen.name, file: name)
            guard let file = try OpenFile.openIfThere(name, in: seen.descriptor, flags: O_RDONLY, place: place) else { continue }
            guard try file.linkCount() == 1, let bytes = try? file.readAll(limit: .max), let record = seenRecord(bytes),
                policy.removesSeen(receivedAt: record.at, isMessageStored: false, now: now), try !areThere(record.messages)
            else { continue }
            guard unlinkat(seen.descriptor, name, 0) == 0 || errno == ENOENT else { throw SpoolError(failed: .remove, errno, place) }
            report.seen += 1
        }
        if report.seen > 0 { try seen.sync() }
    }
}
