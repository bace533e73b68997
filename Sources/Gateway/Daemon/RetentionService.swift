import Foundation
import Logging
import ServiceLifecycle
import Spooling

/// Removes what the configuration says is kept no longer: at the start and once a day, when the clock can be believed.
struct RetentionService: Service {
    let current: CurrentParts
    let spools: Spools
    let pool: BlockingPool
    let log: EventLog
    let clock: RetentionClock
    let quarantine: Quarantine

    /// Messages removed by one piece of work: others wait for its thread.
    private static let portion = 200

    func run() async throws {
        await Nudge().loopUntilShutdown(atLeastEvery: .seconds(86_400)) { await round(at: Date()) }
    }

    /// Goes through both spools; what is in the way is logged, and tried again the next day.
    func round(at time: Date) async {
        let configuration = current.value.configuration
        let policy = RetentionPolicy(configuration)
        guard policy != nil || configuration.quarantine != nil, await isBelieved(time) else { return }
        if let settings = configuration.quarantine { await expire(settings, AuditTrail(path: configuration.paths.audit), time) }
        if let policy { await purge(policy, time) }
    }

    private func expire(_ settings: QuarantineSettings, _ audit: AuditTrail, _ time: Date) async {
        do {
            let count = try await pool.run { [quarantine] in try quarantine.expire(olderThan: settings.age, at: time, audit) }
            if count > 0 { log.note(.notice, "quarantine expired", numbers: ["messages": count]) }
        } catch {
            log.trouble("retention failed", error, ["spool": "quarantine"])
        }
    }

    private func purge(_ policy: RetentionPolicy, _ time: Date) async {
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

    private func isBelieved(_ time: Date) async -> Bool {
        do {
            switch try await pool.run({ try clock.judge(time) }) {
            case .believed: return true
            case .doubted(let ahead):
                let days = Int(ahead.timeInterval / 86_400)
                log.note(.warning, "retention waits: the clock went forward, nothing is removed", numbers: ["days": days])
                return false
            }
        } catch {
            // Nobody would know after a restart which time was believed.
            log.trouble("retention failed", error)
            return false
        }
    }
}
