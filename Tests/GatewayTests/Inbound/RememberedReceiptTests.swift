import AS4
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Receipts that are kept")
struct RememberedReceiptTests {
    private let region: TestSide
    private let kommun: TestSide

    init() throws {
        region = try TestSide()
        kommun = try TestSide(.kommun)
    }

    private func receive(_ request: AS4Entity, at time: Date = Date()) -> InboundAnswer {
        kommun.inbound.receive(request, from: "region", at: time)
    }

    /// The same after a restart: nothing of the first process's memory is left.
    private func receiveAfterRestart(_ request: AS4Entity, at time: Date = Date()) throws -> InboundAnswer {
        let spools = try Spools(root: kommun.parts.configuration.paths.spool, create: false)
        return InboundPipeline(kommun.parts, spools: spools, ledger: try spools.ledger()).receive(request, from: "region", at: time)
    }

    private func expectProof(_ answer: InboundAnswer, of request: AS4Entity) throws {
        let partner = try #require(region.parts.partner(named: "kommun"))
        let policy = SignerPolicy(trust: region.parts.keyring.as4Policy(for: partner))
        let outcome = try SignalReader().read(
            answer.entity, sent: SentMessage(stored: StreamedEntity(request)), policy: policy, now: Date())
        guard case .receipt = outcome else {
            Issue.record("no receipt: \(String(decoding: answer.entity.body, as: UTF8.self))")
            return
        }
    }

    private var records: Int {
        let path = kommun.parts.configuration.paths.spool + "/inbound/seen"
        return (try? FileManager.default.contentsOfDirectory(atPath: path).count) ?? -1
    }

    private func isRepeated(_ answer: InboundAnswer) -> Bool { if case .repeated = answer.event { answer.status == 200 } else { false } }

    /// The message, its content in another wrapping, and its content under another MessageId.
    private func threeOfOne() throws -> [AS4Entity] {
        let payload = try region.signed(Notice().bytes)
        let first = try region.request(unchecked: payload)
        return [
            first, try region.repacked(first, payload: payload) { $0.conversationID = "another" },
            try region.request(unchecked: payload),
        ]
    }

    @Test("No receipt is given for a message that was damaged after it had been taken, until it is mended")
    func damaged() throws {
        let requests = try threeOfOne()
        let first = receive(requests[0])
        let id = try #require(try kommun.spools.inbound.list(.ready).first)
        let root = kommun.parts.configuration.paths.spool + "/inbound"
        try FileManager.default.moveItem(atPath: "\(root)/ready/\(id)", toPath: "\(root)/corrupt/\(id)")
        for answer in try requests.map({ receive($0) }) + requests[..<2].map({ try receiveAfterRestart($0) }) {
            guard case .unavailable(let code) = answer.event else {
                Issue.record("\(answer.event)")
                continue
            }
            #expect(code == "P013" && answer.status == 503)
            #expect(!String(decoding: answer.entity.body, as: UTF8.self).contains("NonRepudiationInformation"))
        }
        #expect(try TestSide.count(kommun.spools.inbound) == 1 && kommun.spools.inbound.list(.corrupt) == [id])
        try FileManager.default.moveItem(atPath: "\(root)/corrupt/\(id)", toPath: "\(root)/ready/\(id)")
        #expect(receive(requests[0]).entity == first.entity)
        #expect(requests.allSatisfy { isRepeated(receive($0)) })
    }

    @Test("Content that comes again, rewrapped or under another MessageId, gets the same receipt each time, also after a restart")
    func replayed() throws {
        let requests = try threeOfOne()
        let answers = requests.map { receive($0) }
        #expect(answers.dropFirst().allSatisfy(isRepeated) && Set(answers.map(\.entity.body)).count == 3)
        for (answer, request) in zip(answers, requests) { try expectProof(answer, of: request) }
        #expect(records == 3, "one for each")
        for (answer, request) in zip(answers, requests) {
            #expect(receive(request, at: Date(timeIntervalSinceNow: 60)).entity == answer.entity)
            #expect(try receiveAfterRestart(request, at: Date(timeIntervalSinceNow: 120)).entity == answer.entity)
        }
        #expect(try records == 3 && kommun.spools.inbound.list(.ready).count == 1)
    }

    @Test("The kept receipts outlive the message, and go with its record when that is no longer needed")
    func outlives() throws {
        let requests = try threeOfOne()
        let answers = requests.map { receive($0) }
        let id = try #require(try kommun.spools.inbound.list(.ready).first)
        let policy = RetentionPolicy(doneAge: .seconds(3_600), seenAge: .seconds(7_200), retryHorizon: .zero)
        // However old the records: as long as the message is there, they stay.
        #expect(try kommun.spools.inbound.purge(policy, now: Date(timeIntervalSinceNow: 1e6)) == PurgeReport())
        #expect(try kommun.spools.inbound.claim(id, from: .ready))
        try kommun.spools.inbound.move(id, from: .inflight, to: .done, record: HistoryRecord(at: Date(), event: .handedOver))
        #expect(try kommun.spools.inbound.purge(policy, now: Date(timeIntervalSinceNow: 3_700)).messages == [id])
        for (answer, request) in zip(answers, requests) { #expect(try receiveAfterRestart(request).entity == answer.entity) }
        #expect(try kommun.spools.inbound.purge(policy, now: Date(timeIntervalSinceNow: 7_300)).seen == 3 && records == 0)
    }

    @Test("Other content under the second MessageId is refused, as under the first")
    func otherContent() throws {
        let payload = try region.signed(Notice().bytes)
        let second = UUID().uuidString.lowercased()
        _ = receive(try region.request(unchecked: payload))
        #expect(isRepeated(receive(try region.request(unchecked: payload, messageID: second))))
        guard
            case .refused(_, let code, _) = receive(try region.request(unchecked: try region.signed(Notice().bytes), messageID: second))
                .event
        else {
            Issue.record("not refused")
            return
        }
        #expect(code == GatewayCode.otherContent.rawValue)
        #expect(try kommun.spools.inbound.list(.ready).count == 1)
    }

    @Test("Eight connections that bring the same new wrapping at once get one receipt", arguments: [1, 2])
    func atOnce(_ which: Int) async throws {
        let requests = try threeOfOne()
        _ = receive(requests[0])
        let pool = BlockingPool(threadCount: 8)
        let answers = try await withThrowingTaskGroup(of: InboundAnswer.self) { group in
            for _ in 0..<8 { group.addTask { try await pool.run { receive(requests[which]) } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await pool.stop()
        #expect(answers.allSatisfy(isRepeated) && Set(answers.map(\.entity.body)).count == 1 && records == 2)
    }

    @Test("A receipt that cannot be kept is not given: the sender is to come again")
    func notKept() throws {
        let requests = try threeOfOne()
        _ = receive(requests[0])
        var options = SpoolOptions()
        options.minimumFreeBytes = 1 << 62
        let full = try Spools(root: kommun.parts.configuration.paths.spool, create: false, options: options)
        for request in requests.dropFirst() {
            let answer = InboundPipeline(kommun.parts, spools: full, ledger: kommun.ledger).receive(request, from: "region")
            #expect(answer.status == 503 && !String(decoding: answer.entity.body, as: UTF8.self).contains("NonRepudiation"))
        }
        #expect(records == 1)
    }
}
