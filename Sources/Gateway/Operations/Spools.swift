import Foundation
import Glibc
import Signatures
import Spooling

/// The two spools of a gateway: what goes out, and what came in.
package struct Spools: Sendable {
    /// Messages we deliver.
    package let outbound: Spool
    /// Messages we received and hand over.
    package let inbound: Spool
    /// The spool's own random key, under which patients are known in the ledger.
    package let secret: [UInt8]

    /// The folder that holds both.
    package let root: String
    /// Where the drop folder's files are worked on: nobody else may reach into it.
    package var taken: String { root + "/taken" }

    /// Where bytes lie that are too many for memory while a message is worked on.
    package var scratch: SpoolScratch { SpoolScratch(path: root + "/scratch", spool: outbound) }

    /// The partner name of copies for receivers in the own organisation.
    package static let localPartner = "local"

    /// Opens both spools below `root`, making what is missing when `create` is set.
    ///
    /// - Throws: ``SpoolError`` for a folder that is missing, foreign or open to others; ``FileTrouble`` for the key file.
    package init(root: String, create: Bool, options: SpoolOptions = SpoolOptions()) throws {
        self.root = root
        if create { try Self.makeRoot(root) }
        outbound = try Spool(root: root + "/outbound", create: create, options: options)
        inbound = try Spool(root: root + "/inbound", create: create, options: options)
        secret = try Self.secret(at: root + "/ledger.key", create: create)
    }

    /// A new id, larger than every id made before in the same millisecond-sorted order.
    package func newID(at time: Date) -> MessageID {
        var random = SystemRandomNumberGenerator()
        return MessageID.make(at: time, random: &random)
    }

    /// A ledger of everything that lies in both spools. Blocking: reads the index, and the envelopes that it lacks.
    package func ledger() throws -> CaseLedger {
        let ledger = CaseLedger(secret: secret)
        try refresh(ledger)
        return ledger
    }

    /// Adds what others (a command, another start) put into the spools since. Blocking.
    package func refresh(_ ledger: CaseLedger) throws {
        for line in try ledgerLines(reading: { ledger.note($0) }) where !ledger.knows(line.id) {
            if let line = CaseLedger.Line(line) { ledger.note(line) }
        }
    }

    /// The folder above must know of it before anything in it is acknowledged.
    private static func makeRoot(_ root: String) throws(FileTrouble) {
        if mkdir(root, 0o700) == 0 { return try FileSystem.syncFolder(FileSystem.folder(of: root)) }
        guard errno == EEXIST else { throw FileTrouble(operation: "make", path: root, errno: errno) }
    }

    private static func secret(at path: String, create: Bool) throws(FileTrouble) -> [UInt8] {
        if create, access(path, F_OK) != 0 {
            var random = SystemRandomNumberGenerator()
            let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            do throws(FileTrouble) {
                try FileSystem.writeDurably(bytes, to: path, replacing: false)
            } catch {
                // Another process made it first: one key for both, or their ledgers would not know each other's patients.
                guard error.errno == EEXIST else { throw error }
            }
        }
        let bytes = try FileSystem.read(path, limit: 64)
        guard bytes.count == 32 else { throw FileTrouble(operation: "read", path: path, errno: EINVAL) }
        return bytes
    }
}
