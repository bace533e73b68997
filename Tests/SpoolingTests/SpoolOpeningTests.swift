import Foundation
import Glibc
import Spooling
import Testing

@Suite struct SpoolOpeningTests {
    let scratch = Scratch()

    private func code(_ root: String, create: Bool = false) -> SpoolCode? {
        do throws(SpoolError) {
            _ = try Spool(root: root, create: create)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "A made spool has ten states, duplicate records and a format, all private whatever the umask", .enabled(if: Exerciser.path != nil))
    func made() throws {
        let run = Exerciser.run(["make", scratch.root])
        #expect(run.status == 0)
        let id = try #require(run.acknowledged.first)
        for name in SpoolState.allCases.map(\.rawValue) + ["seen", "ready/\(id)", ""] {
            var status = stat()
            #expect(stat("\(scratch.root)/\(name)", &status) == 0 && status.st_mode & 0o7777 == 0o700, "\(name)")
        }
        for name in ["message.xml", "envelope.json", "history.jsonl"].map({ "ready/\(id)/\($0)" }) + ["format"] {
            var status = stat()
            #expect(stat("\(scratch.root)/\(name)", &status) == 0 && status.st_mode & 0o7777 == 0o600, "\(name)")
        }
        #expect(String(decoding: try scratch.read(scratch.root + "/format"), as: UTF8.self) == "sluss-spool 1\n")
        #expect(code(scratch.root) == nil && code(scratch.root, create: true) == nil)
    }

    @Test("Making a spool that was half made finishes it")
    func halfMade() throws {
        mkdir(scratch.root, 0o700)
        mkdir(scratch.root + "/ready", 0o700)
        try scratch.write([1], scratch.root + "/format.new")
        #expect(code(scratch.root) == .noSpool)
        #expect(code(scratch.root, create: true) == nil && code(scratch.root) == nil)
    }

    @Test("A missing root, a missing state and a missing format are no spool")
    func missing() throws {
        #expect(code(scratch.root) == .noSpool)
        _ = try scratch.spool()
        rmdir(scratch.root + "/held")
        #expect(code(scratch.root) == .noSpool)
    }

    @Test("A root that is a link, or that others may write to, is refused", arguments: ["link", "group", "other", "state"])
    func unsafe(kind: String) throws {
        _ = try scratch.spool()
        switch kind {
        case "link":
            symlink(scratch.root, scratch.path + "/link")
            #expect(code(scratch.path + "/link") == .unsafeFolder)
        case "group": chmod(scratch.root, 0o770)
        case "other": chmod(scratch.root, 0o702)
        default: chmod(scratch.root + "/ready", 0o777)
        }
        if kind != "link" { #expect(code(scratch.root) == .unsafeFolder) }
    }

    @Test("Folders of ours that others may look into are closed to them, and named", arguments: [0o755, 0o750, 0o711, 0o500])
    func readable(mode: mode_t) throws {
        _ = try scratch.spool()
        chmod(scratch.root + "/done", mode)
        chmod(scratch.root, mode | 0o200)
        let spool = try Spool(root: scratch.root)
        #expect(spool.tightenedFolders == (mode == 0o500 ? ["done"] : [".", "done"]))
        for name in ["", "done", "ready"] {
            var status = stat()
            #expect(stat("\(scratch.root)/\(name)", &status) == 0 && status.st_mode & 0o7777 == 0o700, "\(name)")
        }
        #expect(try Spool(root: scratch.root).tightenedFolders.isEmpty)
    }

    @Test("A root of another user is refused", .enabled(if: geteuid() == 0))
    func owner() throws {
        _ = try scratch.spool()
        chown(scratch.root, 12_345, 12_345)
        #expect(code(scratch.root) == .unsafeFolder)
    }

    @Test("A state folder that is a link is refused")
    func stateLink() throws {
        _ = try scratch.spool()
        rmdir(scratch.root + "/ready")
        symlink("/tmp", scratch.root + "/ready")
        #expect(code(scratch.root) == .unsafeFolder)
    }

    @Test("A newer format is refused and left untouched")
    func newer() throws {
        _ = try scratch.spool()
        try scratch.write(Array("sluss-spool 2\n".utf8), scratch.root + "/format")
        #expect(code(scratch.root) == .newerFormat && code(scratch.root, create: true) == .newerFormat)
    }

    @Test("A link or plain file under a message's name is no message, and its target is never touched")
    func linkedEntry() throws {
        let spool = try scratch.spool()
        let (link, file) = (Sample.id(), Sample.id())
        mkdir(scratch.path + "/outside", 0o700)
        symlink(scratch.path + "/outside", "\(scratch.root)/ready/\(link)")
        try scratch.write([1], "\(scratch.root)/ready/\(file)")
        #expect(try spool.list(.ready).isEmpty)
        #expect(try spool.entry(link) == nil && spool.entry(file) == nil)
        #expect(try !spool.claim(link, from: .ready))
        let report = try spool.recover(at: Sample.noon, holding: try spool.lock())
        #expect(Set(report.foreign) == ["ready/\(link)", "ready/\(file)"])
    }

    @Test("A file of a message that is a link is damage: nothing is read through it")
    func linkedFile() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .ready)
        let path = scratch.file(.ready, id, "message.xml")
        rename(path, scratch.path + "/body")
        symlink(scratch.path + "/body", path)
        let error = #expect(throws: SpoolError.self) { try spool.body(of: id, in: .ready) }
        #expect(error?.code == .corrupt)
        #expect(try spool.places(of: id) == [.corrupt])
    }
}
