import Glibc

/// A file that nobody writes any more, or a stretch of it, held open: it can be read at any offset whatever becomes of its name.
package struct HeldFile: Sendable {
    /// Closes the file when nobody reads it any more.
    final class Handle: Sendable {
        let descriptor: Int32
        init(_ descriptor: Int32) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    private let handle: Handle
    private let start: Int
    /// Length in bytes.
    package let length: Int
    /// Where it lies, for errors.
    package let place: SpoolPlace

    init(_ handle: Handle, start: Int = 0, length: Int, place: SpoolPlace) {
        (self.handle, self.start, self.length, self.place) = (handle, start, length, place)
    }

    /// Opens a file of somebody else's that may be as long as it likes: not through a link, not waiting for a pipe.
    ///
    /// - Throws: ``SpoolError`` P017; its error number is `EINVAL` for what is no regular file.
    package init(path: String) throws(SpoolError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        // The path is the submitter's and stays out of the error.
        guard descriptor >= 0 else { throw SpoolError(failed: .open, errno, SpoolPlace()) }
        let handle = Handle(descriptor)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, SpoolPlace()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SpoolError(failed: .open, EINVAL, SpoolPlace()) }
        self.init(handle, length: Int(status.st_size), place: SpoolPlace())
    }

    /// Reads from an offset; fewer bytes than the buffer takes only where the file ends. Blocking.
    ///
    /// - Throws: ``SpoolError`` P017.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SpoolError) -> Int {
        let wanted = min(buffer.count, length - offset)
        guard offset >= 0, wanted > 0 else { return 0 }
        var done = 0
        while done < wanted {
            let count = pread(handle.descriptor, buffer.baseAddress?.advanced(by: done), wanted - done, off_t(start + offset + done))
            if count > 0 {
                done += count
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw SpoolError(failed: .read, errno, place)
            }
        }
        return done
    }

    /// At most so many bytes from its beginning.
    func first(_ limit: Int) throws(SpoolError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(length, limit))
        let count = try bytes.withUnsafeMutableBytes { buffer in Result { () throws(SpoolError) in try read(at: 0, into: buffer) } }.get()
        return Array(bytes.prefix(count))
    }

    /// What stands from an offset to the end.
    func stretch(from offset: Int) -> HeldFile {
        HeldFile(handle, start: start + offset, length: length - offset, place: place)
    }

    /// The same as content to be stored again.
    package var content: SpoolContent {
        SpoolContent(length: length) { (offset, buffer) throws(SpoolError) in try read(at: offset, into: buffer) }
    }

    /// SHA-256 of all of it, and how many bytes there were. Blocking.
    package func sha256() throws(SpoolError) -> (digest: String, length: Int) {
        var digest = RunningDigest()
        let length = try content.forEachPiece { digest.update($0) }
        return (Checksum.hex(digest.value()), length)
    }
}
