import Foundation
import Glibc
import TestSupport
import Testing

@testable import Gateway

@Suite("Files outside the spool")
struct FileSystemTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder("files") }

    @Test("A written file is private and whole, replaces what was there, and leaves nothing beside it")
    func writes() throws {
        for content in ["first", "second"] { try FileSystem.writeDurably(Array(content.utf8), to: folder.file("a")) }
        #expect(try folder.bytes(of: "a") == Array("second".utf8))
        #expect(try folder.names() == ["a"])
        var status = stat()
        #expect(stat(folder.file("a"), &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test("Without replacing, what is there stays, and nothing is left beside it")
    func noReplace() throws {
        try FileSystem.writeDurably([1], to: folder.file("a"), replacing: false)
        let trouble = #expect(throws: FileTrouble.self) { try FileSystem.writeDurably([2], to: folder.file("a"), replacing: false) }
        #expect(trouble?.errno == EEXIST)
        #expect(try folder.bytes(of: "a") == [1])
        #expect(try folder.names() == ["a"])
        try folder.write([3], to: "b")
        #expect(throws: FileTrouble.self) { try FileSystem.rename(folder.file("b"), to: folder.file("a"), replacing: false) }
        #expect(try folder.names() == ["a", "b"])
    }

    @Test("A folder that stops giving names half-way is trouble, not a short list")
    func halfListed() throws {
        for name in ["a", "b", "c"] { try folder.write([1], to: name) }
        var read = 0
        let trouble = #expect(throws: FileTrouble.self) {
            try FileSystem.listing(of: folder.path) { stream in
                read += 1
                guard read > 2 else { return readdir(stream) }
                errno = EIO
                return nil
            }
        }
        #expect(trouble?.errno == EIO && trouble?.operation == "list")
        #expect(try FileSystem.names(in: folder.path) == ["a", "b", "c"])
    }

    @Test("Files that appear together are whole, private and in their order")
    func together() throws {
        try folder.write([9], to: "a.xml")
        try FileSystem.writeDurably([([1], "a.json"), ([2], "a.xml")], in: folder.path)
        #expect(try folder.names() == ["a.json", "a.xml"])
        #expect(try folder.bytes(of: "a.json") == [1] && folder.bytes(of: "a.xml") == [2])
    }

    @Test("A write that fails leaves nothing behind")
    func fails() throws {
        _ = try folder.makeFolder("a")
        #expect(throws: FileTrouble.self) { try FileSystem.writeDurably([1], to: folder.file("a")) }
        #expect(throws: FileTrouble.self) { try FileSystem.writeDurably([1], to: folder.file("missing/a")) }
        #expect(try folder.names() == ["a"])
    }

    @Test("Reading stops at the limit and takes only regular files")
    func reads() throws {
        try folder.write([1, 2, 3, 4], to: "a")
        #expect(try FileSystem.read(folder.file("a"), limit: 10) == [1, 2, 3, 4])
        #expect(try FileSystem.read(folder.file("a"), limit: 2) == [1, 2])
        #expect(symlink(folder.file("a"), folder.file("link")) == 0 && mkfifo(folder.file("pipe"), 0o600) == 0)
        for (name, code) in [("link", ELOOP), ("pipe", EINVAL), (".", EINVAL), ("missing", ENOENT)] {
            let trouble = #expect(throws: FileTrouble.self) { try FileSystem.read(folder.file(name), limit: 10) }
            #expect(trouble?.errno == code, "\(name)")
        }
    }

    @Test("A file counts as complete when nobody has it open for writing")
    func complete() throws {
        let path = try folder.write([1], to: "a")
        #expect(FileSystem.isComplete(path))
        let writer = open(path, O_WRONLY)
        #expect(!FileSystem.isComplete(path))
        close(writer)
        let reader = open(path, O_RDONLY)
        defer { close(reader) }
        #expect(FileSystem.isComplete(path))
        #expect(!FileSystem.isComplete(folder.file("missing")))
    }

    @Test("The folder of a path", arguments: [("/a/b", "/a"), ("/a", "/"), ("a", "."), ("/a/b/c", "/a/b")])
    func folderOf(_ path: String, _ expected: String) { #expect(FileSystem.folder(of: path) == expected) }

    @Test("A spool opened by many at once has one key for its ledger, private and kept")
    func oneKey() async throws {
        let pool = BlockingPool(threadCount: 8)
        let root = folder.file("spool")
        _ = try Spools(root: root, create: true)
        try FileManager.default.removeItem(atPath: root + "/ledger.key")
        let keys = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try await pool.run { try Spools(root: root, create: true).secret } } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        await pool.stop()
        #expect(keys.count == 1 && keys.first?.count == 32)
        #expect(try Spools(root: root, create: false).secret == keys.first)
        try folder.write([1, 2, 3], to: "spool/ledger.key")
        #expect(throws: FileTrouble.self) { try Spools(root: root, create: true) }
        #expect(throws: (any Error).self) { try Spools(root: folder.file("none"), create: false) }
    }
}
