import CShim
import Glibc
import Spooling

extension FileSystem {
    /// Moves a file, also to another file system: there a regular file is copied, made durable and then removed. Anything else stays where it
    /// is then.
    ///
    /// - Throws: ``FileTrouble``: `EEXIST` when something is there already and `replacing` is false, `EXDEV` for what cannot be copied.
    static func transfer(_ old: String, to new: String, replacing: Bool) throws(FileTrouble) {
        do throws(FileTrouble) {
            try rename(old, to: new, replacing: replacing)
        } catch {
            guard error.errno == EXDEV else { throw error }
            try copy(old, to: new, replacing: replacing)
        }
    }

    /// Writes a file of the spool under a temporary name, syncs it and renames it to `path`, replacing what is there. Its name is not durable
    /// yet.
    static func place(_ file: HeldFile, at path: String) throws(FileTrouble) {
        try place(at: path, replacing: true) { (descriptor) throws(FileTrouble) in
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(256 << 10, file.length)), alignment: 16)
            defer { buffer.deallocate() }
            var offset = 0
            while offset < file.length {
                let count: Int
                do throws(SpoolError) {
                    count = try file.read(at: offset, into: buffer)
                } catch {
                    throw FileTrouble(operation: "read", path: path, errno: error.errorNumber)
                }
                guard count > 0 else { throw FileTrouble(operation: "read", path: path, errno: EIO) }
                try writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: descriptor, path: path)
                offset += count
            }
        }
    }

    private static func copy(_ old: String, to new: String, replacing: Bool) throws(FileTrouble) {
        let source = open(old, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard source >= 0 else { throw FileTrouble(operation: "rename", path: new, errno: errno == ELOOP ? EXDEV : errno) }
        defer { close(source) }
        var status = stat()
        guard fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw FileTrouble(operation: "rename", path: new, errno: EXDEV)
        }
        try place(at: new, replacing: replacing) { (target) throws(FileTrouble) in
            while true {
                let count = sendfile(target, source, nil, 1 << 20)
                if count == 0 { return }
                if count < 0, errno != EINTR { throw FileTrouble(operation: "write", path: new, errno: errno) }
            }
        }
        try syncFolder(folder(of: new))
        // Somebody may have put another file in its place meanwhile: that one is not ours to remove.
        guard sluss_is_same_file(AT_FDCWD, old, source) == 1 else { return }
        try remove(old)
    }
}
