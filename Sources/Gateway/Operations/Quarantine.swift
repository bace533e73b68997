import AS4
import Foundation
import Glibc
import Spooling
import Synchronization

/// Refused messages that are kept for whoever has to look into them, each encrypted to the operator's certificate, whose key need not be on this
/// machine. Off unless the configuration names one.
///
/// Nothing is put out to make room: when the limits are reached nothing more is kept, and the refusal's line in the audit trail says so.
package final class Quarantine: Sendable {
    /// What became of a refused message.
    package enum Outcome: Sendable, Equatable {
        /// It is kept under this id, durably.
        case kept(MessageID)
        /// The limits of the configuration are reached.
        case full
        /// The disk is in the way.
        case failed

        /// For the audit trail: the id, or `full` or `failed`.
        var word: String {
            switch self {
            case .kept(let id): "\(id)"
            case .full: "full"
            case .failed: "failed"
            }
        }
    }

    private static let suffix = ".quarantine"
    /// Of a file whose line in the audit trail is not known to be written: nobody is shown it, and the next start writes one.
    private static let pending = ".pending"

    /// What counts against the limits.
    private struct Ledger {
        /// What lies in the folder, as far as it was looked at, and what is being written.
        var kept: [MessageID: QuarantineLoad.Kept] = [:]
        /// The latter.
        var writing: Set<MessageID> = []
    }

    private let folder: String
    private let spool: Spool
    /// Whoever compares with the limits and takes a place does so alone; writing is done outside.
    private let ledger = Mutex(Ledger())

    /// The quarantine of a gateway; its folder is made at the first message.
    package init(spools: Spools) {
        folder = Self.folder(in: spools.root)
        spool = spools.inbound
    }

    private static func folder(in root: String) -> String { root + "/quarantine" }

    /// How many messages lie in the quarantine of a spool. Blocking; makes nothing.
    ///
    /// - Throws: ``FileTrouble`` when its folder cannot be read.
    static func count(in root: String) throws(FileTrouble) -> Int {
        try names(in: folder(in: root)).count { $0.hasSuffix(suffix) || $0.hasSuffix(pending) }
    }

    /// Keeps a refused message if the rules and the disk's reserve allow: whoever calls says ``settle(_:)`` once that is on record, or
    /// ``remove(_:)``. Blocking.
    func keep(_ entity: StreamedEntity, refused refusal: RefusalRecord, under rules: QuarantineRules, at time: Date) -> Outcome {
        do {
            let length = QuarantineFile.length(of: entity)
            guard let id = try reserve(length, for: refusal.partner, under: rules.settings, at: time) else { return .full }
            defer { free(id) }
            let path = path(of: id, Self.pending)
            let writer = QuarantineWriter(refusal: refusal, time: time, recipient: rules.recipient, id: id)
            try FileSystem.place(at: path, replacing: false) { (descriptor) throws(FileTrouble) in
                try writer.write(entity, to: descriptor, path: path)
            }
            try FileSystem.syncFolder(folder)
            return .kept(id)
        } catch {
            return .failed
        }
    }

    /// The line of a kept message is written: from now on people are shown it. Blocking.
    ///
    /// - Throws: ``FileTrouble``; it waits for ``adopt(_:at:)`` then.
    func settle(_ id: MessageID) throws(FileTrouble) {
        try FileSystem.rename(path(of: id, Self.pending), to: path(of: id), replacing: false)
    }

    /// Takes a place for a message; nil when there is none.
    private func reserve(_ length: Int, for partner: String, under settings: QuarantineSettings, at time: Date) throws -> MessageID? {
        try ledger.withLock { ledger in
            try FileSystem.makeFolder(folder)
            try refresh(&ledger)
            guard QuarantineLoad(ledger.kept.values).takes(length, from: partner, under: settings) else { return nil }
            // What others have not written yet is not free either.
            try spool.checkDisk(adding: ledger.writing.reduce(length) { $0 + (ledger.kept[$1]?.size ?? 0) })
            var random = SystemRandomNumberGenerator()
            let id = MessageID.make(at: time, random: &random)
            ledger.kept[id] = QuarantineLoad.Kept(partner: partner, size: length)
            ledger.writing.insert(id)
            return id
        }
    }

    /// The writing is over: from now on the file counts, if there is one.
    private func free(_ id: MessageID) {
        ledger.withLock {
            $0.writing.remove(id)
            $0.kept[id] = nil
        }
    }

    /// Looks at what is new in the folder; commands remove files there.
    private func refresh(_ ledger: inout Ledger) throws {
        // In the order of a file's life, so that one that is settled meanwhile is not missed.
        let ids = Set(try ids(Self.pending) + ids(Self.suffix))
        ledger.kept = ledger.kept.filter { ids.contains($0.key) || ledger.writing.contains($0.key) }
        for id in ids where ledger.kept[id] == nil { ledger.kept[id] = try load(of: id) }
    }

    private func load(of id: MessageID) throws -> QuarantineLoad.Kept? {
        guard let file = try file(id, Self.pending) ?? file(id, Self.suffix) else { return nil }
        return QuarantineLoad.Kept(partner: file.header?.partner, size: file.size)
    }

    /// Whether somebody should make room. Blocking: reads the first line of each file.
    ///
    /// - Throws: ``FileTrouble``, ``SpoolError`` P017.
    func isFull(under settings: QuarantineSettings) throws -> Bool {
        var seen = Ledger()
        try refresh(&seen)
        return QuarantineLoad(seen.kept.values).isFull(under: settings)
    }

    /// What is kept, oldest first; nothing when nothing ever was. Blocking.
    ///
    /// - Throws: ``FileTrouble``, ``SpoolError`` P017 when the folder or a file cannot be read.
    package func list() throws -> [QuarantineFile] { try ids(Self.suffix).compactMap { try file($0) } }

    /// One of them; nil when it is not there. Blocking.
    ///
    /// - Throws: ``SpoolError`` P017.
    package func file(_ id: MessageID) throws(SpoolError) -> QuarantineFile? { try file(id, Self.suffix) }

    private func file(_ id: MessageID, _ suffix: String) throws(SpoolError) -> QuarantineFile? {
        do throws(SpoolError) {
            return try QuarantineFile(path: path(of: id, suffix), id: id)
        } catch {
            if error.errorNumber == ENOENT { return nil }
            throw error
        }
    }

    /// Removes one, durably, settled or not. Blocking. Whoever calls has put it on record.
    ///
    /// - Returns: false when it is not there: somebody else has removed it.
    /// - Throws: ``FileTrouble``.
    @discardableResult
    package func remove(_ id: MessageID) throws(FileTrouble) -> Bool {
        for suffix in [Self.pending, Self.suffix] {
            do throws(FileTrouble) {
                try FileSystem.remove(path(of: id, suffix))
                try FileSystem.syncFolder(folder)
                return true
            } catch {
                guard error.errno == ENOENT else { throw error }
            }
        }
        return false
    }

    /// Removes what is older than `age`, each after its line in the audit trail. Blocking. What a person removes meanwhile is gone, too.
    ///
    /// - Returns: how many.
    /// - Throws: ``AuditFailure``, ``FileTrouble``; the others stay then.
    func expire(olderThan age: Duration, at time: Date, _ audit: AuditTrail) throws -> Int {
        var count = 0
        for id in try ids(Self.suffix) where time.timeIntervalSince(id.madeAt) >= age.timeInterval {
            guard access(path(of: id), F_OK) == 0 || errno != ENOENT else { continue }
            try audit.record(AuditTrail.Act(act: "expire_quarantined", message: "\(id)", reason: nil, outcome: "begun"), at: time)
            if try remove(id) { count += 1 }
        }
        return count
    }

    /// Removes what a crash left half written. For the daemon's start.
    func sweep() throws(FileTrouble) {
        for name in try Self.names(in: folder) where name.hasPrefix(".new-") { try FileSystem.remove("\(folder)/\(name)") }
    }

    /// Puts what a crash left without a sure line on record (`keep_quarantined`). It stays: its refusal may have been recorded and given. For
    /// the daemon's start. Blocking.
    ///
    /// - Throws: ``AuditFailure``, ``FileTrouble``, ``SpoolError``; the others wait for the next start then.
    func adopt(_ audit: AuditTrail, at time: Date) throws {
        for id in try ids(Self.pending) {
            guard let file = try file(id, Self.pending) else { continue }
            try audit.record(kept: file, at: time)
            try settle(id)
        }
    }

    private func path(of id: MessageID, _ suffix: String = Quarantine.suffix) -> String { "\(folder)/\(id)\(suffix)" }

    private static func names(in folder: String) throws(FileTrouble) -> [String] {
        do throws(FileTrouble) {
            return try FileSystem.names(in: folder)
        } catch {
            if error.errno == ENOENT { return [] }
            throw error
        }
    }

    private func ids(_ suffix: String) throws(FileTrouble) -> [MessageID] {
        try Self.names(in: folder).compactMap { $0.hasSuffix(suffix) ? MessageID(String($0.dropLast(suffix.count))) : nil }.sorted()
    }
}
