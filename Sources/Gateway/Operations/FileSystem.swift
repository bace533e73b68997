import Glibc

/// The few file operations the gateway needs outside the spool: every write is durable, every new file private (0600).
enum FileSystem {
    /// The names in a folder, sorted, without `.` and `..`.
    static func names(in folder: String) throws(FileTrouble) -> [String] {
        guard let stream = opendir(folder) else { throw FileTrouble(operation: "list", path: folder, errno: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Reads at most `limit` bytes of a regular file; a longer file gives `limit` bytes, so that a size check still sees it as too long.
    static func read(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FileTrouble(operation: "open", path: path, errno: errno) }
        defer { close(descriptor) }
        var state = stat()
        guard fstat(descriptor, &state) == 0, state.st_mode & S_IFMT == S_IFREG else {
            throw FileTrouble(operation: "open", path: path, errno: EINVAL)
        }
        var bytes = [UInt8](repeating: 0, count: min(limit, max(Int(state.st_size), 1)))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(operation: "read", path: path, errno: errno)
            }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// Writes a new file under a temporary name, syncs it, renames it over `path` and syncs the folder.
    static func writeDurably(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let temporary = "\(folder)/.new-\(getpid())-\(UInt64.random(in: .min ... .max))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileTrouble(operation: "create", path: path, errno: errno) }
        do throws(FileTrouble) {
            try writeAll(bytes, to: descriptor, path: path)
            guard fsync(descriptor) == 0 else { throw FileTrouble(operation: "sync", path: path, errno: errno) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        guard close(descriptor) == 0 else { throw FileTrouble(operation: "close", path: path, errno: errno) }
        try rename(temporary, to: path, replacing: true)
        try syncFolder(folder)
    }

    /// Moves a file within one file system.
    static func rename(_ old: String, to new: String, replacing: Bool) throws(FileTrouble) {
        if !replacing, access(new, F_OK) == 0 { throw FileTrouble(operation: "rename", path: new, errno: EEXIST) }
        guard Glibc.rename(old, new) == 0 else { throw FileTrouble(operation: "rename", path: new, errno: errno) }
    }

    /// Removes a file.
    static func remove(_ path: String) throws(FileTrouble) {
        guard unlink(path) == 0 else { throw FileTrouble(operation: "remove", path: path, errno: errno) }
    }

    /// Makes renames in the folder durable.
    static func syncFolder(_ folder: String) throws(FileTrouble) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTrouble(operation: "open", path: folder, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileTrouble(operation: "sync", path: folder, errno: errno) }
    }

    /// Whether nobody has the file open for writing.
    ///
    /// A read lease is granted only then. Where leases are not to be had (another owner without the capability, some file systems), a file
    /// counts as complete when it has not changed for two seconds.
    static func isComplete(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if fcntl(descriptor, 1024 /* F_SETLEASE */, Int32(F_RDLCK)) == 0 {
            _ = fcntl(descriptor, 1024, Int32(F_UNLCK))
            return true
        }
        guard errno != EAGAIN else { return false }
        var state = stat()
        guard fstat(descriptor, &state) == 0 else { return false }
        return time(nil) - state.st_mtim.tv_sec >= 2
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileTrouble) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + offset }, $0.count - offset) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(operation: "write", path: path, errno: errno)
            }
            offset += count
        }
    }
}

/// A file operation outside the spool failed.
package struct FileTrouble: Error, Sendable, CustomStringConvertible {
    /// What was tried: `open`, `write`, `sync`, …
    package let operation: String
    /// The file or folder.
    package let path: String
    /// The system's error number.
    package let errno: Int32

    /// Operation, path and the system's text.
    package var description: String { "cannot \(operation) \(path): \(String(cString: strerror(errno)))" }
}
