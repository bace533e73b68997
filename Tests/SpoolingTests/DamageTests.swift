import Foundation
import Glibc
import Testing

@testable import Spooling

@Suite struct DamageTests {
    let scratch = Scratch()
    static let names = ["message.xml", "envelope.json", "history.jsonl", "request.as4", "receipt.as4"]

    /// A message with all five files and three records, in deferred.
    private func full(_ spool: Spool) throws -> MessageID {
        let body = (0..<700).map { UInt8($0 % 251) }
        let id = try spool.submit(body: body, envelope: Sample.envelope(), record: Sample.submitted()).id
        try expectSetUp(try spool.claim(id, from: .ready))
        try spool.attach(.request, Sample.request, to: id, in: .inflight)
        try spool.attach(.receipt, Sample.receipt, to: id, in: .inflight)
        try spool.move(id, from: .inflight, to: .deferred, record: Sample.deferred(1))
        for attempt in 2...3 { try spool.append(Sample.deferred(attempt), to: id, in: .deferred) }
        try spool.verify(id, in: .deferred)
        return id
    }

    /// Whether the damage is found. In `corrupt` a check moves nothing, so that one entry serves for thousands of trials.
    private func isFound(_ spool: Spool, _ id: MessageID) -> Bool {
        do throws(SpoolError) {
            try spool.verify(id, in: .corrupt)
            return false
        } catch {
            return error.code == .corrupt
        }
    }

    private func overwrite(_ bytes: [UInt8], _ path: String) {
        let file = open(path, O_WRONLY | O_TRUNC)
        _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
    }

    @Test("2 000 random flipped bits in any file of a message are all found")
    func flips() throws {
        let spool = try scratch.spool()
        let id = try full(spool)
        rename("\(scratch.root)/deferred/\(id)", "\(scratch.root)/corrupt/\(id)")
        #expect(!isFound(spool, id))
        var random = SeededRandom(2_000)
        var missed: [String] = []
        for _ in 0..<2_000 {
            let name = Self.names.randomElement(using: &random)!
            let path = scratch.file(.corrupt, id, name)
            let bytes = try scratch.read(path)
            let (index, bit) = (Int.random(in: 0..<bytes.count, using: &random), Int.random(in: 0..<8, using: &random))
            var flipped = bytes
            flipped[index] ^= 1 << UInt8(bit)
            overwrite(flipped, path)
            if !isFound(spool, id) { missed.append("\(name) byte \(index) bit \(bit)") }
            overwrite(bytes, path)
        }
        #expect(missed.isEmpty)
        #expect(!isFound(spool, id))
    }

    @Test("Every bit of the last line of a history and of its end is watched")
    func lastLine() throws {
        let (first, second) = (Sample.deferred(1), Sample.deferred(2))
        var file = HistoryFile(check: "seed")
        let one = file.addition(first)
        file = try HistoryFile.read(one, seed: "seed")
        let bytes = one + file.addition(second)
        for index in one.count..<bytes.count {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << UInt8(bit)
                #expect(throws: EntryFault.self, "byte \(index) bit \(bit)") { try HistoryFile.read(flipped, seed: "seed") }
            }
        }
    }

    @Test("A file cut at every 64th byte, emptied, extended or removed is found", arguments: names)
    func cuts(name: String) throws {
        let spool = try scratch.spool()
        let id = try full(spool)
        let before = try #require(try spool.entry(id)?.history)
        rename("\(scratch.root)/deferred/\(id)", "\(scratch.root)/corrupt/\(id)")
        let path = scratch.file(.corrupt, id, name)
        let bytes = try scratch.read(path)
        for length in Array(stride(from: 0, to: bytes.count, by: 64)) + [bytes.count - 1] {
            overwrite(Array(bytes.prefix(length)), path)
            if name == "history.jsonl" {
                // A torn end is no damage: what is left is a shorter history, never a wrong one.
                let history = try #require(try spool.entry(id, in: .corrupt)?.history)
                #expect(Array(before.prefix(history.count)) == history && (history.count < before.count || length == bytes.count - 1))
            } else {
                #expect(isFound(spool, id), "\(length)")
            }
        }
        for extra in [[UInt8(0)], [10], Array("{}\n".utf8), [UInt8](repeating: 0x20, count: 5_000)]
        where name != "history.jsonl" || extra.last == 10 {
            overwrite(bytes + extra, path)
            #expect(isFound(spool, id), "+\(extra.count)")
        }
        unlink(path)
        #expect(isFound(spool, id) == !name.hasSuffix(".as4"))
    }

    @Test("A torn last record is dropped, cut away by the next append, and the chain goes on", arguments: [1, 20, 100])
    func torn(kept: Int) throws {
        let spool = try scratch.spool()
        let id = try full(spool)
        let path = scratch.file(.deferred, id, "history.jsonl")
        let bytes = try scratch.read(path)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: bytes.prefix(kept))
        try file.close()
        #expect(try spool.entry(id)?.history.count == 4)
        try spool.append(HistoryRecord(at: Sample.noon, event: .viewed), to: id, in: .deferred)
        #expect(try spool.entry(id)?.history.map(\.event) == [.submitted, .deferred, .deferred, .deferred, .viewed])
        try spool.verify(id, in: .deferred)
    }

    @Test("A last record that lost only its line end is kept and the next one begins a new line")
    func lineEnd() throws {
        let spool = try scratch.spool()
        let id = try full(spool)
        let path = scratch.file(.deferred, id, "history.jsonl")
        truncate(path, off_t(try scratch.read(path).count - 1))
        try spool.append(HistoryRecord(at: Sample.noon, event: .viewed), to: id, in: .deferred)
        #expect(try spool.entry(id)?.history.count == 5)
    }

    @Test("An append that a power cut left as zeros is dropped")
    func zeros() throws {
        let line = HistoryFile(check: "s").addition(Sample.deferred(1))
        for tail in [[UInt8](repeating: 0, count: 300), Array(line.prefix(40)) + [0, 0, 0]] {
            let file = try HistoryFile.read(line + tail, seed: "s")
            #expect(file.records.count == 1 && file.intactLength == line.count && file.isTorn)
        }
    }

    @Test("An intact file of another message is damage too", arguments: names)
    func foreign(name: String) throws {
        let spool = try scratch.spool()
        let (mine, other) = (try full(spool), try full(spool))
        overwrite(try scratch.read(scratch.file(.deferred, other, name)), scratch.file(.deferred, mine, name))
        if name == "message.xml" { overwrite([1], scratch.file(.deferred, mine, name)) }
        let error = #expect(throws: SpoolError.self) { try spool.verify(mine, in: .deferred) }
        #expect(error?.code == .corrupt)
        #expect(try spool.places(of: mine) == [.corrupt])
    }

    @Test("A damaged message goes to corrupt as found, with a note; an operator may release it once it is whole again")
    func quarantine() throws {
        let spool = try scratch.spool()
        let id = try full(spool)
        let path = scratch.file(.deferred, id, "message.xml")
        let bytes = try scratch.read(path)
        let history = try scratch.read(scratch.file(.deferred, id, "history.jsonl"))
        truncate(path, 699)
        let error = #expect(throws: SpoolError.self) { try spool.body(of: id, in: .deferred) }
        #expect(error?.code == .corrupt && error?.place.description == "deferred/\(id)/message.xml" && error?.detail == "length-differs")
        #expect(try scratch.read(scratch.file(.corrupt, id, "history.jsonl")) == history)
        #expect(try scratch.read(scratch.file(.corrupt, id, "message.xml")) == Array(bytes.prefix(699)))
        let summary = try #require(try spool.summary(of: id, in: .corrupt))
        #expect(summary.recent.map(\.event) == [.corrupted] && summary.recent[0].from == .deferred)

        let release = HistoryRecord(at: Sample.noon, event: .released) { $0.actor = "anna" }
        #expect(throws: SpoolError.self) { try spool.move(id, from: .corrupt, to: .held, record: release) }
        #expect(try spool.places(of: id) == [.corrupt])
        overwrite(bytes, scratch.file(.corrupt, id, "message.xml"))
        try spool.move(id, from: .corrupt, to: .held, record: release)
        #expect(try spool.body(of: id, in: .held) == bytes)
        #expect(spool.health.isHealthy)
    }

    @Test("A damaged envelope stops a move, and the message is in corrupt, not half moved")
    func moveDamaged() throws {
        let spool = try scratch.spool()
        let id = try full(spool)
        overwrite([], scratch.file(.deferred, id, "envelope.json"))
        let error = #expect(throws: SpoolError.self) {
            try spool.move(id, from: .deferred, to: .held, record: HistoryRecord(at: Sample.noon, event: .held))
        }
        #expect(error?.code == .corrupt)
        #expect(try spool.places(of: id) == [.corrupt])
    }
}
