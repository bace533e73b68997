import Foundation
import Glibc
import Testing

@testable import Spooling

/// Files that belong to a message, and requests too long for memory.
@Suite struct EnclosureTests {
    let scratch = Scratch()
    /// Longer than one piece, and not a multiple of it.
    private let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

    private func content(_ bytes: [UInt8]) -> SpoolContent {
        SpoolContent(length: bytes.count) { offset, buffer in
            let count = min(buffer.count, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<(offset + count)])
            return count
        }
    }

    private func enclosed(_ bytes: [UInt8], as name: String = "b-1") -> EnclosedContent {
        let sha256 = Checksum.hex(Checksum.sha256(bytes))
        return EnclosedContent(Enclosure(name: name, mediaType: "application/pdf", length: bytes.count, sha256: sha256), content(bytes))
    }

    private func consignment(_ enclosures: [EnclosedContent], copies: Int = 2) -> Consignment {
        var consignment = Consignment(
            body: Sample.body, envelopes: (0..<copies).map { _ in Sample.envelope() }, key: "key", content: "c0ffee",
            record: Sample.submitted())
        consignment.enclosures = enclosures
        return consignment
    }

    private func read(_ file: HeldFile) throws -> [UInt8] { try file.first(.max) }

    @Test("Every copy has every file, under names of ours, and a file is on disk once")
    func copies() throws {
        let spool = try scratch.spool()
        guard case .stored(let entries) = try spool.submit(consignment([enclosed(bytes, as: "../x"), enclosed([1, 2, 3])])) else {
            Issue.record("not stored")
            return
        }
        for entry in entries {
            #expect(entry.envelope.enclosures.map(\.name) == ["../x", "b-1"])
            let again = try #require(try scratch.spool().entry(entry.id))
            #expect(again.envelope == entry.envelope)
            let files = try spool.enclosures(of: again)
            #expect(try files.map(read) == [bytes, [1, 2, 3]])
            var status = stat()
            #expect(stat(scratch.file(.ready, entry.id, "bilaga-1"), &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(status.st_nlink == 2)
            try spool.verify(entry.id, in: .ready)
        }
    }

    @Test("What is not what it was said to be is not taken, and leaves nothing", arguments: [699_999, 700_001])
    func changed(length: Int) throws {
        let spool = try scratch.spool()
        let short = length < bytes.count
        let lying = EnclosedContent(
            Enclosure(name: "b", mediaType: "text/plain", length: bytes.count, sha256: String(repeating: "0", count: 64)),
            short
                ? SpoolContent(length: bytes.count) { offset, buffer in offset < length ? min(buffer.count, length - offset) : 0 }
                : content(bytes))
        do throws(SpoolError) {
            _ = try spool.submit(consignment([lying]))
            Issue.record("taken")
        } catch {
            #expect(error.code == .contentChanged && error.isTemporary)
        }
        _ = try spool.recover(at: Sample.noon, holding: try spool.lock())
        #expect(scratch.names("ready").isEmpty && scratch.names("incoming").isEmpty && scratch.names("seen").isEmpty)
        #expect(spool.health.isHealthy)
    }

    @Test(
        "A file that is missing, torn, longer or flipped sends the message to corrupt", arguments: ["missing", "torn", "longer", "flipped"])
    func damage(kind: String) throws {
        let spool = try scratch.spool()
        guard case .stored(let entries) = try spool.submit(consignment([enclosed(bytes)], copies: 1)) else { return }
        let path = scratch.file(.ready, entries[0].id, "bilaga-1")
        switch kind {
        case "missing": unlink(path)
        case "torn": truncate(path, 700_000)
        case "longer": truncate(path, 700_002)
        default:
            var changed = bytes
            changed[500_000] ^= 1
            try scratch.write(changed, path)
        }
        #expect(throws: SpoolError.self) { try spool.enclosures(of: entries[0]) }
        #expect(try spool.list(.corrupt) == [entries[0].id])
    }

    @Test("A request of any length is stored once, checked, and the same when it is read again")
    func request() throws {
        let spool = try scratch.spool()
        let id = try spool.put(in: .inflight)
        #expect(try spool.storedRequest(of: id, in: .inflight)?.contentType == nil)
        let first = try spool.attachRequest(contentType: "a/b", content(bytes), to: id, in: .inflight)
        #expect(try read(first.content) == bytes)
        let second = try spool.attachRequest(contentType: "a/b", content(bytes), to: id, in: .inflight)
        #expect(try read(second.content) == bytes)
        let stored = try #require(try spool.storedRequest(of: id, in: .inflight))
        #expect(try stored.contentType == "a/b" && read(stored.content) == bytes)
        #expect(try spool.attachment(.request, of: id, in: .inflight)?.bytes == bytes, "the form that was always used")
        do throws(SpoolError) {
            _ = try spool.attachRequest(contentType: "a/b", content([1]), to: id, in: .inflight)
            Issue.record("another request was taken")
        } catch {
            #expect(error.code == .attachmentDiffers)
        }
        var torn = try scratch.read(scratch.file(.inflight, id, "request.as4"))
        torn[torn.count - 5] ^= 1
        try scratch.write(torn, scratch.file(.inflight, id, "request.as4"))
        #expect(throws: SpoolError.self) { try spool.storedRequest(of: id, in: .inflight) }
        #expect(try spool.locate(id) == .corrupt)
    }

    @Test("Scratch has no name, is read anywhere, and keeps the disk's reserve")
    func scratchFiles() throws {
        let asked = Box<[Int]>([])
        let folder = try ScratchFolder(path: scratch.path + "/scratch") { asked.add($0) }
        let file = try folder.makeFile()
        for start in stride(from: 0, to: bytes.count, by: 100_000) {
            try bytes[start..<min(start + 100_000, bytes.count)].withUnsafeBytes { try file.append($0) }
        }
        let finished = file.finished()
        #expect(try read(finished) == bytes && finished.sha256().digest == Checksum.hex(Checksum.sha256(bytes)))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/scratch").isEmpty)
        #expect(asked.value == [0, ScratchFile.reserveStep])
        let full = try ScratchFolder(path: scratch.path + "/scratch") { bytes throws(SpoolError) in
            if bytes > 0 { throw SpoolError(.reserveReached, SpoolPlace()) }
        }
        #expect(throws: SpoolError.self) { try [UInt8](repeating: 1, count: 8).withUnsafeBytes { try full.makeFile().append($0) } }
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: scratch.path + "/scratch")
        #expect(throws: SpoolError.self) { _ = try ScratchFolder(path: scratch.path + "/link") { _ in } }
    }
}
