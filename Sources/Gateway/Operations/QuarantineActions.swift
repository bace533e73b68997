import AS4
import Foundation
import Signatures
import Spooling

/// What people do with what is kept of refused messages. Each act is in the audit trail before it is carried out.
package struct QuarantineActions: Sendable {
    private let quarantine: Quarantine
    private let audit: AuditTrail

    /// Works on the quarantine beside the spools; `audit` is where the acts are recorded.
    package init(spools: Spools, audit: AuditTrail) {
        quarantine = Quarantine(spools: spools)
        self.audit = audit
    }

    /// What is kept, oldest first. Blocking.
    ///
    /// - Throws: ``FileTrouble``, ``SpoolError`` P017.
    package func list() throws -> [QuarantineFile] { try quarantine.list() }

    /// What became of a wish to read one.
    package enum Reading: Sendable {
        /// All of it was handed over.
        case done
        /// It is not there.
        case unknown
        /// The key is another one, or the file is damaged; nothing was handed over.
        case unreadable
    }

    /// Decrypts one for a person who gives a reason, piece by piece. Blocking.
    ///
    /// - Throws: ``AuditFailure`` before anything was read; ``SpoolError``, ``StreamFault`` when the file cannot be read.
    package func content(of id: MessageID, for key: PrivateKey, reason: String, _ body: ([UInt8]) -> Void) throws -> Reading {
        guard let file = try quarantine.file(id) else { return .unknown }
        let act = "view_quarantined"
        try audit.record(AuditTrail.Act(act: act, message: "\(id)", reason: reason, outcome: "begun"))
        do {
            let isRead = try file.content(for: key, body)
            close(act, id, isRead ? "done" : "failed")
            return isRead ? .done : .unreadable
        } catch {
            close(act, id, "failed")
            throw error
        }
    }

    /// Removes one for good. Blocking.
    ///
    /// - Returns: false when it is not there.
    /// - Throws: ``AuditFailure`` before anything was done; ``FileTrouble``.
    package func remove(_ id: MessageID, reason: String) throws -> Bool {
        guard try quarantine.file(id) != nil else { return false }
        let act = "remove_quarantined"
        try audit.record(AuditTrail.Act(act: act, message: "\(id)", reason: reason, outcome: "begun"))
        do {
            let isRemoved = try quarantine.remove(id)
            close(act, id, isRemoved ? "done" : "failed")
            return isRemoved
        } catch {
            close(act, id, "failed")
            throw error
        }
    }

    /// As in ``QueueActions``: that the act was begun is on disk.
    private func close(_ act: String, _ id: MessageID, _ outcome: String) {
        try? audit.record(AuditTrail.Act(act: act, message: "\(id)", reason: nil, outcome: outcome))
    }
}
