import AS4
import Documents
import Foundation
import ServiceLifecycle
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Delivery service", .timeLimit(.minutes(1)))
struct DeliveryServiceTests {
    private let region: TestSide
    private let kommun: TestSide
    private let pool = BlockingPool(threadCount: 4)
    private let log = CollectedLog()

    init() throws {
        region = try TestSide { writer in
            writer.partners[0].retry = "{ first_delay: 1s, longest_delay: 1s, jitter: 0, expiry: 48h }"
            writer.appendix = "delivery: { stop_grace: 1s }"
        }
        kommun = try TestSide(.kommun)
    }

    /// Runs the service beside the body, then stops it as a signal would.
    private func running(_ post: @escaping DeliverMessage.Post, _ body: (DeliveryService) async throws -> Void) async throws {
        let current = CurrentParts(region.parts)
        let deliver = DeliverMessage(
            current: current, spool: region.spools.outbound, scratch: region.spools.scratch, pool: pool, log: log.log, post: post)
        let service = DeliveryService(current: current, spools: region.spools, ledger: region.ledger, deliver: deliver)
        let group = ServiceGroup(configuration: .init(services: [.init(service: service)], logger: log.log.logger))
        let run = Task { try await group.run() }
        do {
            try await body(service)
        } catch {
            run.cancel()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await run.value
        await pool.stop()
    }

    private func isDone(_ id: MessageID) throws -> Bool { try region.outboundEntry(id)?.state == .done }

    private var toKommun: DeliverMessage.Post {
        let kommun = kommun
        return { request, _, _ in .success(kommun.answer(request)) }
    }

    @Test("Messages of before the start, of this process and of another one are all delivered")
    func findsAll() async throws {
        let before = try region.queue()
        try await running(toKommun) { service in
            #expect(try await eventually { try isDone(before) })
            let submission = try region.outbound.submit(Notice().bytes)
            await service.accepted(submission.copies)
            #expect(try await eventually { try submission.copies.allSatisfy { try isDone($0.id) } })
            // A command in another process: only the folder tells of it.
            let spools = try Spools(root: region.parts.configuration.paths.spool, create: false)
            let foreign = OutboundPipeline(region.parts, spools: spools, ledger: try region.spools.ledger())
            let other = try #require(try foreign.submit(Notice().bytes).copies.first)
            #expect(try await eventually { try isDone(other.id) })
            #expect(region.ledger.knows(other.id), "and the ledger learns of it")
        }
        #expect(try kommun.spools.inbound.list(.ready).count == 3)
    }

    @Test("A message retried by an operator right after it failed is not overlooked")
    func retriedAtOnce() async throws {
        let refusals = Guarded(1)
        let kommun = kommun
        let answer: DeliverMessage.Post = { request, _, _ in
            guard refusals.change({ $0 -= 1 }) >= 0 else { return .success(kommun.answer(request)) }
            let text = String(decoding: request.whole.body, as: UTF8.self)
            let reference = text.firstMatch(of: /MessageId>([^<]+)</).map { String($0.output.1) }
            let error = EBMSError(.processingModeMismatch, Refusal(GatewayCode.noAgreement))
            let refusal = AnswerPeer(parts: kommun.parts).refusal(error, to: reference, at: Date())
            return .success(HTTPAnswer(status: 200, contentType: refusal.entity.contentType, body: refusal.entity.body))
        }
        try await running(answer) { service in
            let submission = try region.outbound.submit(Notice().bytes)
            let id = try #require(submission.copies.first?.id)
            await service.accepted(submission.copies)
            #expect(try await eventually(every: .milliseconds(1)) { try region.spools.outbound.list(.failed) == [id] })
            // Before the service looks at the folder again.
            try region.spools.outbound.move(id, from: .failed, to: .ready, record: HistoryRecord(at: Date(), event: .retried))
            #expect(try await eventually { try isDone(id) })
        }
    }

    @Test("A held message is not tried; released, it is")
    func heldAndReleased() async throws {
        let id = try region.queue()
        try region.spools.outbound.move(id, from: .ready, to: .held, record: HistoryRecord(at: Date(), event: .held))
        try await running(toKommun) { service in
            let other = try region.outbound.submit(Notice().bytes)
            await service.accepted(other.copies + [Submission.Copy(id: id, partner: "kommun", existed: false)])
            #expect(try await eventually { try isDone(other.copies[0].id) })
            #expect(try region.outboundEntry(id)?.state == .held)
            try region.spools.outbound.move(id, from: .held, to: .ready, record: HistoryRecord(at: Date(), event: .released))
            #expect(try await eventually { try isDone(id) })
        }
    }

    @Test("A partner that never answers delays no other")
    func partnersApart() async throws {
        let kommun = kommun
        let post: DeliverMessage.Post = { request, partner, _ in
            if partner == "kommun" { return .success(kommun.answer(request)) }
            try? await Task.sleep(for: .seconds(600))
            return .failure(TransportFailure(.stopped, requestWasSent: true))
        }
        for _ in 0..<20 { _ = try region.queue(Notice(to: [.neighbourUnit])) }
        try await running(post) { service in
            #expect(try await eventually { try region.spools.outbound.list(.inflight).count == 4 }, "its own lane is full")
            let submission = try region.outbound.submit(Notice().bytes)
            await service.accepted(submission.copies)
            #expect(try await eventually { try isDone(submission.copies[0].id) })
        }
        #expect(try region.spools.outbound.list(.inflight).isEmpty, "parked")
        #expect(try region.spools.outbound.list(.deferred).count + region.spools.outbound.list(.ready).count == 20)
    }

    @Test("A damaged message is set aside and told of, and the others go out")
    func damaged() async throws {
        let (bad, good) = (try region.queue(), try region.queue())
        try Data("{}".utf8).write(to: URL(filePath: "\(region.spools.outbound.root)/ready/\(bad)/envelope.json"))
        try await running(toKommun) { (_) async throws in #expect(try await eventually { try isDone(good) }) }
        #expect(try region.spools.outbound.list(.corrupt) == [bad])
        #expect(log.text.contains("message damaged"))
    }
}
