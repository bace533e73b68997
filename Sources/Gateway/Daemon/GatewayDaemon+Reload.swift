import Documents
import Foundation
import Glibc
import Logging

extension GatewayDaemon {
    /// SIGHUP. What needs a restart is named in the log when it differs.
    func reload(_ trust: TrustGenerations, clients: PartnerClients, delivery: DeliveryService) async {
        ServiceNotification.tell("RELOADING=1\nMONOTONIC_USEC=\(Self.monotonicMicroseconds)")
        defer { ServiceNotification.tell("READY=1") }
        let path = self.path
        guard let outcome = try? await pool.run({ ConfigurationCheck.run(path: path, at: Date()) }) else { return }
        for problem in outcome.problems {
            let fields = ["code": problem.code, "place": "\(problem.file):\(problem.line)", "key": problem.key]
            log.note(problem.severity == .error ? .error : .warning, "configuration", fields)
        }
        guard let accepted = outcome.accepted else { return log.note(.error, "reload refused; the old configuration stays in force") }
        let old = current.value
        let parts = GatewayParts(configuration: accepted.configuration, keyring: accepted.keyring, check: old.check)
        do {
            try trust.adopt(parts)
        } catch {
            return log.note(.error, "reload refused; the old configuration stays in force", ["code": error.code])
        }
        fetching()
        await clients.configurationChanged()
        await delivery.reloaded()
        StartNotes(configuration: parts.configuration).tellWeakenings(log, at: Date())
        let fixed = Self.needingRestart(old.configuration, parts.configuration)
        log.note(.notice, "reloaded", fixed.isEmpty ? [:] : ["restart_needed_for": fixed.joined(separator: " ")])
    }

    /// The parts of a configuration that are read at the start only, where two configurations differ.
    static func needingRestart(_ old: Configuration, _ new: Configuration) -> [String] {
        let differences = [
            ("paths", old.paths != new.paths), ("listen", old.listener != new.listener), ("disk", old.disk != new.disk),
            ("log", old.log != new.log), ("delivery.stop_grace", old.delivery.stopGrace != new.delivery.stopGrace),
            ("delivery.submit_interval", old.delivery.submitInterval != new.delivery.submitInterval),
        ]
        return differences.filter(\.1).map(\.0)
    }

    static func identity(_ parts: GatewayParts) -> TLSIdentity {
        let keyring = parts.keyring
        return TLSIdentity(chain: keyring.tls.chain, key: keyring.tlsKeyPEM.map { .pem($0) } ?? .held(keyring.tls.key))
    }

    static func peers(_ parts: GatewayParts) -> [PeerTrust] {
        parts.configuration.partners.map { PeerTrust(partner: $0.name, policy: parts.keyring.tlsPolicy(for: $0)) }
    }

    /// systemd demands it with RELOADING=1.
    private static var monotonicMicroseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
    }
}
