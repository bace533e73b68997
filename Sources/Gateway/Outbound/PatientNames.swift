import CareMessages
import Foundation
import Signatures
import Spooling

/// What the patient of a case is called, read from the messages of the case that still lie in the spool, for the rule that such names stay
/// out of a report (W2501) and of a receipt for what came wrong (W2302). The names go to that rule and nowhere else: not to the ledger, the index or the log.
struct PatientNames: Sendable {
    let check: MessageCheck
    let spools: Spools
    let ledger: CaseLedger

    /// Whoever has hundreds of messages in a case learns nothing more from the ninth.
    private static let mostRead = 8

    /// The names by the message that `report` refers to, else by the newest inskrivningsmeddelande, else by the newest message of the case that
    /// tells any; nil when none does, or none is left. Blocking: reads and parses.
    func known(toTheCaseOf report: CareMessage, at time: Date) -> Set<String>? {
        var asked: Set<String> = [report.envelope.messageID]
        for line in candidates(of: report) where asked.insert(line.businessMessageID).inserted {
            // A message that cannot be read is no hindrance to a report; the spool itself sets aside what is damaged.
            if let names = try? Self.names(in: line.id, of: spools, by: check, at: time) { return names }
            if asked.count > Self.mostRead { return nil }
        }
        return nil
    }

    private func candidates(of report: CareMessage) -> [CaseLedger.Line] {
        func rank(_ line: CaseLedger.Line) -> Int {
            if line.businessMessageID == report.envelope.refersTo { return 0 }
            return line.type == MessageType.inskrivningsmeddelande.rawValue ? 1 : 2
        }
        // Who names no patient has no keys of one.
        return ledger.lines(inCase: report.envelope.caseID).filter { !$0.patientKeys.isEmpty }
            .sorted { (rank($0), $1.sent, $0.id) < (rank($1), $0.sent, $1.id) }
    }

    /// The names of the patient in one message; nil when it has none, or cannot be read. Blocking: reads and parses.
    static func names(
        in id: MessageID, of spools: Spools, by check: MessageCheck, at time: Date
    ) throws(SpoolError) -> Set<String>? {
        for spool in [spools.outbound, spools.inbound] {
            guard let state = try spool.locate(id), state != .corrupt else { continue }
            let outcome = check.check(
                try spool.body(of: id, in: state), verifier: EnvelopedVerifier(policy: nil), requiresSignature: false,
                context: RuleContext(now: time))
            return outcome.message?.patient?.name.map { [$0.given, $0.family] }
        }
        return nil
    }
}
