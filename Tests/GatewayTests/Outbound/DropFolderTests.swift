import CareMessages
import Foundation
import Glibc
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Drop folder")
struct DropFolderTests {
    private let region: TestSide
    private let drop: DropFolder

    init() throws {
        region = try TestSide()
        drop = try DropFolder(folder: region.submitFolder, taken: region.spools.taken)
    }

    private func path(_ name: String) -> String { "\(region.submitFolder)/\(name)" }

    private func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: URL(filePath: path(name))) }

    private func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
    }

    private var takenNames: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: region.spools.taken).sorted() }
    }

    private func answer(_ name: String) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path(name))))
        return try #require(json as? [String: Any])
    }

    /// One look and the work on all it found: accepted, refused or later, by name.
    private func round(_ pipeline: OutboundPipeline? = nil) throws -> [String: String] {
        try drop.take().names.reduce(into: [:]) { told, name in
            switch drop.work(on: name, with: pipeline ?? region.outbound) {
            case .accepted: told[name] = "accepted"
            case .refused: told[name] = "refused"
            case .later(let reason): told[name] = "later \(reason)"
            }
        }
    }

    private func codes(_ name: String) throws -> [String] {
        let findings = try answer(name)["findings"] as? [[String: Any]]
        return (findings ?? []).compactMap { $0["code"] as? String }
    }

    @Test("An accepted file is gone, and its answer names the copies")
    func accepted() throws {
        let notice = Notice(to: [.kommunUnit, .neighbourUnit])
        try write(notice.bytes, "ärende 1.xml")
        #expect(try round() == ["ärende 1.xml": "accepted"])
        #expect(try names() == ["ärende 1.accepted.json"])
        #expect(try takenNames.isEmpty)
        let answer = try answer("ärende 1.accepted.json")
        #expect(answer["status"] as? String == "accepted" && answer["business_message_id"] as? String == notice.messageID)
        let ids = (answer["copies"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        #expect(try Set(ids) == Set(region.spools.outbound.list(.ready).map(\.description)))
    }

    @Test("A refused file comes back under another name, with the reasons, and nothing is stored")
    func refused() throws {
        try write(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a/>".utf8), "a.xml")
        #expect(try round() == ["a.xml": "refused"])
        #expect(try names() == ["a.refused.json", "a.xml.refused"])
        #expect(try !codes("a.refused.json").isEmpty)
        #expect(try TestSide.count(region.spools.outbound) == 0)
        #expect(try round().isEmpty, "it is not looked at again")
    }

    @Test("What is no readable file is refused, neither followed nor waited for", arguments: ["folder", "link", "dangling link", "pipe"])
    func noFile(_ kind: String) throws {
        let secret = try region.folder.write(Notice().bytes, to: "elsewhere.xml")
        switch kind {
        case "folder": #expect(mkdir(path("x.xml"), 0o700) == 0)
        case "link": #expect(symlink(secret, path("x.xml")) == 0)
        case "dangling link": #expect(symlink("/nowhere", path("x.xml")) == 0)
        default: #expect(mkfifo(path("x.xml"), 0o600) == 0)
        }
        #expect(try round() == ["x.xml": "refused"])
        #expect(try codes("x.refused.json") == ["R012"])
        #expect(try names() == ["x.refused.json", "x.xml.refused"])
        #expect(try TestSide.count(region.spools.outbound) == 0)
    }

    @Test("A folder in the place of a refused file does not stop the answers to later ones")
    func occupied() throws {
        for _ in 0..<3 {
            #expect(mkdir(path("x.xml"), 0o700) == 0)
            try Data([1]).write(to: URL(filePath: path("x.xml/inside")))
            #expect(try round() == ["x.xml": "refused"])
        }
        #expect(try names() == ["x.refused.json", "x.xml.refused", "x.xml.refused.2", "x.xml.refused.3"])
    }

    @Test("An empty file and one beyond the limit are refused; the large one is not read whole")
    func sizes() throws {
        try write([], "empty.xml")
        try write([], "large.xml")
        // A hole of a hundred megabytes: if it were read, the memory of the process would show it.
        #expect(truncate(path("large.xml"), 100 << 20) == 0)
        let before = Self.residentBytes()
        #expect(try round() == ["empty.xml": "refused", "large.xml": "refused"])
        #expect(try codes("large.refused.json") == ["D001"])
        #expect(try codes("empty.refused.json") == ["D007"])
        #expect(Self.residentBytes() - before < 60 << 20)
    }

    private static func residentBytes() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }

    @Test("A file that somebody writes to is left until it is closed; hidden and other files are left for good")
    func incomplete() throws {
        let bytes = Notice().bytes
        let descriptor = open(path("a.xml"), O_WRONLY | O_CREAT, 0o600)
        #expect(bytes.prefix(500).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, 500) } == 500)
        for name in [".b.xml", "c.xml.part", "d.XML", "e.json"] { try write(bytes, name) }
        #expect(try round().isEmpty)
        #expect(bytes.dropFirst(500).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } == bytes.count - 500)
        close(descriptor)
        #expect(try round() == ["a.xml": "accepted"])
        #expect(try names() == [".b.xml", "a.accepted.json", "c.xml.part", "d.XML", "e.json"])
    }

    @Test("A second file of the same name waits until the first is done")
    func sameName() throws {
        let (first, second) = (Notice(), Notice())
        try write(first.bytes, "a.xml")
        #expect(try drop.take().names == ["a.xml"])
        try write(second.bytes, "a.xml")
        let look = try drop.take()
        #expect(look.names == ["a.xml"] && look.stuck == 0)
        #expect(try Data(contentsOf: URL(filePath: "\(region.spools.taken)/a.xml")) == Data(first.bytes), "the first was not replaced")
        #expect(try round() == ["a.xml": "accepted"])
        #expect(try round() == ["a.xml": "accepted"])
        #expect(try region.spools.outbound.list(.ready).count == 2)
        #expect(try answer("a.accepted.json")["business_message_id"] as? String == second.messageID)
    }

    @Test("A crash after the message was stored and before it was answered gives the same ids at the next look")
    func crashBeforeAnswer() throws {
        let notice = Notice()
        try write(notice.bytes, "a.xml")
        _ = try drop.take()
        let stored = try region.outbound.submit(notice.bytes, named: "a.xml").copies
        // The next start: an empty ledger filled from the spool.
        let next = OutboundPipeline(region.parts, spools: region.spools, ledger: try region.spools.ledger())
        #expect(try round(next) == ["a.xml": "accepted"])
        let copies = try answer("a.accepted.json")["copies"] as? [[String: Any]]
        #expect(copies?.first?["id"] as? String == stored.first?.id.description && copies?.first?["existed"] as? Bool == true)
        #expect(try region.spools.outbound.list(.ready).count == 1)
    }

    @Test("While our disk is full the file stays taken and gets no answer; later it gets its answer")
    func fullDisk() throws {
        var options = SpoolOptions()
        options.minimumFreeBytes = 1 << 62
        let full = try Spools(root: region.folder.file("full"), create: true, options: options)
        try write(Notice().bytes, "a.xml")
        #expect(try round(OutboundPipeline(region.parts, spools: full, ledger: region.ledger)) == ["a.xml": "later P010"])
        #expect(try names().isEmpty && takenNames == ["a.xml"])
        #expect(try round() == ["a.xml": "accepted"])
    }

    @Test("A name as long as a name can be is answered under a shortened one, and two such stay apart")
    func longNames() throws {
        let stem = String(repeating: "å", count: 125)
        let long = ["\(stem)1.xml", "\(stem)2.xml"]
        for name in long { try write(Notice().bytes, name) }
        try write([], "b.xml")
        let told = try round()
        #expect(long.allSatisfy { told[$0] == "accepted" })
        let answers = try names().filter { $0.hasSuffix(".accepted.json") }
        #expect(answers.count == 2 && answers.allSatisfy { $0.utf8.count <= 255 })
        #expect(try Set(answers.map { try answer($0)["file"] as? String }) == Set(long))
    }

    @Test("A file whose name is not UTF-8 is counted, so that the log can tell")
    func strangeName() throws {
        let name: [UInt8] = Array((region.submitFolder + "/").utf8) + [0xE4] + Array(".xml".utf8) + [0]
        let descriptor = name.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, O_WRONLY | O_CREAT, 0o600) }
        }
        #expect(descriptor >= 0)
        close(descriptor)
        let look = try drop.take()
        #expect(look.stuck == 1 && look.names.isEmpty)
    }

    @Test("The folder for taken files is private, also when it was not before, and a link in its place is not followed")
    func takenFolder() throws {
        let other = region.folder.file("taken")
        #expect(mkdir(other, 0o755) == 0)
        _ = try DropFolder(folder: region.submitFolder, taken: other)
        for folder in [region.spools.taken, other] {
            var status = stat()
            #expect(stat(folder, &status) == 0 && status.st_mode & 0o7777 == 0o700)
        }
        let link = region.folder.file("link")
        #expect(symlink(try region.folder.makeFolder("elsewhere"), link) == 0)
        let trouble = #expect(throws: FileTrouble.self) { try DropFolder(folder: region.submitFolder, taken: link) }
        #expect(trouble?.errno == ENOTDIR)
    }

    @Test("A file with a second name waits for it to go, and is refused when it stays")
    func hardLink() throws {
        try write(Notice().bytes, "a.xml")
        #expect(link(path("a.xml"), region.folder.file("second")) == 0)
        #expect(try round().isEmpty && names() == ["a.xml"])
        let hasty = try DropFolder(folder: region.submitFolder, taken: region.spools.taken, patience: .zero)
        #expect(try hasty.take().names == ["a.xml"])
        guard case .refused = hasty.work(on: "a.xml", with: region.outbound) else {
            Issue.record("not refused")
            return
        }
        #expect(try codes("a.refused.json") == ["R012"] && TestSide.count(region.spools.outbound) == 0)
        unlink(region.folder.file("second"))
        try write(Notice().bytes, "b.xml")
        #expect(try round() == ["b.xml": "accepted"])
    }

    @Test("A file of a user who may not write in the folder is refused; where the group may, it is taken", .enabled(if: geteuid() == 0))
    func foreignOwner() throws {
        for (mode, outcome) in [(mode_t(0o700), "refused"), (0o770, "accepted")] {
            try write(Notice().bytes, "a.xml")
            #expect(chown(path("a.xml"), 12_345, 12_345) == 0 && chmod(region.submitFolder, mode) == 0)
            #expect(try round() == ["a.xml": outcome])
        }
        #expect(try codes("a.refused.json") == ["R012"])
    }

    @Test(
        "From another file system a file is copied; what is no plain file is left and counted", .enabled(if: access("/dev/shm", W_OK) == 0))
    func otherFileSystem() throws {
        let far = "/dev/shm/sluss-drop-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        #expect(mkdir(far, 0o700) == 0)
        defer { try? FileManager.default.removeItem(atPath: far) }
        let drop = try DropFolder(folder: far, taken: region.spools.taken)
        let notice = Notice()
        try Data(notice.bytes).write(to: URL(filePath: far + "/a.xml"))
        try Data("<a/>".utf8).write(to: URL(filePath: far + "/b.xml"))
        #expect(symlink("/etc/hostname", far + "/c.xml") == 0)
        let look = try drop.take()
        #expect(look.names == ["a.xml", "b.xml"] && look.stuck == 1)
        #expect(try Data(contentsOf: URL(filePath: region.spools.taken + "/a.xml")) == Data(notice.bytes))
        for name in look.names { _ = drop.work(on: name, with: region.outbound) }
        let names = try FileManager.default.contentsOfDirectory(atPath: far).sorted()
        #expect(names == ["a.accepted.json", "b.refused.json", "b.xml.refused", "c.xml"])
        #expect(try Data(contentsOf: URL(filePath: far + "/b.xml.refused")) == Data("<a/>".utf8))
    }
}
