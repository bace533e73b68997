import CareMessages
import Foundation
import Spooling
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("The way out, to the spool")
struct OutboundPipelineTests {
    private func rules(_ submission: Submission) -> Set<String> {
        Set(submission.findings.filter { $0.severity == .error }.map(\.rule))
    }

    @Test("An accepted message is signed, durable and addressed, and its envelope knows no patient")
    func accepted() throws {
        let region = try TestSide()
        let notice = Notice()
        let submission = try region.outbound.submit(notice.bytes, named: "a b.xml")
        #expect(submission.isAccepted && submission.messageID == notice.messageID && submission.type == .inskrivningsmeddelande)
        let copy = try #require(submission.copies.first)
        #expect(submission.copies.count == 1 && copy.partner == "kommun" && !copy.existed)

        let entry = try #require(try region.outboundEntry(copy.id))
        #expect(entry.state == .ready && entry.history.map(\.event) == [.submitted])
        let body = String(decoding: try region.spools.outbound.body(of: copy.id, in: .ready), as: UTF8.self)
        #expect(body.contains("<ds:Signature") && body.contains(notice.messageID))
        let attributes = entry.envelope.attributes
        #expect(attributes[.submittedAs] == nil && !attributes.values.contains { $0.contains("a b") })
        #expect(attributes[.finalRecipient] == TestOrganisation.kommun.organisationsnummer)
        #expect(attributes[.as4MessageID] == "\(notice.messageID).2120009903@2321009900.sluss")
        let kept = attributes.values.joined(separator: " ")
        for content in ["201203159809", "20120315", "Familjen", "Övning", "Påhittade"] { #expect(!kept.contains(content)) }
    }

    @Test("A message to three receivers, one of them our own, becomes two copies to send and one in the inbox")
    func severalReceivers() throws {
        let region = try TestSide()
        let submission = try region.outbound.submit(Notice(to: [.kommunUnit, .neighbourUnit, .regionUnit]).bytes)
        #expect(submission.copies.map(\.partner) == ["kommun", "provkommun", "local"])
        #expect(try region.spools.outbound.list(.ready).count == 2)
        #expect(try region.spools.inbound.list(.ready) == [submission.copies[2].id])
    }

    @Test(
        "A refused message leaves nothing in the spool",
        arguments: [
            ("not XML at all", "D002"), ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a", "D007"), ("", "D007"),
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE a><a/>", "D004"),
        ])
    func refused(_ text: String, _ code: String) throws {
        let region = try TestSide()
        let submission = try region.outbound.submit(Array(text.utf8))
        #expect(!submission.isAccepted && submission.messageID == nil)
        #expect(rules(submission) == [code], "\(submission.findings)")
        #expect(try TestSide.count(region.spools.outbound) == 0)
    }

    @Test("A receiver that no partner serves is refused with the rule and with what to do here")
    func unknownReceiver() throws {
        let region = try TestSide()
        let submission = try region.outbound.submit(Notice(to: [.kommunUnit, .strangerUnit]).bytes)
        #expect(rules(submission).isSuperset(of: ["R001"]), "\(rules(submission))")
        #expect(try TestSide.count(region.spools.outbound) == 0, "not for the known receiver either")
    }

    @Test("A type that no agreement carries to the receiver is refused")
    func noAgreement() throws {
        let region = try TestSide { $0.partners[0].send = ["M05"] }
        let submission = try region.outbound.submit(Notice().bytes)
        #expect(rules(submission) == ["R002"])
    }

    @Test("The same file again changes nothing and names the copies that exist, also after a restart")
    func repeated() throws {
        let region = try TestSide()
        let notice = Notice(to: [.kommunUnit, .neighbourUnit, .regionUnit])
        let first = try region.outbound.submit(notice.bytes)
        let again = try region.outbound.submit(notice.bytes)
        let restarted = OutboundPipeline(region.parts, spools: region.spools, ledger: try region.spools.ledger())
        let later = try restarted.submit(notice.bytes)
        #expect(first.copies.count == 3 && first.copies.allSatisfy { !$0.existed })
        for answer in [again, later] {
            #expect(Set(answer.copies.map(\.id)) == Set(first.copies.map(\.id)) && answer.copies.allSatisfy(\.existed))
        }
        #expect(try region.spools.outbound.list(.ready).count == 2)
        #expect(try region.spools.inbound.list(.ready).count == 1)
    }

    @Test("A copy that a crash kept from being published is published when the file comes again, under the same id")
    func halfPublished() throws {
        let region = try TestSide()
        let notice = Notice(to: [.kommunUnit, .neighbourUnit])
        let first = try region.outbound.submit(notice.bytes)
        let root = region.spools.outbound.root
        #expect(rename("\(root)/ready/\(first.copies[1].id)", "\(root)/incoming/\(first.copies[1].id)") == 0)
        let again = try OutboundPipeline(region.parts, spools: region.spools, ledger: try region.spools.ledger()).submit(notice.bytes)
        #expect(again.copies.map(\.id) == first.copies.map(\.id) && again.copies.allSatisfy(\.existed))
        #expect(try region.spools.outbound.list(.ready).count == 2 && region.spools.outbound.list(.incoming).isEmpty)
    }

    @Test("Two processes with the same message at once store it once; with other content under its id the second is refused")
    func twoProcesses() throws {
        let region = try TestSide()
        let notice = Notice(to: [.kommunUnit, .neighbourUnit, .regionUnit])
        // Each process has a ledger of its own, which does not know what the other has taken.
        let ledgers = try (0..<3).map { _ in try region.spools.ledger() }
        let processes = ledgers.map { OutboundPipeline(region.parts, spools: region.spools, ledger: $0) }
        let first = try processes[0].submit(notice.bytes)
        let second = try processes[1].submit(notice.bytes)
        #expect(second.copies.map(\.id) == first.copies.map(\.id) && second.copies.allSatisfy(\.existed))
        #expect(try region.spools.outbound.list(.ready).count == 2 && region.spools.inbound.list(.ready).count == 1)
        let other = Notice(messageID: notice.messageID, caseID: notice.caseID)
        #expect(rules(try processes[2].submit(other.bytes)) == ["E02"])
        #expect(try region.spools.outbound.list(.ready).count == 2 && region.spools.inbound.list(.ready).count == 1)
    }

    @Test("An id that a local copy of other content has is refused before any copy is sent, though no ledger knows it")
    func localContent() throws {
        let region = try TestSide()
        let notice = Notice(to: [.kommunUnit, .regionUnit])
        let unknowing = try (0..<2).map { _ in OutboundPipeline(region.parts, spools: region.spools, ledger: try region.spools.ledger()) }
        #expect(try region.outbound.submit(notice.bytes).copies.count == 2)
        // Only the inbox remembers.
        let root = region.spools.outbound.root
        for folder in ["ready", "seen"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)") {
                try FileManager.default.removeItem(atPath: "\(root)/\(folder)/\(name)")
            }
        }
        let other = Notice(to: [.kommunUnit, .regionUnit], messageID: notice.messageID, caseID: notice.caseID)
        #expect(rules(try unknowing[0].submit(other.bytes)) == ["E02"])
        #expect(try TestSide.count(region.spools.outbound) == 0)
        #expect(try unknowing[1].submit(notice.bytes).copies.map(\.existed) == [false, true])
    }

    @Test("Other content under a used id is refused")
    func otherContent() throws {
        let region = try TestSide()
        let notice = Notice()
        _ = try region.queue(notice)
        let other = try region.outbound.submit(Notice(messageID: notice.messageID, caseID: notice.caseID).bytes)
        #expect(rules(other) == ["E02"])
    }

    @Test("What was taken whole stays taken, though the configuration would refuse it today")
    func takenStaysTaken() throws {
        let region = try TestSide()
        let notice = Notice()
        let first = try region.outbound.submit(notice.bytes)
        let without = try region.parts { $0.partners.removeFirst() }
        let changed = OutboundPipeline(without, spools: region.spools, ledger: region.ledger)
        let again = try changed.submit(notice.bytes)
        #expect(again.isAccepted && again.copies.map(\.id) == first.copies.map(\.id))
        #expect(try !changed.submit(Notice().bytes).isAccepted, "a new one is refused")
    }

    @Test("A message that comes signed by us is passed on byte for byte; one signed by somebody else is refused")
    func signedBefore() throws {
        let (region, kommun) = (try TestSide(), try TestSide(.kommun))
        let bytes = try region.signed(Notice().bytes)
        let submission = try region.outbound.submit(bytes)
        let copy = try #require(submission.copies.first, "\(submission.findings)")
        #expect(try region.spools.outbound.body(of: copy.id, in: .ready) == bytes)
        let foreign = try region.outbound.submit(try kommun.signed(Notice().bytes))
        #expect(!foreign.isAccepted && rules(foreign).contains { $0.hasPrefix("T") || $0.hasPrefix("S") }, "\(rules(foreign))")
    }

    @Test("The same file on eight threads at once becomes one message; eight files under one id become one message and seven refusals")
    func atOnce() async throws {
        let region = try TestSide()
        let same = Notice()
        let caseID = Notice().caseID
        let rivals = (0..<8).map { _ in Notice(messageID: "11111111-2222-4333-8444-555555555555", caseID: caseID) }
        for batch in [Array(repeating: same, count: 8), rivals] {
            let before = try region.spools.outbound.list(.ready).count
            let answers = try await withThrowingTaskGroup(of: Submission.self) { group in
                let pool = BlockingPool(threadCount: 8)
                for notice in batch { group.addTask { try await pool.run { try region.outbound.submit(notice.bytes) } } }
                let answers = try await group.reduce(into: []) { $0.append($1) }
                await pool.stop()
                return answers
            }
            #expect(try region.spools.outbound.list(.ready).count == before + 1)
            #expect(answers.count { $0.isAccepted && !$0.copies[0].existed } == 1)
            if batch[0].messageID == same.messageID {
                #expect(Set(answers.flatMap { $0.copies.map(\.id) }).count == 1)
            } else {
                #expect(answers.count { !$0.isAccepted && $0.findings.contains { $0.rule == "E02" } } == 7)
            }
        }
    }

    @Test("A full disk acknowledges nothing")
    func fullDisk() throws {
        var options = SpoolOptions()
        options.minimumFreeBytes = 1 << 62
        let region = try TestSide(options: options)
        let error = #expect(throws: SpoolError.self) { try region.outbound.submit(Notice().bytes) }
        #expect(error?.code == .reserveReached)
        #expect(try TestSide.count(region.spools.outbound) == 0)
    }
}
