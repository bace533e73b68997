import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// The messages of a folder of XML files, such as the hand-over folder, as lines for a ``CaseCollection``: a case can be made anew from them
/// alone.
///
/// A signature that is there must fit its message; who gave it is not asked, and none is demanded. Nothing is written.
package struct MessageArchive: Sendable {
    /// A line for each message that could be read and each organisation that sent or received it, in place of a partner.
    package private(set) var lines: [LedgerLine] = []
    /// How many files are no message that this version can read.
    package private(set) var unreadable = 0

    /// Reads every file whose name ends with `.xml`; folders below are not looked into. Blocking.
    ///
    /// - Throws: ``FileTrouble`` when the folder cannot be listed or a file cannot be read; `Refusal` D011 from a broken build.
    package init(folder: String, at now: Date) throws {
        let check = try MessageCheck()
        let verifier = EnvelopedVerifier(policy: nil)
        var random = SystemRandomNumberGenerator()
        // Patients are compared within this reading only.
        let ledger = CaseLedger(secret: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        for name in try FileSystem.names(in: folder) where name.hasSuffix(".xml") {
            let bytes = try FileSystem.read("\(folder)/\(name)", limit: DocumentLimits.message.maximumBytes + 1)
            let outcome = check.check(bytes, verifier: verifier, requiresSignature: false, context: RuleContext(now: now))
            guard let message = outcome.message else {
                unreadable += 1
                continue
            }
            let event = CaseEvent(message)
            let keys = ledger.patientKeys((message.patient?.identities ?? []).map(\.comparable))
            for organisation in Set([event.sender] + event.receivers).map(\.organisationsnummer).sorted() {
                lines.append(
                    LedgerLine(
                        event, id: MessageID.make(at: event.sent, random: &random), isInbound: true, partner: organisation,
                        patientKeys: keys))
            }
        }
    }
}
