import CShim
import Glibc

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
