import Glibc
import Synchronization

/// A folder of the spool whose descriptor is held open, so that a name swapped for a link later leads nowhere.
///
/// ``sync()`` is shared: callers that arrive while a sync runs are served together by the next one. With eight writers three or four
/// messages share each sync of `ready` and `incoming`.
final class HeldFolder: Sendable {
    let descriptor: Int32
    let name: String

    /// Numbers the requests; the change a request is about was made before it got its number.
    private let requests = Atomic<UInt64>(0)
    private let results = Mutex(Results())

    private struct Results {
        /// Every request up to this number has its answer.
        var answered: UInt64 = 0
        /// The requests whose sync failed.
        var failed: [ClosedRange<UInt64>] = []
        /// The error of the last failure.
        var error: Int32 = 0
        /// A failed sync is not repeated on this folder, whatever the error, until an operator's probe succeeded: the next one would report
        /// success for changes that are gone.
        var isBroken = false
    }

    /// Takes over an open descriptor.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    deinit { close(descriptor) }

    var place: SpoolPlace { SpoolPlace(folder: name) }

    /// Returns when every change made to this folder before the call is durable.
    func sync() throws(SpoolError) {
        let mine = requests.add(1, ordering: .sequentiallyConsistent).newValue
        let failure: Int32 = results.withLock { results in
            if results.isBroken { return results.error }
            if results.answered < mine { run(&results) }
            return results.failed.contains { $0.contains(mine) } ? results.error : 0
        }
        if failure != 0 { throw SpoolError(failedFolderSync: failure, place) }
    }

    private func run(_ results: inout Results) {
        let covered = requests.load(ordering: .sequentiallyConsistent)
        let first = results.answered + 1
        results.answered = covered
        guard fsync(descriptor) != 0 else { return }
        results.error = errno
        results.failed.append(first...covered)
        results.isBroken = true
    }

    /// The names in the folder that are no dot files, with whether they are folders (nil where the file system does not say).
    func names() throws(SpoolError) -> [(name: String, isFolder: Bool?)] {
        let again = try OpenFile.open(".", in: descriptor, flags: OpenFile.folderFlags, place: place)
        return try Self.names(in: again)
    }

    /// The names in any open folder.
    static func names(in folder: borrowing OpenFile) throws(SpoolError) -> [(name: String, isFolder: Bool?)] {
        let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0, let stream = fdopendir(copy) else { throw SpoolError(failed: .list, errno, folder.place) }
        defer { closedir(stream) }
        var names: [(name: String, isFolder: Bool?)] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let type = Int32(entry.pointee.d_type)
            if name != ".", name != ".." { names.append((name, type == 0 ? nil : type == 4)) }
            errno = 0
        }
        guard errno == 0 else { throw SpoolError(failed: .list, errno, folder.place) }
        return names
    }

    /// The messages in the folder, oldest first. Other names are left out.
    func messages() throws(SpoolError) -> [MessageID] {
        try names().filter { $0.isFolder != false }.compactMap { MessageID($0.name) }.sorted()
    }
}
