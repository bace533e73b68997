import Glibc
import Spooling

/// The folder `NAME.bilagor` beside `NAME.xml` in the drop folder: one file for each attachment, named by its Bilageid. It must be complete
/// before the message gets its name.
struct DropAttachments: Sendable {
    private let name: DropName
    private let home: String
    private let taken: String

    init(of name: DropName, in home: String, taken: String) { (self.name, self.home, self.taken) = (name, home, taken) }

    private var source: String { "\(home)/\(name.attachments)" }
    private var place: String { "\(taken)/\(name.attachments)" }

    /// Whether every file of it is complete, by the given judgement; so is a folder that is not there.
    func isComplete(_ isTakeable: (String) -> Bool) -> Bool {
        guard Self.isFolder(source), let names = try? FileSystem.names(in: source) else { return true }
        return names.allSatisfy { isTakeable("\(source)/\($0)") }
    }

    /// Moves the files to where nobody else may reach. Cut off and done again, it ends the same.
    func take() throws(FileTrouble) {
        guard Self.isFolder(source) else { return }
        try FileSystem.makeFolder(place)
        for name in try FileSystem.names(in: source) {
            try FileSystem.transfer("\(source)/\(name)", to: "\(place)/\(name)", replacing: true)
        }
        try FileSystem.syncFolder(place)
        rmdir(source)
    }

    /// The taken files, their names and paths; none when the message came without.
    func files() throws(FileTrouble) -> [(id: String, path: String)] {
        guard Self.isFolder(place) else { return [] }
        return try FileSystem.names(in: place).map { ($0, "\(place)/\($0)") }
    }

    /// Gone with the message: its files are in the spool.
    func remove() throws(FileTrouble) {
        for file in try files() { try FileSystem.remove(file.path) }
        rmdir(place)
    }

    /// Puts the files back beside the refused message, as `NAME.bilagor.refused`; those refused before under the same name are replaced.
    func setAside() throws(FileTrouble) {
        let files = try files()
        guard Self.isFolder(place) else { return }
        let target = "\(home)/\(name.attachmentsSetAside)"
        guard mkdir(target, 0o700) == 0 || errno == EEXIST else { throw FileTrouble(operation: "make", path: target, errno: errno) }
        for file in files { try FileSystem.transfer(file.path, to: "\(target)/\(file.id)", replacing: true) }
        rmdir(place)
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
