import CShim
import FoundationEssentials
import Glibc
import Synchronization

/// A folder of messages that survives any crash: one message lies in exactly one state, and what was acknowledged is durable.
///
/// Every call blocks on the disk. Call from a worker thread, never from Swift's cooperative pool. Every call may be made from several
/// threads, and from other processes beside the daemon: a message is changed only under the lock of its own folder, and moved only by a
/// rename that replaces nothing.
///
/// The promise needs a file system that journals its metadata (ext4, XFS, btrfs) on a disk that obeys a flush.
///
/// Syncs for each operation; those of state folders (in brackets) are shared by concurrent callers:
///
/// | operation | files | message's folder | state folders |
/// |---|---|---|---|
/// | submit | 2 | 1 | [2] |
/// | submit, n copies with a key | 2n, and 1 for each enclosure | n | [4] |
/// | receive | 3, and 1 for each enclosure | 1 | [3] |
/// | receive, duplicate | 0 | 0 | 0, or [1] of a remembered one |
/// | remember | 1 | 0 | [1] |
/// | claim | 0 | 0 | 0 |
/// | attach | 1 | 1 | 0 |
/// | append | 1 | 0 | 0 |
/// | move | 1 | 0 | [2] |
///
/// After a failed write, sync, close or rename the call throws, the file is not written again, and ``health`` is degraded: nothing new is
/// accepted. A full disk is temporary and does not degrade, except where it is a folder that could not be synced: no other file can
/// replace that one. The daemon's spool leaves a ``DegradedNote`` for commands.
package final class Spool: Sendable {
    /// The path the spool was opened by; for people only, all work goes through held descriptors.
    package let root: String
    /// What the operator set.
    package let options: SpoolOptions

    static let bodyName = "message.xml"
    static let noteName = "quarantine.jsonl"

    let layout: SpoolLayout
    private let status = Mutex(Status())

    private struct Status {
        var failure: SpoolError?
        /// Messages whose history could not be appended to: the next record goes into a new file.
        var doubtfulHistories: Set<MessageID> = []
        /// Whether this process runs the spool: only then its health is the spool's.
        var isRunHere = false
    }

    /// Opens the spool at `root`; with `create`, makes it (its parent must exist). Folders get mode 0700 whatever the umask,
    /// also those of ours that were open to other readers (``tightenedFolders``).
    ///
    /// - Throws: ``SpoolError`` P001 when there is none, P002 when `root` is a link, somebody else's or writable by others, P003 when a
    ///   newer version wrote it; nothing has been touched then.
    package init(root: String, create: Bool = false, options: SpoolOptions = SpoolOptions()) throws(SpoolError) {
        self.root = root
        self.options = options
        layout = try SpoolLayout.open(root, create: create)
    }

    /// Folders of ours (`.` for the root) that had another mode than 0700 when the spool was opened; they have 0700 now. For a warning: what
    /// lay in them may have been read by others.
    package var tightenedFolders: [String] { layout.tightened }

    /// Whether new messages are accepted.
    package var health: SpoolHealth { status.withLock { $0.failure.map(SpoolHealth.degraded) ?? .healthy } }

    /// The held folder of a state.
    func folder(_ state: SpoolState) -> HeldFolder { layout.states[state.position] }

    /// Remembers a failure after which nothing may be accepted, and passes it on.
    func noted(_ error: SpoolError) -> SpoolError {
        guard error.degrades else { return error }
        let isNews = status.withLock { status in
            defer { status.failure = status.failure ?? error }
            return status.failure == nil && status.isRunHere
        }
        if isNews { leaveNote(DegradedNote(error, since: options.now())) }
        return error
    }

    /// From here on a failure of this process leaves a note.
    func runsHere() { status.withLock { $0.isRunHere = true } }

    func refuseWhenDegraded() throws(SpoolError) {
        if let failure = status.withLock({ $0.failure }) { throw SpoolError(.degraded, failure.place, detail: failure.code.rawValue) }
    }

    func doubtHistory(of id: MessageID) { status.withLock { _ = $0.doubtfulHistories.insert(id) } }
    func trustHistory(of id: MessageID) { status.withLock { _ = $0.doubtfulHistories.remove(id) } }
    func isHistoryDoubtful(of id: MessageID) -> Bool { status.withLock { $0.doubtfulHistories.contains(id) } }

    /// Whether a message of `bytes` bytes may be taken: the spool is healthy and the disk keeps its reserve. Ask before reading a body.
    ///
    /// - Throws: ``SpoolError`` P010 or P011, both temporary.
    package func checkReserve(adding bytes: Int = 0) throws(SpoolError) {
        try refuseWhenDegraded()
        try checkDisk(adding: bytes)
    }

    /// Whether the disk keeps its reserve when `bytes` bytes more are written.
    ///
    /// - Throws: ``SpoolError`` P010.
    package func checkDisk(adding bytes: Int) throws(SpoolError) {
        var system = statvfs()
        guard fstatvfs(layout.root.descriptor, &system) == 0 else { throw SpoolError(failed: .status, errno, SpoolPlace()) }
        let free = UInt64(system.f_bavail).multipliedReportingOverflow(by: UInt64(system.f_frsize)).partialValue
        guard free >= options.minimumFreeBytes + UInt64(bytes) else { throw SpoolError(.reserveReached, SpoolPlace(), detail: "bytes") }
        guard system.f_files == 0 || UInt64(system.f_favail) >= options.minimumFreeInodes else {
            throw SpoolError(.reserveReached, SpoolPlace(), detail: "inodes")
        }
    }
}
