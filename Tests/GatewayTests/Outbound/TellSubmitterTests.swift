import Foundation
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Telling the submitter")
struct TellSubmitterTests {
    private let region: TestSide
    private let step: TellSubmitter

    init() throws {
        region = try TestSide()
        step = TellSubmitter(spools: region.spools, ledger: region.ledger, folder: region.submitFolder)
    }

    private func fail(_ id: MessageID, _ code: String = "EBMS:0010") throws {
        let record = HistoryRecord(at: Date(), event: .failed) { ($0.code, $0.reason) = (code, "why") }
        try region.spools.outbound.move(id, from: .ready, to: .failed, record: record)
    }

    /// Submits under a name, with the answer beside it that the drop folder gives.
    private func submit(_ notice: Notice, as name: String) throws -> Submission {
        let submission = try region.outbound.submit(notice.bytes, named: name)
        let answer = try #require(DropName(name)).answer(.accepted)
        try Data(try SubmissionAnswer(submission, file: name).json()).write(to: URL(filePath: "\(region.submitFolder)/\(answer)"))
        return submission
    }

    private func notice(_ name: String) throws -> [String: Any] {
        let path = "\(region.submitFolder)/\(name)"
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any])
    }

    @Test("A message from the drop folder that failed is told of beside it, once, with code, reason and what to do")
    func tells() throws {
        let notice = Notice()
        let id = try #require(try submit(notice, as: "vård 7.xml").copies.first?.id)
        #expect(try !step.run(id, at: Date()), "nothing has failed")
        try fail(id)
        #expect(try step.run(id, at: Date()))
        let told = try self.notice("vård 7.failed.json")
        #expect(told["status"] as? String == "failed" && told["file"] as? String == "vård 7.xml" && told["type"] as? String == "M01")
        #expect(told["business_message_id"] as? String == notice.messageID && told["remedy_sv"] as? String != nil)
        let copy = try #require((told["copies"] as? [[String: Any]])?.first)
        #expect(copy["id"] as? String == "\(id)" && copy["code"] as? String == "EBMS:0010" && copy["reason"] as? String == "why")

        try FileManager.default.removeItem(atPath: "\(region.submitFolder)/vård 7.failed.json")
        #expect(try !step.run(id, at: Date()), "the history says that it was told, though the file was taken away")
        #expect(try region.outboundEntry(id)?.lastCode == "EBMS:0010", "the reason of the failure is still the newest")
    }

    @Test("What failed at two receivers names both, and a third that was delivered does not appear")
    func several() throws {
        let copies = try submit(Notice(to: [.kommunUnit, .neighbourUnit, .regionUnit]), as: "a.xml").copies
        try fail(copies[0].id)
        #expect(try step.run(copies[0].id, at: Date()))
        #expect((try notice("a.failed.json")["copies"] as? [Any])?.count == 1)
        try fail(copies[1].id)
        #expect(try step.run(copies[1].id, at: Date()))
        let partners = (try notice("a.failed.json")["copies"] as? [[String: Any]] ?? []).compactMap { $0["partner"] as? String }
        #expect(partners.sorted() == ["kommun", "provkommun"])
    }

    @Test("Nothing of the name lies in the spool, also not after a restart, and still the answer finds its place", arguments: [7, 230])
    func unnamed(length: Int) throws {
        let stem = "Tilda 201203159809 " + String(repeating: "x", count: length)
        let id = try #require(try submit(Notice(), as: "\(stem).xml").copies.first?.id)
        let envelope = try Data(contentsOf: URL(filePath: "\(region.spools.outbound.root)/ready/\(id)/envelope.json"))
        for word in ["Tilda", "201203159809", "xxxxx"] { #expect(envelope.range(of: Data(word.utf8)) == nil) }
        try fail(id)
        let reopened = try Spools(root: region.spools.root, create: false)
        let again = TellSubmitter(spools: reopened, ledger: try reopened.ledger(), folder: region.submitFolder)
        #expect(try again.run(id, at: Date()))
        let names = try FileManager.default.contentsOfDirectory(atPath: region.submitFolder).filter { $0.hasSuffix(".failed.json") }
        #expect(names.count == 1 && names[0].hasPrefix("Tilda"))
        #expect(try notice(names[0])["file"] as? String == (length < 100 ? "\(stem).xml" : nil))
    }

    @Test("When the submitter has taken the acceptance away, the answer is named by the message's own id")
    func takenAway() throws {
        let message = Notice()
        let id = try #require(try submit(message, as: "a.xml").copies.first?.id)
        try FileManager.default.removeItem(atPath: "\(region.submitFolder)/a.accepted.json")
        try Data("{}".utf8).write(to: URL(filePath: "\(region.submitFolder)/b.accepted.json"))
        try fail(id)
        #expect(try step.run(id, at: Date()))
        let told = try notice("\(message.messageID).failed.json")
        #expect(told["file"] == nil && told["business_message_id"] as? String == message.messageID)
    }

    @Test("A spool of a version that kept the name is told of by it")
    func olderSpool() throws {
        var envelope = Envelope(id: region.spools.newID(at: Date()), createdAt: Date(), type: "M01", partner: "kommun")
        envelope.attributes[.submittedAs] = "old.xml"
        _ = try region.spools.outbound.submit(body: [1], envelope: envelope, record: HistoryRecord(at: Date(), event: .submitted))
        try fail(envelope.id)
        #expect(try step.run(envelope.id, at: Date()))
        #expect(try notice("old.failed.json")["file"] as? String == "old.xml")
    }

    @Test("Tried again and failed again, it is told again")
    func again() throws {
        let id = try #require(try submit(Notice(), as: "a.xml").copies.first?.id)
        try fail(id)
        #expect(try step.run(id, at: Date()))
        try region.spools.outbound.move(id, from: .failed, to: .ready, record: HistoryRecord(at: Date(), event: .retried))
        #expect(try !step.run(id, at: Date()))
        try fail(id, "R010")
        #expect(try step.run(id, at: Date()))
        #expect((try notice("a.failed.json")["copies"] as? [[String: Any]])?.first?["code"] as? String == "R010")
    }

    @Test("A message that came by command has nobody to tell; a name that is no file name is not written to")
    func nobody() throws {
        let id = try region.queue()
        try fail(id)
        #expect(try !step.run(id, at: Date()))
        var envelope = Envelope(id: region.spools.newID(at: Date()), createdAt: Date(), type: "M01", partner: "kommun")
        envelope.attributes[.submittedAs] = "../../evil.xml"
        _ = try region.spools.outbound.submit(body: [1], envelope: envelope, record: HistoryRecord(at: Date(), event: .submitted))
        try fail(envelope.id)
        #expect(try !step.run(envelope.id, at: Date()))
    }

    @Test("When the notice cannot be written nothing is noted, and it is given later")
    func folderGone() throws {
        let id = try #require(try submit(Notice(), as: "a.xml").copies.first?.id)
        try fail(id)
        try FileManager.default.moveItem(atPath: region.submitFolder, toPath: region.submitFolder + ".away")
        #expect(throws: FileTrouble.self) { try step.run(id, at: Date()) }
        try FileManager.default.moveItem(atPath: region.submitFolder + ".away", toPath: region.submitFolder)
        #expect(try step.run(id, at: Date()))
    }
}
