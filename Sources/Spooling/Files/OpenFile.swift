import Glibc

/// A descriptor of the spool. Everything is opened below a held folder, never through a link, and closed at exec.
///
/// Going out of scope closes it silently, which is right for what was read. What was written is closed by `close()`, whose error counts.
struct OpenFile: ~Copyable {
    private(set) var descriptor: Int32
    let place: SpoolPlace

    private init(descriptor: Int32, place: SpoolPlace) {
        self.descriptor = descriptor
        self.place = place
    }

    deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

    static let folderFlags = O_RDONLY | O_DIRECTORY

    /// Opens what exists.
    static func open(_ name: String, in folder: Int32, flags: Int32, place: SpoolPlace) throws(SpoolError) -> OpenFile {
        OpenFile(descriptor: try opened(name, folder, flags, place), place: place)
    }

    /// Opens a folder or file that may be gone; nil when it is.
    static func openIfThere(_ name: String, in folder: Int32, flags: Int32, place: SpoolPlace) throws(SpoolError) -> OpenFile? {
        do throws(SpoolError) {
            return try open(name, in: folder, flags: flags, place: place)
        } catch {
            if error.errorNumber == ENOENT { return nil }
            throw error
        }
    }

    /// Makes a new file for writing, mode 0600 whatever the umask; an existing one is an error.
    static func create(_ name: String, in folder: Int32, place: SpoolPlace) throws(SpoolError) -> OpenFile {
        let file = OpenFile(descriptor: try opened(name, folder, O_WRONLY | O_CREAT | O_EXCL, place), place: place)
        guard fchmod(file.descriptor, 0o600) == 0 else { throw SpoolError(failed: .create, errno, place) }
        return file
    }

    private static func opened(_ name: String, _ folder: Int32, _ flags: Int32, _ place: SpoolPlace) throws(SpoolError) -> Int32 {
        while true {
            let descriptor = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
            if descriptor >= 0 { return descriptor }
            if errno != EINTR { throw SpoolError(failed: flags & O_CREAT == 0 ? .open : .create, errno, place) }
        }
    }

    /// Writes every byte: interrupted calls are repeated, short ones continued.
    func write(_ bytes: [UInt8]) throws(SpoolError) {
        try bytes.withUnsafeBytes { buffer in Result { () throws(SpoolError) in try write(buffer) } }.get()
    }

    /// The same of a piece of something longer.
    func write(_ bytes: UnsafeRawBufferPointer) throws(SpoolError) {
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count > 0 {
                done += count
            } else if count == 0 || errno != EINTR {
                throw SpoolError(failed: .write, count == 0 ? EIO : errno, place)
            }
        }
    }

    /// The open file, to be read for as long as anybody likes.
    consuming func kept() throws(SpoolError) -> HeldFile {
        let length = try length()
        let kept = HeldFile(HeldFile.Handle(descriptor), length: length, place: place)
        descriptor = -1
        return kept
    }

    /// Makes bytes and length durable. Not repeated on failure, not even after an interruption: the kernel reports a lost page once.
    func sync() throws(SpoolError) {
        guard fsync(descriptor) == 0 else { throw SpoolError(failed: .sync, errno, place) }
    }

    /// Closes a written file. The descriptor is gone whatever the answer is.
    consuming func close() throws(SpoolError) {
        let closing = descriptor
        descriptor = -1
        guard Glibc.close(closing) == 0 || errno == EINTR else { throw SpoolError(failed: .close, errno, place) }
    }

    /// The length of a plain file; anything else is damage.
    func length() throws(SpoolError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, place) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SpoolError(.corrupt, place, detail: EntryFault.missing.rawValue) }
        return Int(status.st_size)
    }

    /// How many names the file has.
    func linkCount() throws(SpoolError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, place) }
        return Int(status.st_nlink)
    }

    /// Everything from the current position, when it is not more than `limit` bytes; more is damage.
    func readAll(limit: Int) throws(SpoolError) -> [UInt8] {
        let length = try length()
        guard length <= limit else { throw SpoolError(.corrupt, place, detail: EntryFault.lengthDiffers.rawValue) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, done in
            while done < length {
                let count = read(descriptor, buffer.baseAddress?.advanced(by: done), length - done)
                if count > 0 {
                    done += count
                } else if count == 0 {
                    return
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        if failure != 0 { throw SpoolError(failed: .read, failure, place) }
        return bytes
    }
}
