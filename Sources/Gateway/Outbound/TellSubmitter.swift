import Documents
import Foundation
import Spooling

/// The last word outbound: a message that came through the drop folder and could not be delivered is told of beside the place where it was
/// left. Its history notes that this was done, so that it is done once, also after a crash.
///
/// The spool does not know the submitter's file name, only a keyed digest of it. While `NAME.accepted.json` lies in the drop folder the name is
/// found there and the answer is `NAME.failed.json`; when the submitter has taken that away, it is named by the business message's id.
///
/// A message for several receivers may fail at more than one: the newest answer names all of them.
struct TellSubmitter: Sendable {
    let spools: Spools
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
        let spool = spools.outbound
        guard let entry = try spool.entry(id, in: .failed), let origin = Origin(entry), entry.lastStep?.actor != Self.actor else {
            return false
        }
        let answer = try answer(to: origin, entry)
        let others = ledger.entries(forBusinessMessage: entry.envelope.attributes[.businessMessageID] ?? "").map(\.id)
        let failed = try Set(others + [id]).sorted().compactMap { id in try spool.entry(id, in: .failed) }
        let notice = FailureNotice(failed.filter { Origin($0) == origin }, file: answer.file)
        try FileSystem.writeDurably(try JSONReport.line(notice), to: "\(folder)/\(answer.name)")
        let record = HistoryRecord(at: time, event: .failed) { $0.actor = Self.actor }
        try spool.append(record, to: id, in: .failed)
        return true
    }

    /// What is known of the file that brought a message.
    private enum Origin: Equatable {
        case key(String)
        /// From a version that kept the name.
        case name(DropName)

        /// Nil for a message that came another way.
        init?(_ entry: SpoolEntry) {
            if let key = entry.envelope.attributes[.submissionKey] {
                self = .key(key)
            } else if let name = entry.envelope.attributes[.submittedAs].flatMap({ DropName($0) }) {
                self = .name(name)
            } else {
                return nil
            }
        }
    }

    /// The answer's name, and the submitted file's where it is known.
    private func answer(to origin: Origin, _ entry: SpoolEntry) throws(FileTrouble) -> (name: String, file: String?) {
        switch origin {
        case .name(let name): return (name.answer(.failed), name.file)
        case .key(let key):
            for name in try FileSystem.names(in: folder) {
                guard let failed = DropName.answer(.failed, beside: name, .accepted),
                    DropName.key(ofAnswer: name, under: spools.secret) == key
                else { continue }
                return (failed, DropName.answered(by: name))
            }
            let id = DropName((entry.envelope.attributes[.businessMessageID] ?? "") + DropName.ending)
            return (id?.answer(.failed) ?? "\(entry.id).failed.json", nil)
        }
    }
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
    let file: String?
    let businessMessageID: String?
    let type: String?
    let copies: [Copy]
    let messageSv = GatewayCode.notDelivered.text.sv
    let messageEn = GatewayCode.notDelivered.text.en
    let remedySv = GatewayCode.notDelivered.remedy.sv
    let remedyEn = GatewayCode.notDelivered.remedy.en

    init(_ entries: [SpoolEntry], file: String?) {
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
