import Dispatch
import Glibc
import Logging
import Synchronization

/// Tells when something was moved into, or finished being written in, one of a few folders (inotify).
///
/// A hint, not a truth: events may be lost when the kernel's queue overflows, so every user also looks by itself now and then.
package final class FolderWatch: Sendable {
    private let descriptor: Int32
    private let folders: [Int32: String]

    /// The paths of folders in which something appeared, as it happens. Ends when ``stop()`` is called.
    package let changes: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation
    private let source: Mutex<(any DispatchSourceRead)?>

    /// Begins to watch.
    ///
    /// - Parameter paths: folders that exist.
    /// - Throws: ``WatchFailure`` when the kernel refuses (no such folder, no watches left).
    package init(paths: [String]) throws(WatchFailure) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw WatchFailure(path: "inotify", errno: errno) }
        var folders: [Int32: String] = [:]
        for path in paths {
            let watch = inotify_add_watch(descriptor, path, UInt32(IN_MOVED_TO) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_ONLYDIR))
            guard watch >= 0 else {
                let code = errno
                close(descriptor)
                throw WatchFailure(path: path, errno: code)
            }
            folders[watch] = path
        }
        self.descriptor = descriptor
        self.folders = folders
        (changes, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(256))
        source = Mutex(nil)
        source.withLock { [weak self] slot in
            let reader = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: DispatchQueue(label: "sluss.folder-watch"))
            reader.setEventHandler { [weak self] in self?.drain() }
            reader.setCancelHandler { close(descriptor) }
            reader.resume()
            slot = reader
        }
    }

    /// Watches one folder; where that is not possible, says so in the log and leaves its user to look by itself.
    static func watching(_ path: String, log: EventLog) -> FolderWatch? {
        do {
            return try FolderWatch(paths: [path])
        } catch {
            log.note(.warning, "folder not watched", numbers: ["errno": Int(error.errno)])
            return nil
        }
    }

    deinit { stop() }

    /// Ends the stream and releases the kernel's watches. May be called twice.
    package func stop() {
        source.withLock { source in
            source?.cancel()
            source = nil
        }
        continuation.finish()
    }

    private func drain() {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        var changed: Set<String> = []
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            let watches = Self.watches(in: buffer[..<count])
            // -1 stands for events that the kernel had no room for: anything may have changed.
            changed.formUnion(watches.contains(-1) ? Array(folders.values) : watches.compactMap { folders[$0] })
        }
        for path in changed { continuation.yield(path) }
    }

    /// The watch descriptors named by a run of `struct inotify_event`: wd, mask, cookie, len (four bytes each), then `len` bytes of name.
    private static func watches(in bytes: ArraySlice<UInt8>) -> Set<Int32> {
        var found: Set<Int32> = []
        var offset = bytes.startIndex
        while offset + 16 <= bytes.endIndex {
            let (watch, length) = bytes.withUnsafeBytes { raw in
                let base = offset - bytes.startIndex
                return (
                    raw.loadUnaligned(fromByteOffset: base, as: Int32.self), raw.loadUnaligned(fromByteOffset: base + 12, as: UInt32.self)
                )
            }
            found.insert(watch)
            offset += 16 + Int(length)
        }
        return found
    }
}
