import Documents
import Foundation
import Spooling

/// The last word outbound: a message that came through the drop folder and could not be delivered is told of beside the place where it was
/// left, in `NAME.failed.json`. Its history notes that this was done, so that it is done once, also after a crash.
///
/// A message for several receivers may fail at more than one: the newest answer names all of them.
struct TellSubmitter: Sendable {
    let spool: Spool
    let ledger: CaseLedger
    /// The drop folder.
    let folder: String

    /// The actor of the record that the submitter was told.
    static let actor = "notice to the submitter"

    /// Tells of a failed message, unless that was done. Blocking.
    ///
    /// - Returns: false when there was nothing to tell: it came another way, was told of before, or lies in `failed` no more.
    /// - Throws: ``FileTrouble`` and ``SpoolError`` when the notice cannot be given now.
    func run(_ id: MessageID, at time: Date) throws -> Bool {
        guard let entry = try spool.entry(id, in: .failed), let name = Self.name(of: entry), entry.history.last?.actor != Self.actor else {
            return false
        }
        let others = ledger.entries(forBusinessMessage: entry.envelope.attributes[.businessMessageID] ?? "").map(\.id)
        let failed = try Set(others + [id]).sorted().compactMap { id in try spool.entry(id, in: .failed) }
        let notice = FailureNotice(failed.filter { Self.name(of: $0) == name }, file: name.file)
        try FileSystem.writeDurably(try JSONReport.line(notice), to: "\(folder)/\(name.answer(.failed))")
        let record = HistoryRecord(at: time, event: .failed) { $0.actor = Self.actor }
        try spool.append(record, to: id, in: .failed)
        return true
    }

    private static func name(of entry: SpoolEntry) -> DropName? { entry.envelope.attributes[.submittedAs].flatMap { DropName($0) } }
}

/// What `NAME.failed.json` says. Nothing of the message's content.
private struct FailureNotice: Encodable {
    struct Copy: Encodable {
        let id: String
        let partner: String
        let failedAt: Date?
        let attempts: Int
        let code: String?
        let messageSv: String?
        let messageEn: String?
        let reason: String?
    }

    let status = "failed"
    let file: String
    let businessMessageID: String?
    let type: String?
    let copies: [Copy]
    let messageSv = GatewayCode.notDelivered.text.sv
    let messageEn = GatewayCode.notDelivered.text.en
    let remedySv = GatewayCode.notDelivered.remedy.sv
    let remedyEn = GatewayCode.notDelivered.remedy.en

    init(_ entries: [SpoolEntry], file: String) {
        self.file = file
        businessMessageID = entries.first?.envelope.attributes[.businessMessageID]
        type = entries.first?.envelope.type
        copies = entries.map { entry in
            let text = entry.lastCode.flatMap(FaultText.text)
            return Copy(
                id: "\(entry.id)", partner: entry.envelope.partner, failedAt: entry.history.last { $0.to == .failed }?.at,
                attempts: entry.attempts, code: entry.lastCode, messageSv: text?.sv, messageEn: text?.en, reason: entry.lastReason)
        }
    }
}
