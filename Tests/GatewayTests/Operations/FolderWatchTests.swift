import Foundation
import TestSupport
import Testing

@testable import Gateway

@Suite("Watched folder", .timeLimit(.minutes(1)))
struct FolderWatchTests {
    @Test("What is renamed into a folder, or written there and closed, is told of with the folder's path")
    func tells() async throws {
        let folder = try TemporaryFolder("watch")
        let (one, two) = (try folder.makeFolder("one"), try folder.makeFolder("two"))
        let watch = try FolderWatch(paths: [one, two])
        var changes = watch.changes.makeAsyncIterator()
        try folder.write([1], to: "two/a")
        #expect(await changes.next() == two)
        try folder.write([1], to: "a.part")
        try FileManager.default.moveItem(atPath: folder.file("a.part"), toPath: one + "/a")
        // Writing a file may be more than one event, so the first folder may be named again before the second.
        var next = await changes.next()
        while next == two { next = await changes.next() }
        #expect(next == one)
        watch.stop()
        watch.stop()
        while next != nil { next = await changes.next() }
    }

    @Test("A folder that is not there cannot be watched; its user is told once and goes on")
    func missing() throws {
        let folder = try TemporaryFolder("watch")
        #expect(throws: WatchFailure.self) { try FolderWatch(paths: [folder.path, folder.file("missing")]) }
        try folder.write([1], to: "file")
        #expect(throws: WatchFailure.self) { try FolderWatch(paths: [folder.file("file")]) }
        let log = CollectedLog()
        #expect(FolderWatch.watching(folder.file("missing"), log: log.log) == nil)
        #expect(log.lines.count == 1 && log.text.contains("folder not watched"))
    }

    @Test("A watch that is let go leaves no descriptor open")
    func descriptors() async throws {
        let folder = try TemporaryFolder("watch")
        func count() -> Int {
            let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
            return open.count {
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?.contains("inotify") == true
            }
        }
        let before = count()
        for _ in 0..<20 { try FolderWatch(paths: [folder.path]).stop() }
        #expect(try await eventually { count() <= before })
    }
}
