import CareMessages
import Foundation
import Gateway
import Spooling
import Synchronization
import TestSupport

/// Fills a gateway's spool from outside, as quickly as the disk allows: every entry is as durable as one that a command submitted.
enum Backlog {
    /// Puts `count` messages for one receiver into the outbound spool. The first goes through the whole pipeline; the others are its body
    /// under envelopes of their own, which a partner that is never reached does not look at.
    static func fill(_ station: Station, with count: Int, to receiver: Party) async throws {
        let outcome = ConfigurationCheck.run(path: station.configuration, at: Date())
        guard let accepted = outcome.accepted else { throw SupportFailure("configuration: \(outcome.errors)") }
        let parts = GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: try MessageCheck())
        let spools = try Spools(root: parts.configuration.paths.spool, create: true, options: parts.spoolOptions)
        let submission = try OutboundPipeline(parts, spools: spools, ledger: try spools.ledger()).submit(FreshMessage(to: [receiver]).bytes)
        guard let first = submission.copies.first, let entry = try spools.outbound.entry(first.id) else {
            throw SupportFailure("refused: \(submission.findings.map(\.rule))")
        }
        let body = try spools.outbound.body(of: first.id, in: .ready)
        // Threads that wait for the disk share its syncs; eight are quicker than two.
        try await onThreads(8, items: count - 1) { _ in
            let time = Date()
            var envelope = Envelope(id: spools.newID(at: time), createdAt: time, type: entry.envelope.type, partner: entry.envelope.partner)
            envelope.attributes = entry.envelope.attributes
            let messageID = UUID().uuidString.lowercased()
            envelope.attributes[.businessMessageID] = messageID
            envelope.attributes[.caseID] = UUID().uuidString.lowercased()
            envelope.attributes[.as4MessageID] = "\(messageID)@2321009900.sluss"
            _ = try spools.outbound.submit(body: body, envelope: envelope, record: HistoryRecord(at: time, event: .submitted))
        }
    }

    /// Hands out numbers to several threads.
    private final class Numbers: Sendable {
        private let next = Atomic(0)
        func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
    }

    /// Does a piece of blocking work for every item, on threads of its own.
    private static func onThreads(_ threads: Int, items: Int, _ work: @escaping @Sendable (Int) throws -> Void) async throws {
        let numbers = Numbers()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<threads {
                group.addTask {
                    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                        Thread.detachNewThread { continuation.resume(with: Result { try workThrough(numbers, items, work) }) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func workThrough(_ numbers: Numbers, _ items: Int, _ work: (Int) throws -> Void) throws {
        while true {
            let item = numbers.take()
            guard item < items else { return }
            try work(item)
        }
    }
}
