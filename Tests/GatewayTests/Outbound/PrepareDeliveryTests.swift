import AS4
import Foundation
import Glibc
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Preparing a delivery")
struct PrepareDeliveryTests {
    @Test("The request is stored before it is sent, and every attempt sends the same bytes")
    func sameBytes() throws {
        let region = try TestSide()
        let id = try region.queue()
        let first = try region.prepared(id)
        #expect(try region.spools.outbound.attachment(.request, of: id, in: .inflight)?.bytes == first.request.whole.body)
        var machine = first.machine
        let fault = DeliveryFault(code: "G002")
        let actions = try machine.apply(.transportFailure(fault, isPermanent: false), at: Date())
        _ = try region.spools.outbound.carryOut(actions, on: id, from: .inflight)

        // Another day, another program: new keys, an agreement of another name.
        let second = try region.prepared(id, at: Date().addingTimeInterval(86_400))
        #expect(second.request.whole == first.request.whole)
        #expect(second.machine.attempt == 2 && second.machine.failedAttempts == 1)
    }

    @Test("The header carries the ids and the time of the submission, and both organisations as corners")
    func header() throws {
        let region = try TestSide()
        let id = try region.queue()
        let entry = try #require(try region.outboundEntry(id))
        let text = String(decoding: try region.prepared(id).request.whole.body, as: UTF8.self)
        #expect(text.contains(try #require(entry.envelope.attributes[.as4MessageID])))
        #expect(text.contains(try #require(entry.envelope.attributes[.as4Timestamp])))
        #expect(text.contains("0007:2321009900") && text.contains("0007:2120009903"))
    }

    @Test("A message whose partner has left the configuration fails with the reason, and is not sent to anybody")
    func partnerGone() throws {
        let region = try TestSide()
        let id = try region.queue()
        let without = try region.parts { $0.partners.removeFirst() }
        let step = PrepareDelivery(parts: without, spool: region.spools.outbound, scratch: region.spools.scratch)
        guard case .settled(let change) = try step.run(id, at: Date()) else {
            Issue.record("not settled")
            return
        }
        let entry = try #require(try region.outboundEntry(id))
        #expect(change.to == .failed && change.code == "R011")
        #expect(entry.state == .failed && entry.lastCode == "R011")
    }

    @Test("A partner's name that was given to another organisation takes no message meant for the first")
    func renamed() throws {
        let region = try TestSide()
        let id = try region.queue()
        let swapped = try region.parts { writer in
            writer.partners = [ConfigurationWriter.Partner(.neighbour, port: 9443)]
        }
        let text = try String(contentsOfFile: swapped.configuration.file, encoding: .utf8).replacing("provkommun", with: "kommun")
        let path = try region.folder.write(text, to: "swapped.yaml")
        let outcome = ConfigurationCheck.run(path: path, at: Date())
        let accepted = try #require(outcome.accepted, "\(outcome.errors.map { "\($0.code) \($0.key)" })")
        let parts = GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: region.parts.check)
        guard
            case .settled(let change) = try PrepareDelivery(parts: parts, spool: region.spools.outbound, scratch: region.spools.scratch)
                .run(id, at: Date())
        else {
            Issue.record("not settled")
            return
        }
        #expect(change.to == .failed && change.code == "R011")
    }

    @Test("A message of a type this program does not know fails; it is never sent as something else")
    func unknownType() throws {
        let region = try TestSide()
        var envelope = Envelope(id: region.spools.newID(at: Date()), createdAt: Date(), type: "M99", partner: "kommun")
        envelope.attributes[.agreement] = "med-kommun"
        envelope.attributes[.finalRecipient] = TestOrganisation.kommun.organisationsnummer
        _ = try region.spools.outbound.submit(
            body: Array("<a/>".utf8), envelope: envelope, record: HistoryRecord(at: Date(), event: .submitted))
        guard case .settled(let change) = try region.prepare.run(envelope.id, at: Date()) else {
            Issue.record("not settled")
            return
        }
        #expect(change.to == .failed)
    }

    @Test("A receipt stored before a crash ends the delivery without another request")
    func receiptIsThere() throws {
        let (region, kommun) = (try TestSide(), try TestSide(.kommun))
        let id = try region.queue()
        let prepared = try region.prepared(id)
        let answer = kommun.answer(prepared.request)
        guard case .receipt(let receipt) = JudgeAnswer(parts: region.parts).run(answer, to: prepared, at: Date()) else {
            Issue.record("no receipt: \(answer.text)")
            return
        }
        try region.spools.outbound.attach(.receipt, receipt, to: id, in: .inflight)
        // The crash; recovery puts the message back.
        let lock = try region.spools.outbound.lock()
        #expect(try region.spools.outbound.recover(at: Date(), holding: lock).returned == [id])
        guard case .settled(let change) = try region.prepare.run(id, at: Date()) else {
            Issue.record("not settled")
            return
        }
        #expect(change.to == .done && !change.isTrouble)
        #expect(try region.outboundEntry(id)?.state == .done)
    }

    @Test("A message that somebody moved is gone, one that somebody holds this moment is busy")
    func movedOrHeld() throws {
        let region = try TestSide()
        let (gone, held) = (try region.queue(), try region.queue())
        try region.spools.outbound.move(gone, from: .ready, to: .held, record: HistoryRecord(at: Date(), event: .held))
        guard case .gone = try region.prepare.run(gone, at: Date()) else {
            Issue.record("not gone")
            return
        }
        let descriptor = open("\(region.spools.outbound.root)/ready/\(held)", O_RDONLY | O_DIRECTORY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        guard case .busy = try region.prepare.run(held, at: Date()) else {
            Issue.record("not busy")
            return
        }
        #expect(try region.outboundEntry(held)?.state == .ready)
    }

    @Test("A message with an altered body is set aside and never sent")
    func alteredBody() throws {
        let region = try TestSide()
        let id = try region.queue()
        let path = "\(region.spools.outbound.root)/ready/\(id)/message.xml"
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
        let error = #expect(throws: SpoolError.self) { try region.prepare.run(id, at: Date()) }
        #expect(error?.code == .corrupt)
        #expect(try region.spools.outbound.list(.corrupt) == [id])
    }

    @Test("Giving up takes a waiting message to failed with the reason, and leaves every other alone")
    func givingUp() throws {
        let region = try TestSide()
        let step = GiveUpMessage(spool: region.spools.outbound)
        let (ready, held) = (try region.queue(), try region.queue())
        try region.spools.outbound.move(held, from: .ready, to: .held, record: HistoryRecord(at: Date(), event: .held))
        let change = try step.run(ready, at: Date())
        #expect(change?.to == .failed && change?.code == "R010")
        let entry = try #require(try region.outboundEntry(ready))
        #expect(entry.state == .failed && entry.history.last?.event == .expired && entry.lastCode == "R010")
        #expect(try step.run(held, at: Date()) == nil)
        #expect(try region.outboundEntry(held)?.state == .held)
    }
}
