import Foundation
import Logging
import ServiceLifecycle
import Spooling

/// Tells once, in the log and to systemd, that a spool accepts nothing more. `sluss status` reads the spool's own note.
struct HealthService: Service {
    let spools: Spools
    let log: EventLog

    func run() async throws {
        var told: Set<String> = []
        await Nudge().loopUntilShutdown(atLeastEvery: .seconds(1)) { look(&told) }
    }

    private func look(_ told: inout Set<String>) {
        for (name, spool) in [("outbound", spools.outbound), ("inbound", spools.inbound)] {
            guard case .degraded(let failure) = spool.health, told.insert(name).inserted else { continue }
            log.trouble("spool degraded", failure, ["spool": name])
            ServiceNotification.tell("STATUS=degraded: \(name) \(failure.code.rawValue)")
        }
    }
}
