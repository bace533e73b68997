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

    private let folder: String
    private let spool: Spool
    /// Whoever compares with the limits and then adds does so alone.
    private let turn = Mutex(())

    /// The quarantine of a gateway; its folder is made at the first message.
    package init(spools: Spools) {
        folder = spools.root + "/quarantine"
        spool = spools.inbound
    }

    /// Keeps a refused message if the rules and the disk's reserve allow. Blocking.
    func keep(_ entity: StreamedEntity, refused refusal: RefusalRecord, under rules: QuarantineRules, at time: Date) -> Outcome {
        turn.withLock { _ in
            do {
                try FileSystem.makeFolder(folder)
                let sizes = try ids().map { try size(of: $0) }
                let length = QuarantineFile.length(of: entity)
                guard sizes.count < rules.settings.maximumMessages, sizes.reduce(length, +) <= rules.settings.maximumBytes else {
                    return .full
                }
                try spool.checkDisk(adding: length)
                var random = SystemRandomNumberGenerator()
                let id = MessageID.make(at: time, random: &random)
                let path = path(of: id)
                let writer = QuarantineWriter(refusal: refusal, time: time, recipient: rules.recipient)
                try FileSystem.place(at: path, replacing: false) { (descriptor) throws(FileTrouble) in
                    try writer.write(entity, to: descriptor, path: path)
                }
                try FileSystem.syncFolder(folder)
                return .kept(id)
            } catch {
                return .failed
            }
        }
    }

    /// What is kept, oldest first; nothing when nothing ever was. Blocking.
    ///
    /// - Throws: ``FileTrouble``, ``SpoolError`` P017 when the folder or a file cannot be read.
    package func list() throws -> [QuarantineFile] { try ids().map { try QuarantineFile(path: path(of: $0), id: $0) } }

    /// One of them; nil when it is not there. Blocking.
    ///
    /// - Throws: ``SpoolError`` P017.
    package func file(_ id: MessageID) throws(SpoolError) -> QuarantineFile? {
        do throws(SpoolError) {
            return try QuarantineFile(path: path(of: id), id: id)
        } catch {
            if error.errorNumber == ENOENT { return nil }
            throw error
        }
    }

    /// Removes one, durably. Blocking. Whoever calls has put it on record.
    ///
    /// - Throws: ``FileTrouble``, `ENOENT` when it is not there.
    package func remove(_ id: MessageID) throws(FileTrouble) {
        try FileSystem.remove(path(of: id))
        try FileSystem.syncFolder(folder)
    }

    /// Removes what is older than `age`, each after its line in the audit trail. Blocking.
    ///
    /// - Returns: how many.
    /// - Throws: ``AuditFailure``, ``FileTrouble``; the others stay then.
    func expire(olderThan age: Duration, at time: Date, _ audit: AuditTrail) throws -> Int {
        let over = try ids().filter { time.timeIntervalSince($0.madeAt) >= age.timeInterval }
        for id in over {
            try audit.record(AuditTrail.Act(act: "expire_quarantined", message: "\(id)", reason: nil, outcome: "begun"), at: time)
            try remove(id)
        }
        return over.count
    }

    /// Removes what a crash left half written. For the daemon's start.
    func sweep() throws(FileTrouble) {
        for name in try names() where name.hasPrefix(".new-") { try FileSystem.remove("\(folder)/\(name)") }
    }

    private func path(of id: MessageID) -> String { "\(folder)/\(id)\(Self.suffix)" }

    private func names() throws(FileTrouble) -> [String] {
        do throws(FileTrouble) {
            return try FileSystem.names(in: folder)
        } catch {
            if error.errno == ENOENT { return [] }
            throw error
        }
    }

    private func ids() throws(FileTrouble) -> [MessageID] {
        try names().compactMap { $0.hasSuffix(Self.suffix) ? MessageID(String($0.dropLast(Self.suffix.count))) : nil }.sorted()
    }

    private func size(of id: MessageID) throws(FileTrouble) -> Int {
        var status = stat()
        guard lstat(path(of: id), &status) == 0 else {
            if errno == ENOENT { return 0 }
            throw FileTrouble(operation: "read", path: path(of: id), errno: errno)
        }
        return Int(status.st_size)
    }
}
