import Foundation
import ServiceLifecycle

/// Writes once a minute what refusals were only counted. What is left at the end is written by ``GatewayDaemon``, when nobody is answered any more.
struct RefusalCountService: Service {
    let refusals: RefusalTrail
    let pool: BlockingPool
    let log: EventLog

    func run() async throws {
        await Nudge().loopUntilShutdown(atLeastEvery: .seconds(60)) { await round(at: Date()) }
    }

    private func round(at time: Date) async {
        do {
            try await pool.run { [refusals] in try refusals.writeDue(at: time) }
        } catch {
            log.trouble("refusals not recorded", error)
        }
    }
}
