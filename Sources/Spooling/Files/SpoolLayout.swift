import CShim
import Glibc

/// The folders and the format file of a spool, opened and checked once.
struct SpoolLayout {
    static let formatName = "format"
    static let formatLine = "sluss-spool 1\n"
    static let seenName = "seen"

    let root: HeldFolder
    let states: [HeldFolder]
    let seen: HeldFolder
    /// Folders that others could read when the spool was opened; now 0700.
    let tightened: [String]

    /// Opens a spool; with `create`, makes what is missing first. Made twice, or cut off by a crash and made again, it is the same spool.
    static func open(_ path: String, create: Bool) throws(SpoolError) -> SpoolLayout {
        if create { try makeFolder(path, in: AT_FDCWD, place: SpoolPlace()) }
        var tightened: [String] = []
        let root = try folder(path, in: AT_FDCWD, place: SpoolPlace(), &tightened)
        let hasFormat = try checkFormat(root)
        guard hasFormat || create else { throw SpoolError(.noSpool, SpoolPlace(file: formatName)) }
        var states: [HeldFolder] = []
        for state in SpoolState.allCases {
            states.append(try subfolder(state.rawValue, of: root, create: create, &tightened))
        }
        let seen = try subfolder(seenName, of: root, create: create, &tightened)
        if !hasFormat { try writeFormat(root) }
        return SpoolLayout(root: root, states: states, seen: seen, tightened: tightened)
    }

    private static func subfolder(
        _ name: String, of root: HeldFolder, create: Bool, _ tightened: inout [String]
    ) throws(SpoolError) -> HeldFolder {
        let place = SpoolPlace(folder: name)
        if create { try makeFolder(name, in: root.descriptor, place: place) }
        return try folder(name, in: root.descriptor, place: place, &tightened)
    }

    /// Makes a folder unless it is there; what is there is judged when it is opened.
    private static func makeFolder(_ path: String, in parent: Int32, place: SpoolPlace) throws(SpoolError) {
        if mkdirat(parent, path, 0o700) == 0 {
            guard fchmodat(parent, path, 0o700, 0) == 0 else { throw SpoolError(failed: .makeFolder, errno, place) }
        } else if errno != EEXIST {
            throw SpoolError(failed: .makeFolder, errno, place)
        }
    }

    /// Opens a folder and refuses a link, another owner's folder, and one that others may write to. One of ours that others may only look
    /// into is closed to them.
    private static func folder(
        _ path: String, in parent: Int32, place: SpoolPlace, _ tightened: inout [String]
    ) throws(SpoolError) -> HeldFolder {
        let descriptor = openat(parent, path, OpenFile.folderFlags | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: throw SpoolError(.noSpool, place)
            case ELOOP, ENOTDIR: throw SpoolError(.unsafeFolder, place, detail: "not a folder, or a link to one")
            default: throw SpoolError(failed: .open, errno, place)
            }
        }
        let folder = HeldFolder(descriptor: descriptor, name: place.folder ?? ".")
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SpoolError(failed: .status, errno, place) }
        guard status.st_uid == geteuid() else { throw SpoolError(.unsafeFolder, place, detail: "owner is uid \(status.st_uid)") }
        guard status.st_mode & 0o022 == 0 else {
            throw SpoolError(.unsafeFolder, place, detail: "mode 0" + String(status.st_mode & 0o7777, radix: 8))
        }
        if status.st_mode & 0o7777 != 0o700 {
            guard fchmod(descriptor, 0o700) == 0 else { throw SpoolError(failed: .makeFolder, errno, place) }
            tightened.append(folder.name)
        }
        return folder
    }

    /// Whether the format file is there; a format this code does not know is refused before anything is touched.
    private static func checkFormat(_ root: HeldFolder) throws(SpoolError) -> Bool {
        let place = SpoolPlace(file: formatName)
        guard let file = try OpenFile.openIfThere(formatName, in: root.descriptor, flags: O_RDONLY, place: place) else { return false }
        let text = String(decoding: try file.readAll(limit: 64), as: UTF8.self)
        guard text == formatLine else { throw SpoolError(.newerFormat, place, detail: "expected \(formatLine.dropLast())") }
        return true
    }

    /// The format file comes last and by rename: a spool that has one is complete.
    private static func writeFormat(_ root: HeldFolder) throws(SpoolError) {
        let place = SpoolPlace(file: formatName)
        let new = "format.new"
        unlinkat(root.descriptor, new, 0)
        let file = try OpenFile.create(new, in: root.descriptor, place: place)
        try file.write(Array(formatLine.utf8))
        try file.sync()
        try file.close()
        if sluss_rename_noreplace(root.descriptor, new, root.descriptor, formatName) != 0, errno != EEXIST {
            throw SpoolError(failed: .rename, errno, place)
        }
        try root.sync()
    }
}
