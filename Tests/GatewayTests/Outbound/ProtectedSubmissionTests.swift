import CareMessages
import Documents
import Foundation
import Glibc
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("A message about a protected person")
struct ProtectedSubmissionTests {
    private let region: TestSide
    private static let mailboxes = """
        address_book:
          - { organisation: kommun, code: "0319", role: SOCIALTJANST, address: SE2120009903-S201, protected: yes }
          - { organisation: own, role: BUP, address: SE2321009900-B301, protected: yes }
        """

    init() throws {
        region = try TestSide { $0.appendix = Self.mailboxes }
    }

    private func acting(_ person: String = AuditTrail.currentUser()) -> QueueActions {
        QueueActions(spools: region.spools, audit: AuditTrail(path: region.parts.configuration.paths.audit), person: person)
    }

    private var audit: String {
        String(decoding: (try? Data(contentsOf: URL(filePath: region.parts.configuration.paths.audit))) ?? Data(), as: UTF8.self)
    }

    @Test("waits in held from the first instant, at every receiver, says why, and keeps nothing of the submitter's file name")
    func held() throws {
        let notice = Notice(to: [.kommunUnit, .regionUnit])
        let submission = try region.outbound.submit(notice.protectedBytes, named: "Tilda 201203159809.xml", by: "anna")
        #expect(submission.copies.count == 2 && submission.copies.allSatisfy { $0.isHeld && !$0.existed })
        let warning = try #require(submission.findings.first { $0.rule == "R016" })
        #expect(warning.severity == .warning)
        for copy in submission.copies {
            let (spool, state) = try #require(try region.spools.locate(copy.id))
            #expect(state == .held)
            let entry = try #require(try spool.entry(copy.id))
            #expect(entry.lastCode == "R016" && entry.history.first?.actor == "anna" && SecondPerson.isAwaited(by: entry))
            #expect(entry.envelope.attributes[.submittedAs] == nil && entry.envelope.attributes[.submissionKey]?.count == 64)
            #expect(!entry.envelope.attributes.values.contains { $0.contains("Tilda") || $0.contains("20120315") })
            guard case .gone = try region.prepare.run(copy.id, at: Date()) else { throw SupportFailure("it was taken for delivery") }
        }
        #expect(try region.spools.inbound.list(.ready).isEmpty && region.spools.outbound.list(.ready).isEmpty)
        let again = try region.outbound.submit(notice.protectedBytes, by: "anna")
        #expect(again.copies.map(\.id) == submission.copies.map(\.id) && again.copies.allSatisfy { $0.isHeld && $0.existed })
    }

    @Test("is released by another person than the submitter, and by nobody else")
    func released() throws {
        let copy = try #require(try region.outbound.submit(Notice().protectedBytes, by: "anna").copies.first)
        #expect(try acting("anna").perform(.release, on: copy.id, reason: "granskat") == .samePerson)
        #expect(try acting("anna as sluss").perform(.release, on: copy.id, reason: "granskat") == .samePerson)
        #expect(audit.contains("\"outcome\":\"refused\"") && audit.contains("granskat"))
        #expect(try region.outboundEntry(copy.id)?.state == .held)
        #expect(try acting("bo as sluss").perform(.release, on: copy.id, reason: "granskat") == .moved(from: .held, to: .ready))
        let entry = try #require(try region.outboundEntry(copy.id))
        #expect(entry.history.last?.actor == "bo as sluss" && !SecondPerson.isAwaited(by: entry))
        #expect(try acting("anna").perform(.hold, on: copy.id, reason: "r") == .moved(from: .ready, to: .held))
        #expect(try acting("anna").perform(.release, on: copy.id, reason: "r") == .moved(from: .held, to: .ready), "two have seen it")
    }

    @Test("that was damaged and repaired still waits for the second person, and can be cancelled by the first")
    func damaged() throws {
        let copy = try #require(try region.outbound.submit(Notice().protectedBytes, by: "anna").copies.first)
        let root = region.spools.outbound.root
        let original = try Data(contentsOf: URL(filePath: "\(root)/held/\(copy.id)/message.xml"))
        try Data("x".utf8).write(to: URL(filePath: "\(root)/held/\(copy.id)/message.xml"))
        #expect(throws: SpoolError.self) { try region.spools.outbound.verify(copy.id, in: .held) }
        try original.write(to: URL(filePath: "\(root)/corrupt/\(copy.id)/message.xml"))
        #expect(try acting("anna").perform(.release, on: copy.id, reason: "r") == .moved(from: .corrupt, to: .held))
        #expect(try acting("anna").perform(.release, on: copy.id, reason: "r") == .samePerson)
        #expect(try acting("anna").perform(.cancel, on: copy.id, reason: "r") == .moved(from: .held, to: .cancelled))
    }

    @Test("goes the whole way to the protected mailbox after its release, and no name of a file holds anything of it")
    func wholeWay() throws {
        let kommun = try TestSide(.kommun)
        let copy = try #require(try region.outbound.submit(Notice().protectedBytes, named: "Tilda.xml", by: "anna").copies.first)
        _ = try acting("bo").perform(.release, on: copy.id, reason: "granskat")
        let answer = kommun.answer(try region.prepared(copy.id).request)
        #expect(answer.status == 200 && answer.text.contains("Receipt"), "\(answer.text)")
        let id = try #require(try kommun.spools.inbound.list(.ready).first)
        #expect(try HandOver(spool: kommun.spools.inbound, folder: kommun.inboxFolder).run(id, from: .ready, at: Date()))
        let note = try Data(contentsOf: URL(filePath: "\(kommun.inboxFolder)/\(id).json"))
        let files = try [region.folder.path, kommun.folder.path].flatMap {
            try #require(FileManager.default.enumerator(atPath: $0)).compactMap { $0 as? String }
        }
        for text in files + [String(decoding: note, as: UTF8.self), audit] {
            for word in ["Tilda", "Provberg", "20120315", "120315", "0382"] { #expect(!text.contains(word), "\(word) in \(text)") }
        }
        #expect(files.contains { $0.hasSuffix("inbox/\(id).xml") })
    }

    @Test(
        "is refused for a mailbox that the address book does not know as protected, whatever the message says; without a book it is believed"
    )
    func mailbox() throws {
        let refused = try region.outbound.submit(Notice(to: [.kommunUnit, .neighbourUnit]).protectedBytes)
        #expect(refused.findings.filter { $0.severity == .error }.map(\.rule) == ["E09"])
        #expect(refused.findings.first { $0.rule == "E09" }?.place.path?.contains("Mottagare[2]") == true)
        let trusting = try TestSide()
        #expect(try trusting.outbound.submit(Notice(to: [.kommunUnit, .neighbourUnit]).protectedBytes).isAccepted)
    }

    @Test("Warnings about the receivers of a protected person name no municipality")
    func quietWarnings() throws {
        let trusting = try TestSide()
        let open = try trusting.outbound.submit(Notice(to: [.neighbourUnit]).bytes)
        #expect(open.findings.first { $0.rule == "V014" }?.detail?.contains("0319") == true)
        let protected = try trusting.outbound.submit(Notice(to: [.neighbourUnit]).protectedBytes)
        let warning = try #require(protected.findings.first { $0.rule == "V014" })
        #expect(protected.isAccepted && warning.detail == nil)
    }

    @Test("The drop folder's answer says that it is held, and a failure is told beside that answer")
    func dropFolder() throws {
        let drop = try DropFolder(folder: region.submitFolder, taken: region.spools.taken)
        let notice = Notice()
        try Data(notice.protectedBytes).write(to: URL(filePath: "\(region.submitFolder)/a.xml"))
        let name = try #require(try drop.take().names.first)
        guard case .accepted(let submission) = drop.work(on: name, with: region.outbound) else { throw SupportFailure("not accepted") }
        let answer = String(decoding: try Data(contentsOf: URL(filePath: "\(region.submitFolder)/a.accepted.json")), as: UTF8.self)
        #expect(answer.contains("\"held\":true") && answer.contains("R016") && !answer.contains("Tilda"))
        let id = try #require(submission.copies.first?.id)
        let owner = AuditTrail.user(geteuid())
        #expect(try acting(owner).perform(.release, on: id, reason: "r") == .samePerson, "the file's owner submitted it")
        _ = try acting("bo").perform(.release, on: id, reason: "r")
        try region.spools.outbound.move(id, from: .ready, to: .failed, record: HistoryRecord(at: Date(), event: .failed))
        let step = TellSubmitter(spools: region.spools, ledger: region.ledger, folder: region.submitFolder)
        #expect(try step.run(id, at: Date()))
        #expect(FileManager.default.fileExists(atPath: "\(region.submitFolder)/a.failed.json"))
    }

    @Test("The owner of a file in the drop folder is who submitted it", .enabled(if: geteuid() == 0, "needs root to give a file away"))
    func owner() throws {
        let drop = try DropFolder(folder: region.submitFolder, taken: region.spools.taken)
        chmod(region.submitFolder, 0o770)
        try Data(Notice().protectedBytes).write(to: URL(filePath: "\(region.submitFolder)/a.xml"))
        chown("\(region.submitFolder)/a.xml", 65_534, 65_534)
        let name = try #require(try drop.take().names.first)
        guard case .accepted(let submission) = drop.work(on: name, with: region.outbound) else { throw SupportFailure("not accepted") }
        let entry = try #require(try region.outboundEntry(submission.copies[0].id))
        #expect(entry.history.first?.actor == AuditTrail.user(65_534))
        #expect(try acting().perform(.release, on: entry.id, reason: "r") == .moved(from: .held, to: .ready))
    }
}
