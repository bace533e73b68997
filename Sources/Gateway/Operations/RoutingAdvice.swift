import CareMessages
import Documents

/// Who a message is for by law, register and address book, beside the receivers it names.
package struct RoutingAdvice: Sendable {
    /// What the comparison came to.
    package enum Verdict: String, Sendable, Codable {
        /// Everybody who should have it has it, and nobody else.
        case right
        /// A needed receiver is missing, or one is superfluous.
        case wrong
        /// Nobody can tell: the responsible organisation is unknown, or there are several.
        case unknown
    }

    /// Who it is for, and why.
    package let decision: RoutingDecision
    /// The decision beside the receivers that the message names.
    package let comparison: RoutingComparison
    /// What the comparison came to.
    package let verdict: Verdict

    /// Notes about how to address, which whoever has chosen the addresses does not need.
    private static let aboutAddresses: Set<RoutingCode> = [.addressMissing, .protectedMailboxMissing, .severalAddresses]

    /// Decides with all that the ledger remembers; the ledger is asked, never changed.
    package init(_ message: CareMessage, parts: GatewayParts, ledger: CaseLedger) {
        decision = Router(addressBook: parts.addressBook).decide(ledger.routingFacts(of: message))
        comparison = RoutingComparison(decision, receivers: message.envelope.receivers, addressBook: parts.addressBook)
        if decision.recipients.isEmpty {
            verdict = .unknown
        } else {
            verdict = comparison.missing.isEmpty && comparison.superfluous.isEmpty ? .right : .wrong
        }
    }

    /// The notes as warnings that travel along with a submission. Never a refusal: the routing table is a reading.
    ///
    /// - Parameter naming: whether the organisations may be named; not for a protected patient, whose municipality is a trace.
    func warnings(below root: Element, naming: Bool) -> [Finding] {
        let quiet = Set(Self.aboutAddresses.map(\.rawValue))
        return comparison.notes.filter { !quiet.contains($0.code) }.map { $0.finding(below: root, naming: naming) }
    }
}
