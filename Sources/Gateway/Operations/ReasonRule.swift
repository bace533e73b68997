import CareMessages
import Foundation
import Spooling

/// The rule that the reason for an act on a message does not name its patient: a reason goes to the audit trail, the history and lists, where no patient
/// data is.
///
/// Source: Sluss's own rule; compare OSL (2009:400) 25 kap. 1 §, 26 kap. 1 §.
package struct ReasonRule: Sendable {
    private let check: MessageCheck
    private let spools: Spools

    /// Judges by the messages of these spools.
    package init(_ parts: GatewayParts, spools: Spools) { (check, self.spools) = (parts.check, spools) }

    /// Whether a word of the reason is a name of the patient in the message. A message that is not there, is damaged or has no patient names
    /// nobody; so the act itself tells of the damage. Blocking: reads and parses.
    package func isPatient(of id: MessageID, namedIn reason: String, at time: Date = Date()) -> Bool {
        let names = try? PatientNames.names(in: id, of: spools, by: check, at: time)
        return NameSearch.finds(names ?? [], in: reason)
    }
}
