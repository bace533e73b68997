import Foundation
import Logging
import ServiceLifecycle
import Spooling

/// Removes what the configuration says is kept no longer: at the start and once a day.
struct RetentionService: Service {
    let current: CurrentParts
    let spools: Spools
    let pool: BlockingPool
    let log: EventLog

    /// Messages removed by one piece of work: others wait for its thread.
    private static let portion = 200

    func run() async throws {
        let nudge = Nudge()
        await withGracefulShutdownHandler {
            await nudge.loop(atLeastEvery: .seconds(86_400)) { await round(at: Date()) }
        } onGracefulShutdown: {
            nudge.end()
        }
    }

    /// Goes through both spools; what is in the way is logged, and tried again the next day.
    func round(at time: Date) async {
        guard let policy = RetentionPolicy(current.value.configuration) else { return }
        for (name, spool) in [("outbound", spools.outbound), ("inbound", spools.inbound)] {
            var removed = (messages: 0, records: 0)
            do {
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    let report = try await pool.run { try spool.purge(policy, now: time, limit: Self.portion) }
                    removed = (removed.messages + report.messages.count, removed.records + report.seen)
                    if report == PurgeReport() { break }
                }
            } catch {
                log.trouble("retention failed", error, ["spool": name])
            }
            log.note(.notice, "retention", ["spool": name, "messages": "\(removed.messages)", "duplicate_records": "\(removed.records)"])
        }
    }
}

extension RetentionPolicy {
    /// The longest `expiry` a configuration allows; a partner's own is unknown to us.
    private static let longestExpiry = Duration.seconds(30 * 86_400)

    /// What the configuration lets go of; nil when nothing.
    init?(_ configuration: Configuration) {
        let settings = configuration.retention
        guard settings.done != nil || settings.cancelled != nil else { return nil }
        let horizon = max(configuration.agreements.map(\.retry.horizon).max() ?? .zero, Self.longestExpiry)
        // A repeat must find the record when the message itself is gone.
        self.init(
            doneAge: settings.done, cancelledAge: settings.cancelled, seenAge: (settings.done ?? .zero) + horizon * 2, retryHorizon: horizon
        )
    }
}
