import CShim
import Glibc

/// Where bytes lie that are too many for memory while a message is worked on. Nothing in it has a name for longer than an instant, so that
/// nothing survives a crash and nobody can open it.
package final class ScratchFolder: Sendable {
    /// Asked before a file is made, and again for each piece of ``ScratchFile/reserveStep`` bytes: whether the disk may take them.
    package typealias Reserve = @Sendable (_ bytes: Int) throws(SpoolError) -> Void

    private let folder: HeldFile.Handle
    private let reserve: Reserve
    /// Whether others keep files there too.
    private let isShared: Bool

    /// Opens the folder, made when it is not there, mode 0700.
    ///
    /// - Throws: ``SpoolError`` P002 when it is a link or somebody else's, P008, P017.
    package init(path: String, reserve: @escaping Reserve) throws(SpoolError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw SpoolError(failed: .makeFolder, errno, Self.place) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ELOOP || errno == ENOTDIR else { throw SpoolError(failed: .open, errno, Self.place) }
            throw SpoolError(.unsafeFolder, Self.place, detail: "not a folder, or a link to one")
        }
        folder = HeldFile.Handle(descriptor)
        (self.reserve, isShared) = (reserve, false)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, Self.place) }
        guard status.st_uid == geteuid() else { throw SpoolError(.unsafeFolder, Self.place, detail: "owner is uid \(status.st_uid)") }
        guard fchmod(descriptor, 0o700) == 0 else { throw SpoolError(failed: .makeFolder, errno, Self.place) }
    }

    /// Opens a folder that others use too, such as the one for temporary files: nothing of theirs is touched.
    ///
    /// - Throws: ``SpoolError`` P017.
    package init(shared path: String) throws(SpoolError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpoolError(failed: .open, errno, Self.place) }
        folder = HeldFile.Handle(descriptor)
        (reserve, isShared) = ({ _ in }, true)
    }

    /// Removes what a crash left between making a file and taking its name away, where the file system makes no nameless ones. Only the
    /// daemon may, at its start; it also takes the names, never the bytes, of files other processes are just making. A
    /// shared folder stays as it is.
    package func empty() throws(SpoolError) {
        guard !isShared else { return }
        let again = try OpenFile.open(".", in: folder.descriptor, flags: OpenFile.folderFlags, place: Self.place)
        for file in try HeldFolder.names(in: again) { unlinkat(folder.descriptor, file.name, 0) }
    }

    /// A new, empty file that only this process can reach.
    ///
    /// - Throws: ``SpoolError`` P008–P011, P018.
    package func makeFile() throws(SpoolError) -> ScratchFile {
        try reserve(0)
        var descriptor = openat(folder.descriptor, ".", O_RDWR | sluss_O_TMPFILE() | O_CLOEXEC, 0o600)
        if descriptor < 0, errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL { descriptor = named() }
        guard descriptor >= 0 else { throw SpoolError(failed: .create, errno, Self.place) }
        return ScratchFile(HeldFile.Handle(descriptor), place: Self.place, reserve: reserve)
    }

    /// For file systems without nameless files: named for the instant until it is open.
    private func named() -> Int32 {
        let name = "\(getpid())-\(UInt64.random(in: .min ... .max))"
        let descriptor = openat(folder.descriptor, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor >= 0 { unlinkat(folder.descriptor, name, 0) }
        return descriptor
    }

    private static let place = SpoolPlace(folder: "scratch")
}
