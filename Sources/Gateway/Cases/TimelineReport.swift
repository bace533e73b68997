import CareMessages
import Foundation
import Spooling

/// `sluss case show` and `sluss case timeline`. The JSON contract is in `Docs/json-output.md`.
package struct TimelineReport: Encodable, Sendable {
    /// A unit that takes part.
    package struct Unit: Encodable, Sendable {
        /// Ten digits.
        package let organisationsnummer: String
        /// Its role.
        package let role: String
        /// Its municipality.
        package let kommunkod: String?
        /// HSA-id or functional address.
        package let address: String

        init(_ unit: CaseEvent.Unit) {
            (organisationsnummer, role) = (unit.organisationsnummer, unit.role.rawValue)
            (kommunkod, address) = (unit.kommunkod, unit.address)
        }
    }

    /// The line of the list.
    package let `case`: CaseReport
    /// organisationsnummer of those that claim to have opened the case. Of several nobody can tell who owns it.
    package let openedBy: [String]
    /// Who takes part now.
    package let parties: [Unit]
    /// What was sent and received, in the order it counts; `nil` where only the case is shown.
    package let messages: [TimelineMessage]?
    /// Every time limit, in the order they run out.
    package let deadlines: [DeadlineReport]
    /// What the messages say of liability to pay.
    package let payment: PaymentReport?

    /// Judges a case at an instant. Blocking: reads what the spools know of its messages.
    ///
    /// - Parameters:
    ///   - spools: where its messages lie; `nil` for a case of an archive.
    ///   - hasMessages: whether the messages are told one by one.
    /// - Throws: ``SpoolError`` when a spool cannot be read; a damaged message is told as such.
    package init(
        _ dossier: CaseDossier, in spools: Spools?, hasMessages: Bool, under terms: CaseTerms, at now: Date
    ) throws(SpoolError) {
        let judged = dossier.judged(under: terms, at: now)
        `case` = CaseReport(dossier, judged, under: terms)
        openedBy = dossier.state.openers.sorted()
        parties = dossier.state.parties.units.map(Unit.init)
        messages = hasMessages ? try TimelineMessage.all(of: dossier, in: spools) : nil
        deadlines = judged.deadlines.map { DeadlineReport($0, of: dossier.state.id) }
        payment = judged.payment.map { PaymentReport($0, amounts: terms.amounts) }
    }
}
