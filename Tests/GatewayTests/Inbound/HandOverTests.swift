import Foundation
import Glibc
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Hand-over")
struct HandOverTests {
    private let kommun: TestSide
    private let step: HandOver
    private let id: MessageID

    init() throws {
        let region = try TestSide()
        kommun = try TestSide(.kommun)
        step = HandOver(spool: kommun.spools.inbound, folder: kommun.inboxFolder)
        _ = kommun.inbound.receive(try region.request(), from: "region")
        id = try #require(try kommun.spools.inbound.list(.ready).first)
    }

    private var entry: SpoolEntry? { get throws { try kommun.spools.inbound.entry(id) } }
    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: kommun.inboxFolder).sorted() }

    @Test("The message is given as it was signed, with a note that holds no content, both private, and ends in done")
    func gives() throws {
        #expect(try step.run(id, from: .ready, at: Date()))
        #expect(try names() == ["\(id).json", "\(id).xml"])
        #expect(try entry?.state == .done && entry?.history.last?.event == .handedOver)
        let body = [UInt8](try Data(contentsOf: URL(filePath: "\(kommun.inboxFolder)/\(id).xml")))
        #expect(try body == kommun.spools.inbound.body(of: id, in: .done))
        let note = String(decoding: try Data(contentsOf: URL(filePath: "\(kommun.inboxFolder)/\(id).json")), as: UTF8.self)
        #expect(note.contains("\"from\":\"region\"") && note.contains("\"id\":\"\(id)\"") && !note.contains("2012"))
        for name in try names() {
            var status = stat()
            #expect(stat("\(kommun.inboxFolder)/\(name)", &status) == 0 && status.st_mode & 0o777 == 0o600)
        }
        #expect(try !step.run(id, from: .ready, at: Date()), "not twice")
    }

    @Test("A missing folder loses nothing: the message waits with the reason, and is given when the folder is back")
    func folderMissing() throws {
        try FileManager.default.moveItem(atPath: kommun.inboxFolder, toPath: kommun.inboxFolder + ".away")
        let now = Date()
        let trouble = #expect(throws: FileTrouble.self) { try step.run(id, from: .ready, at: now) }
        #expect(trouble?.errno == ENOENT)
        let waiting = try #require(try entry)
        #expect(waiting.state == .deferred && waiting.lastCode == "R008" && waiting.attempts == 1)
        #expect(try #require(waiting.nextTryAt) > now)
        #expect(throws: FileTrouble.self) { try step.run(id, from: .deferred, at: now) }
        #expect(try entry?.attempts == 2)
        try FileManager.default.moveItem(atPath: kommun.inboxFolder + ".away", toPath: kommun.inboxFolder)
        #expect(try step.run(id, from: .deferred, at: now))
        #expect(try entry?.state == .done && names().count == 2)
    }

    @Test("When the second file fails the note lies there already, and the next try completes the pair")
    func secondFileFails() throws {
        #expect(mkdir("\(kommun.inboxFolder)/\(id).xml", 0o700) == 0)
        #expect(throws: FileTrouble.self) { try step.run(id, from: .ready, at: Date()) }
        #expect(try entry?.state == .deferred)
        #expect(try names() == ["\(id).json", "\(id).xml"])
        #expect(rmdir("\(kommun.inboxFolder)/\(id).xml") == 0)
        #expect(try step.run(id, from: .deferred, at: Date()))
        #expect(try Data(contentsOf: URL(filePath: "\(kommun.inboxFolder)/\(id).xml")).count > 1_000)
    }

    @Test("A crash between the files and the note of it gives the same id again")
    func crash() throws {
        #expect(try kommun.spools.inbound.claim(id, from: .ready))
        try Data([1]).write(to: URL(filePath: "\(kommun.inboxFolder)/\(id).json"))
        let lock = try kommun.spools.inbound.lock()
        #expect(try kommun.spools.inbound.recover(at: Date(), holding: lock).returned == [id])
        #expect(try step.run(id, from: .ready, at: Date()))
        #expect(try names() == ["\(id).json", "\(id).xml"])
        #expect(try Data(contentsOf: URL(filePath: "\(kommun.inboxFolder)/\(id).json")).count > 50)
    }

    @Test("What an attempt of this process left in flight is carried to its end")
    func leftover() throws {
        #expect(try kommun.spools.inbound.claim(id, from: .ready))
        #expect(try step.run(id, from: .inflight, at: Date()))
        #expect(try entry?.state == .done)
    }

    @Test("A damaged message is set aside and not given")
    func damaged() throws {
        let path = "\(kommun.spools.inbound.root)/ready/\(id)/message.xml"
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        bytes[100] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
        let error = #expect(throws: SpoolError.self) { try step.run(id, from: .ready, at: Date()) }
        #expect(error?.code == .corrupt)
        #expect(try names().isEmpty)
        #expect(try kommun.spools.inbound.list(.corrupt) == [id])
    }
}
