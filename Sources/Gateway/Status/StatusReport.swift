import CareMessages
import Foundation
import Spooling

/// `sluss status`: how the gateway is, at a glance. The JSON contract is in `Docs/json-output.md`. Never content of a message.
package struct StatusReport: Encodable, Sendable {
    /// Whether a daemon runs the spools.
    package let isRunning: Bool
    /// Its process id, when it runs.
    package let pid: Int?
    /// `outbound` and `inbound`.
    package let spools: [SpoolStatus]
    /// The file system of the spools.
    package let disk: DiskSpace
    /// Partners that are not tried now, because they could not be reached.
    package let closedLanes: [ClosedLane]
    /// Insecure by decision, and in force today.
    package let weakenings: [WeakeningStatus]
    /// Our own certificates, the first to end first.
    package let certificates: [CertificateStatus]
    /// Certificates whose status is unknown or told by what has ended, and addresses that give nothing.
    package let revocation: [RevocationTrouble]
    /// What somebody must look at; empty when all is well.
    package let attention: [Attention]

    /// A partner whose messages wait.
    package struct ClosedLane: Encodable, Sendable {
        /// Its name in the configuration.
        package let partner: String
        /// When it is tried again.
        package let until: Date
    }

    /// A weakening in force.
    package struct WeakeningStatus: Encodable, Sendable {
        /// Its name in the configuration.
        package let name: String
        /// Why, as the configuration says.
        package let reason: String
        /// The last day it holds, Swedish time.
        package let until: String
    }

    /// One of our certificates.
    package struct CertificateStatus: Encodable, Sendable {
        /// `tls`, `as4` or `signing`.
        package let use: String
        /// When it ends.
        package let endsAt: Date
        /// Whole days until then; negative when it has ended.
        package let daysLeft: Int
    }

    /// Looks at everything. Blocking; makes and changes nothing.
    ///
    /// - Throws: ``SpoolError`` when a spool cannot be read, ``FileTrouble`` when its file system cannot be asked.
    package init(_ parts: GatewayParts, spools: Spools, at time: Date) throws {
        let configuration = parts.configuration
        isRunning = try spools.outbound.isRun()
        pid = isRunning ? spools.outbound.lockHolder : nil
        self.spools = try [("outbound", spools.outbound), ("inbound", spools.inbound)].map { try SpoolStatus($1, named: $0, at: time) }
        disk = try DiskSpace(of: spools.root, settings: configuration.disk)
        closedLanes = LaneBoard.closed(in: spools.outbound, at: time).sorted { $0.key < $1.key }.map(ClosedLane.init)
        weakenings = configuration.weakenings.filter { configuration.allows($0.name, at: time) }.map {
            WeakeningStatus(name: $0.name.rawValue, reason: $0.reason, until: $0.until.text)
        }
        certificates = CertificateUse.allCases.map { use in
            let end = parts.keyring.notAfter(use)
            return CertificateStatus(use: use.rawValue, endsAt: end, daysLeft: Int((end.timeIntervalSince(time) / 86_400).rounded(.down)))
        }.sorted { $0.endsAt < $1.endsAt }
        revocation = RevocationTrouble.all(parts, at: time)
        attention =
            AttentionGrounds(
                isRunning: isRunning, spools: self.spools, disk: disk, certificates: certificates, revocation: revocation,
                isAuditWhole: AuditTrail(path: configuration.paths.audit).isRecentlyWhole,
                isQuarantineFull: try configuration.quarantine.map(Quarantine(spools: spools).isFull) ?? false, time: time
            ).attention
    }
}

/// One spool, by its folders.
package struct SpoolStatus: Encodable, Sendable {
    /// `outbound` or `inbound`.
    package let name: String
    /// Why it accepts nothing, or accepted nothing when the daemon ended; nil while it is healthy.
    package let degraded: Degradation?
    /// The states in which messages lie, in the order of the state table.
    package let states: [StateCount]

    /// The failure after which nothing is accepted.
    package struct Degradation: Encodable, Sendable {
        /// Its code.
        package let code: String
        /// The place in the spool.
        package let place: String
        /// When.
        package let since: Date
    }

    /// The messages of a state.
    package struct StateCount: Encodable, Sendable {
        /// The state.
        package let state: String
        /// How many.
        package let count: Int
        /// Seconds since the oldest of them was accepted.
        package let oldestSeconds: Int
    }

    init(_ spool: Spool, named name: String, at time: Date) throws(SpoolError) {
        self.name = name
        degraded = spool.degradedNote.map { Degradation(code: $0.code, place: $0.place, since: $0.since) }
        var states: [StateCount] = []
        for state in SpoolState.allCases {
            let ids = try spool.list(state)
            guard let oldest = ids.min() else { continue }
            let age = max(0, Int(time.timeIntervalSince(oldest.madeAt)))
            states.append(StateCount(state: state.rawValue, count: ids.count, oldestSeconds: age))
        }
        self.states = states
    }

    /// How many messages lie in a state.
    package func count(_ state: SpoolState) -> Int { states.first { $0.state == state.rawValue }?.count ?? 0 }

    /// The age of the oldest message that the daemon has to work on.
    var oldestWork: Int {
        let working = [SpoolState.ready, .inflight, .awaiting, .deferred].map(\.rawValue)
        return states.filter { working.contains($0.state) }.map(\.oldestSeconds).max() ?? 0
    }
}
