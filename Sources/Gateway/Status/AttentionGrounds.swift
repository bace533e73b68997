import Documents
import Foundation
import Spooling

/// What a status found, judged: which of it needs a person, and the command that shows it.
struct AttentionGrounds {
    let isRunning: Bool
    let spools: [SpoolStatus]
    let disk: DiskSpace
    let certificates: [StatusReport.CertificateStatus]
    let revocation: [RevocationTrouble]
    let isAuditWhole: Bool
    let isQuarantineFull: Bool
    let time: Date

    /// Everything that needs a person, in the order of ``Attention/Kind``.
    var attention: [Attention] {
        Attention.Kind.allCases.filter(holds).map { Attention($0, seenWith: commands(for: $0)) }
    }

    private func holds(_ kind: Attention.Kind) -> Bool {
        switch kind {
        case .daemonStopped: !isRunning
        case .spoolDegraded: spools.contains { $0.degraded != nil }
        case .diskReadOnly: disk.isReadOnly
        case .diskReserve: disk.isBelowReserve
        case .failed, .corrupt, .held, .late: !places(of: kind).isEmpty
        case .auditBroken: !isAuditWhole
        case .quarantineFull: isQuarantineFull
        case .revocationUnknown: revocation.contains { $0.isOf(.statusUnknown, at: time) }
        case .revocationGrace: revocation.contains { $0.isOf(.onGrace, at: time) }
        case .revocationFetch: revocation.contains { $0.isOf(.fetchFailing, lasting: Attention.fetchSeconds, at: time) }
        case .certificateEnds: certificates.contains { $0.daysLeft < Attention.certificateDays }
        }
    }

    /// The spools with the messages it is about, and what narrows a list to them.
    private func places(of kind: Attention.Kind) -> [(spool: SpoolStatus, filter: String)] {
        switch kind {
        case .failed: places(in: .failed)
        case .corrupt: places(in: .corrupt)
        case .held: places(in: .held)
        case .late: spools.filter { $0.oldestWork >= Attention.lateSeconds }.map { ($0, "--older-than 1h") }
        default: []
        }
    }

    private func places(in state: SpoolState) -> [(spool: SpoolStatus, filter: String)] {
        spools.filter { $0.count(state) > 0 }.map { ($0, "--state \(state.rawValue)") }
    }

    /// Each spool has its own list: the command that shows one shows nothing of the other.
    private func commands(for kind: Attention.Kind) -> LocalText {
        let commands = places(of: kind).map { "sluss \($0.spool.name == "inbound" ? "inbox" : "queue") \($0.filter)" }
        return LocalText(sv: commands.joined(separator: " och "), en: commands.joined(separator: " and "))
    }
}
