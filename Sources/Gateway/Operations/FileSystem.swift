import CShim
import Glibc

/// The few file operations the gateway needs outside the spool: every write is durable, every new file private (0600).
enum FileSystem {
    /// The names in a folder, sorted, without `.` and `..`, and how many others there are that are not UTF-8.
    ///
    /// - Parameter next: reads one name; the system's call unless a test says otherwise.
    /// - Throws: ``FileTrouble`` also when the folder stops giving names half-way: half a list is none.
    static func listing(
        of folder: String, next: (OpaquePointer) -> UnsafeMutablePointer<dirent>? = { readdir($0) }
    ) throws(FileTrouble) -> (names: [String], unreadable: Int) {
        guard let stream = opendir(folder) else { throw FileTrouble(operation: "list", path: folder, errno: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        var unreadable = 0
        while true {
            errno = 0
            guard let entry = next(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name else {
                unreadable += 1
                continue
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else { throw FileTrouble(operation: "list", path: folder, errno: errno) }
        return (names.sorted(), unreadable)
    }

    /// The names in a folder that are UTF-8, sorted, without `.` and `..`.
    static func names(in folder: String) throws(FileTrouble) -> [String] { try listing(of: folder).names }

    /// Makes a folder for us alone, durably; one that is there must be a real folder of ours, and is closed to others.
    static func makeFolder(_ path: String) throws(FileTrouble) {
        if mkdir(path, 0o700) == 0 {
            try syncFolder(folder(of: path))
        } else if errno != EEXIST {
            throw FileTrouble(operation: "make", path: path, errno: errno)
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { throw FileTrouble(operation: "make", path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw FileTrouble(operation: "make", path: path, errno: ENOTDIR) }
        guard status.st_uid == geteuid() else { throw FileTrouble(operation: "make", path: path, errno: EPERM) }
        guard status.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else { throw FileTrouble(operation: "make", path: path, errno: errno) }
    }

    /// Reads at most `limit` bytes of a regular file; a longer file gives `limit` bytes, so that a size check still sees it as too long.
    static func read(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
        // Without O_NONBLOCK a pipe under the name would hold this thread until somebody writes to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
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

    /// Writes a new file under a temporary name, syncs it, renames it to `path` and syncs the folder.
    ///
    /// - Parameter replacing: when false, a file that is there already is left and the call fails with `EEXIST`.
    static func writeDurably(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws(FileTrouble) {
        try place(bytes, at: path, replacing: replacing)
        try syncFolder(folder(of: path))
    }

    /// Writes files of one folder so that each appears whole and in this order, and makes them durable with one sync of the folder. Those
    /// that are there already are replaced.
    static func writeDurably(_ files: [(bytes: [UInt8], name: String)], in folder: String) throws(FileTrouble) {
        for file in files { try place(file.bytes, at: "\(folder)/\(file.name)", replacing: true) }
        try syncFolder(folder)
    }

    private static func place(_ bytes: [UInt8], at path: String, replacing: Bool) throws(FileTrouble) {
        try place(at: path, replacing: replacing) { (descriptor) throws(FileTrouble) in try writeAll(bytes, to: descriptor, path: path) }
    }

    /// Makes a file under a temporary name, lets `fill` write it, syncs it and gives it its name, which is not durable yet.
    static func place(at path: String, replacing: Bool, _ fill: (Int32) throws(FileTrouble) -> Void) throws(FileTrouble) {
        let folder = folder(of: path)
        let temporary = "\(folder)/.new-\(getpid())-\(UInt64.random(in: .min ... .max))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileTrouble(operation: "create", path: path, errno: errno) }
        do throws(FileTrouble) {
            try finish(descriptor, path: path, fill)
            try rename(temporary, to: path, replacing: replacing)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Moves a file within one file system.
    ///
    /// - Parameter replacing: when false, nothing is replaced and the call fails with `EEXIST`.
    static func rename(_ old: String, to new: String, replacing: Bool) throws(FileTrouble) {
        let isDone = replacing ? Glibc.rename(old, new) == 0 : sluss_rename_noreplace(AT_FDCWD, old, AT_FDCWD, new) == 0
        guard isDone else {
            throw FileTrouble(operation: "rename", path: new, errno: errno)
        }
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

    /// `F_SETLEASE`, which the C library's module does not export.
    private static let setLease: Int32 = 1024

    /// Whether nobody has the file open for writing.
    ///
    /// A read lease is granted only then. Where leases are not to be had (another owner without the capability, some file systems), a file
    /// counts as complete when it has not changed for two seconds.
    static func isComplete(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 {
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
            return true
        }
        guard errno != EAGAIN else { return false }
        var state = stat()
        guard fstat(descriptor, &state) == 0 else { return false }
        let age = time(nil) - state.st_mtim.tv_sec
        return age >= 2 || age < -2  // A time to come says that a clock was set, not that somebody writes.
    }

    /// The folder a path lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Writes, syncs and closes; a failed close counts.
    private static func finish(
        _ descriptor: Int32, path: String, _ fill: (Int32) throws(FileTrouble) -> Void
    ) throws(FileTrouble) {
        do throws(FileTrouble) {
            try fill(descriptor)
            guard fsync(descriptor) == 0 else { throw FileTrouble(operation: "sync", path: path, errno: errno) }
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw FileTrouble(operation: "close", path: path, errno: errno) }
    }

    static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileTrouble) {
        try bytes.withUnsafeBytes { buffer in
            Result { () throws(FileTrouble) in try writeAll(buffer, to: descriptor, path: path) }
        }.get()
    }

    /// Every byte: interrupted calls are repeated, short ones continued.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(FileTrouble) {
        var offset = 0
        while offset < bytes.count {
            let count = write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(operation: "write", path: path, errno: errno)
            }
            offset += count
        }
    }
}
