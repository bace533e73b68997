import AS4
import CareMessages
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

/// A remiss with files, from the kommun to the region, through every step but the network.
@Suite("Attachments on their way")
struct AttachmentFlowTests {
    private let kommun: TestSide
    private let region: TestSide
    private let folder: TemporaryFolder
    /// One that stays in memory and one that does not; the second does not shrink.
    private let contents = [Array("Hjälpmedelslista".utf8), (0..<900_001).map { _ in UInt8.random(in: 0...255) }]

    init() throws {
        (kommun, region) = (try TestSide(.kommun), try TestSide(.region))
        folder = try TemporaryFolder("attachments")
    }

    private func remiss(declaring contents: [[UInt8]]) -> [UInt8] {
        let text = ExampleMessage(
            .remiss, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased()
        ).xml
        let declared = contents.enumerated().map { index, bytes in
            "<sam:Bilaga><sam:Bilageid>b-\(index + 1)</sam:Bilageid><sam:Mediatyp>application/pdf</sam:Mediatyp>"
                + "<sam:Storlek>\(bytes.count)</sam:Storlek><sam:Sha256>\(Digest.sha256(bytes).hexadecimal)</sam:Sha256></sam:Bilaga>"
        }
        return Array(text.replacing("</sam:Kuvert>", with: declared.joined() + "</sam:Kuvert>").utf8)
    }

    private func files(_ contents: [[UInt8]]) throws -> [SubmittedFile] {
        try contents.enumerated().map { index, bytes in
            try SubmittedFile(id: "b-\(index + 1)", file: HeldFile(path: folder.write(bytes, to: UUID().uuidString)))
        }
    }

    private func queued() throws -> MessageID {
        let submission = try kommun.outbound.submit(SubmittedMessage(remiss(declaring: contents), with: files(contents)))
        return try #require(submission.copies.first?.id, "\(submission.findings.map(\.rule))")
    }

    @Test("The files arrive as they were, beside the message and under names of ours; a repetition leaves no second copy")
    func wholeWay() throws {
        let prepared = try kommun.prepared(try queued())
        #expect(prepared.request.body is FileSource, "a large request is not held in memory")
        let answer = region.inbound.receive(prepared.request, from: "kommun")
        guard case .stored(let id, "M17") = answer.event else {
            Issue.record("\(answer.event)")
            return
        }
        let verdict = JudgeAnswer(parts: kommun.parts)
            .run(HTTPAnswer(status: 200, contentType: answer.entity.contentType, body: answer.entity.body), to: prepared, at: Date())
        guard case .receipt = verdict else {
            Issue.record("\(verdict)")
            return
        }
        guard case .repeated(id) = region.inbound.receive(prepared.request, from: "kommun").event else {
            Issue.record("not known again")
            return
        }
        #expect(try HandOver(spool: region.spools.inbound, folder: region.inboxFolder).run(id, from: .ready, at: Date()))
        for (index, bytes) in contents.enumerated() {
            #expect(try Data(contentsOf: URL(filePath: "\(region.inboxFolder)/\(id).bilaga-\(index + 1)")) == Data(bytes))
        }
        let note = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: "\(region.inboxFolder)/\(id).json")))
        let attachments = (note as? [String: Any])?["attachments"] as? [[String: Any]]
        #expect(attachments?.compactMap { $0["file"] as? String } == ["\(id).bilaga-1", "\(id).bilaga-2"])
        #expect(attachments?.compactMap { $0["id"] as? String } == ["b-1", "b-2"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: region.inboxFolder).count == 4)
        #expect(try FileManager.default.contentsOfDirectory(atPath: region.spools.root + "/scratch").isEmpty)
    }

    @Test("A file that shrinks to almost nothing arrives all the same")
    func dense() throws {
        let zeros = [UInt8](repeating: 0, count: 5_000_000)
        let submission = try kommun.outbound.submit(SubmittedMessage(remiss(declaring: [zeros]), with: files([zeros])))
        let prepared = try kommun.prepared(try #require(submission.copies.first?.id, "\(submission.findings.map(\.rule))"))
        guard case .stored(let id, "M17") = region.inbound.receive(prepared.request, from: "kommun").event else {
            Issue.record("not taken")
            return
        }
        #expect(try HandOver(spool: region.spools.inbound, folder: region.inboxFolder).run(id, from: .ready, at: Date()))
        #expect(try Data(contentsOf: URL(filePath: "\(region.inboxFolder)/\(id).bilaga-1")) == Data(zeros))
    }

    @Test("A resend is the same bytes")
    func resend() throws {
        let id = try queued()
        let first = try kommun.prepared(id).request.whole
        try kommun.spools.outbound.move(id, from: .inflight, to: .ready, record: HistoryRecord(at: Date(), event: .parked))
        let second = try kommun.prepared(id)
        #expect(second.request.whole == first && second.sent == nil)
    }

    @Test("Files that are not those declared are refused, and nothing is stored", arguments: ["fewer", "other", "more"])
    func disagreement(kind: String) throws {
        var given = contents
        switch kind {
        case "fewer": given.removeLast()
        case "other": given[1][5] ^= 1
        default: given.append([1])
        }
        let submission = try kommun.outbound.submit(SubmittedMessage(remiss(declaring: contents), with: files(given)))
        #expect(!submission.isAccepted && submission.findings.contains { $0.rule == "E14" })
        #expect(try TestSide.count(kommun.spools.outbound) == 0)
    }

    @Test("The drop folder takes a message with the files of its folder, and gives both back when it refuses them")
    func dropFolder() throws {
        let drop = try DropFolder(folder: kommun.submitFolder, taken: kommun.spools.taken)
        for (name, given) in [("good", contents), ("bad", [contents[0]])] {
            try FileManager.default.createDirectory(
                atPath: "\(kommun.submitFolder)/\(name).bilagor", withIntermediateDirectories: false)
            for (index, bytes) in given.enumerated() {
                try Data(bytes).write(to: URL(filePath: "\(kommun.submitFolder)/\(name).bilagor/b-\(index + 1)"))
            }
            try Data(remiss(declaring: contents)).write(to: URL(filePath: "\(kommun.submitFolder)/\(name).xml"))
        }
        #expect(try drop.take().names == ["bad.xml", "good.xml"])
        guard case .refused = drop.work(on: "bad.xml", with: kommun.outbound),
            case .accepted = drop.work(on: "good.xml", with: kommun.outbound)
        else {
            Issue.record("the wrong one was taken")
            return
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: kommun.submitFolder).sorted()
        #expect(left == ["bad.bilagor.refused", "bad.refused.json", "bad.xml.refused", "good.accepted.json"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: kommun.submitFolder + "/bad.bilagor.refused") == ["b-1"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: kommun.spools.taken).isEmpty)
    }
}
