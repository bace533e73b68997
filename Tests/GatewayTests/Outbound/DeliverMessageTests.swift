import AS4
import Foundation
import Glibc
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Delivering a message")
struct DeliverMessageTests {
    private let region: TestSide
    private let pool = BlockingPool(threadCount: 2)
    private let log = CollectedLog()

    init() throws { region = try TestSide() }

    private func deliver(_ parts: GatewayParts? = nil, _ post: @escaping DeliverMessage.Post) -> DeliverMessage {
        var step = DeliverMessage(
            current: CurrentParts(parts ?? region.parts), spool: region.spools.outbound, scratch: region.spools.scratch, pool: pool,
            log: log.log, post: post)
        step.pauseAfterTroubleHere = .milliseconds(20)
        return step
    }

    private func state(_ id: MessageID) throws -> SpoolState? { try region.outboundEntry(id)?.state }

    @Test("A delivery ends in done, with the partner's receipt stored beside the message and one copy at the partner")
    func delivers() async throws {
        let kommun = try TestSide(.kommun)
        let id = try region.queue()
        let result = await deliver { request, partner, _ in
            #expect(partner == "kommun")
            return .success(kommun.answer(request))
        }.run(id)
        #expect(result.contact == .answered && result.again == nil)
        let entry = try #require(try region.outboundEntry(id))
        #expect(entry.state == .done && entry.history.last?.outcome == .delivered && entry.history.last?.elapsedSeconds != nil)
        let receipt = try #require(try region.spools.outbound.attachment(.receipt, of: id, in: .done))
        #expect(String(decoding: receipt.bytes, as: UTF8.self).contains("NonRepudiationInformation"))
        #expect(try kommun.spools.inbound.list(.ready).count == 1)
        #expect(log.text.contains("message done"))
    }

    @Test("A lost answer leads to the same request again, to the same receipt and to no second copy")
    func lostAnswer() async throws {
        let kommun = try TestSide(.kommun)
        let id = try region.queue()
        let answers = Guarded<[HTTPAnswer]>([])
        let lossy = deliver { request, _, _ in
            let all = answers.change { $0.append(kommun.answer(request)) }
            if all.count < 3 { return .failure(TransportFailure(.connectionLost, requestWasSent: true).whole(true)) }
            return .success(all[all.count - 1])
        }
        for attempt in 1...2 {
            let result = await lossy.run(id)
            let entry = try #require(try region.outboundEntry(id))
            #expect(result.contact == .silent && entry.state == .awaiting && entry.attempts == attempt)
            let (limit, again) = (try #require(entry.nextTryAt), try #require(result.again))
            #expect(entry.history.last?.event == .sent && abs(limit.timeIntervalSince(again)) < 0.01)
            // The next attempt is the lane's, at the limit by its own clock.
        }
        #expect(await lossy.run(id).contact == .answered)
        #expect(try state(id) == .done)
        #expect(Set(answers.value.map(\.body)).count == 1, "a duplicate gets the bytes of the first answer")
        #expect(try kommun.spools.inbound.list(.ready).count == 1)
    }

    @Test(
        "A failure of the way defers the message with code and next try, and tells the lane what it shows of the partner",
        arguments: [
            (TransportFailure(.connectionRefused), AttemptEnd.Contact.unreachable), (TransportFailure(.connectTimeout), .unreachable),
            (TransportFailure(.serverNotTrusted), .unreachable), (TransportFailure(.answerTimeout, requestWasSent: true), .silent),
            (TransportFailure(.connectionsBusy), .notAsked), (TransportFailure(.partnerUnknown), .notAsked),
        ])
    func fails(_ failure: TransportFailure, _ contact: AttemptEnd.Contact) async throws {
        let id = try region.queue()
        let result = await deliver { _, _, _ in .failure(failure) }.run(id)
        let entry = try #require(try region.outboundEntry(id))
        #expect(result.contact == contact)
        #expect(entry.state == .deferred && entry.lastCode == failure.code && entry.attempts == 1)
        let next = try #require(entry.nextTryAt)
        #expect(abs(next.timeIntervalSince(try #require(result.again))) < 0.01 && next > (entry.history.last?.at ?? .distantFuture))
    }

    @Test("A refusal that the partner signed ends in failed with its code")
    func refused() async throws {
        let kommun = try TestSide(.kommun) { $0.partners[0].receive = ["M05"] }
        let id = try region.queue()
        let result = await deliver { request, _, _ in .success(kommun.answer(request)) }.run(id)
        let entry = try #require(try region.outboundEntry(id))
        #expect(result.again == nil && entry.state == .failed && entry.lastCode == "EBMS:0010", "\(entry.history)")
    }

    @Test("An attempt that is cancelled before anything was sent is parked; one that was sent is known to have been")
    func cancelled() async throws {
        for (wasSent, isWhole, expected) in [(false, false, SpoolState.ready), (true, false, .deferred), (true, true, .awaiting)] {
            let id = try region.queue()
            let step = deliver { _, _, _ in
                try? await Task.sleep(for: .seconds(60))
                return .failure(TransportFailure(.stopped, requestWasSent: wasSent).whole(isWhole))
            }
            let attempt = Task { await step.run(id) }
            #expect(try await eventually { try state(id) == .inflight })
            attempt.cancel()
            let result = await attempt.value
            #expect(try state(id) == expected)
            #expect(result.contact == .notAsked)
            let entry = try #require(try region.outboundEntry(id))
            #expect(wasSent ? entry.lastCode == "R009" : entry.history.last?.event == .parked)
        }
    }

    @Test("A message that cannot be packed is tried again by the schedule, with our own code, and is never sent")
    func unpackable() async throws {
        let id = region.spools.newID(at: Date())
        var envelope = Envelope(id: id, createdAt: Date(), type: "M01", partner: "kommun")
        envelope.attributes[.as4MessageID] = "not a message id"
        envelope.attributes[.finalRecipient] = TestOrganisation.kommun.organisationsnummer
        _ = try region.spools.outbound.submit(
            body: Array("<a/>".utf8), envelope: envelope, record: HistoryRecord(at: Date(), event: .submitted))
        let result = await deliver { _, _, _ in
            Issue.record("sent")
            return .success(HTTPAnswer(status: 200))
        }.run(id)
        let entry = try #require(try region.outboundEntry(id))
        #expect(result.contact == .notAsked && entry.state == .deferred && entry.lastCode == "A090", "\(entry.history)")
    }

    @Test("When our own disk or another process is in the way the message goes back as soon as it can, and nothing is counted against it")
    func troubleHere() async throws {
        var options = SpoolOptions()
        options.lockPatience = .milliseconds(50)
        let (region, kommun) = (try TestSide(options: options), try TestSide(.kommun))
        let id = try region.queue()
        let held = Guarded<Int32>(-1)
        let post: DeliverMessage.Post = { request, _, _ in
            // Another process takes the message's lock and keeps it.
            let descriptor = open("\(region.spools.outbound.root)/inflight/\(id)", O_RDONLY | O_DIRECTORY)
            #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            held.change { $0 = descriptor }
            return .success(kommun.answer(request))
        }
        var step = DeliverMessage(
            current: CurrentParts(region.parts), spool: region.spools.outbound, scratch: region.spools.scratch, pool: pool, log: log.log,
            post: post)
        step.pauseAfterTroubleHere = .milliseconds(20)
        let attempt = Task { [step] in await step.run(id) }
        #expect(try await eventually { log.text.contains("trouble here") })
        #expect(try region.spools.outbound.list(.inflight) == [id], "it cannot go back yet")
        close(held.value)
        let result = await attempt.value
        #expect(result.contact == .notAsked && result.again != nil)
        let entry = try #require(try region.outboundEntry(id))
        #expect(entry.state == .ready && entry.lastCode == "P012")
        #expect(entry.unknownOutcomes == 0 && DeliveryMachine(entry, schedule: .standard).failedAttempts == 0)

        let next = DeliverMessage(
            current: CurrentParts(region.parts), spool: region.spools.outbound, scratch: region.spools.scratch, pool: pool, log: log.log
        ) {
            request, _, _ in .success(kommun.answer(request))
        }
        _ = await next.run(id)
        #expect(try region.outboundEntry(id)?.state == .done)
        #expect(try kommun.spools.inbound.list(.ready).count == 1)
    }

    @Test("A message that was moved away meanwhile is left alone")
    func gone() async throws {
        let id = try region.queue()
        try region.spools.outbound.move(id, from: .ready, to: .held, record: HistoryRecord(at: Date(), event: .held))
        let step = deliver { _, _, _ in .success(HTTPAnswer(status: 200)) }
        let (result, given) = (await step.run(id), await step.giveUp(id))
        #expect(result.again == nil && result.contact == .notAsked && given.again == nil)
        #expect(try state(id) == .held)
    }

    @Test("Giving up is logged with its code")
    func givesUp() async throws {
        let id = try region.queue()
        let result = await deliver { _, _, _ in .success(HTTPAnswer(status: 200)) }.giveUp(id)
        #expect(result.again == nil)
        #expect(try state(id) == .failed)
        #expect(log.lines.contains { $0.contains("\(id)") && $0.contains("R010") })
    }

    @Test("No log line of the whole way holds anything of the patient")
    func noContent() async throws {
        let kommun = try TestSide(.kommun)
        let step = deliver { request, _, _ in .success(kommun.answer(request)) }
        _ = await step.run(try region.queue())
        #expect(!log.lines.isEmpty)
        for content in ["201203159809", "2012-03-15", "Övning", "Familjen", "hittade"] { #expect(!log.text.contains(content)) }
    }
}
