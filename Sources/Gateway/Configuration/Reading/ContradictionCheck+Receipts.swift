import CareMessages
import Documents

extension ContradictionCheck {
    /// Who sends what people are to confirm (M23) and can receive no confirmation never learns that nobody has read it. A gateway that only
    /// sends has chosen so.
    func checkReceipts() {
        guard draft.listens else { return }
        for (partner, agreements) in Dictionary(grouping: draft.agreements, by: \.partner) {
            // With an agreement that could not be read, nobody knows what it receives.
            guard partner != nil, agreements.allSatisfy({ $0.receive.map { !$0.contains(.kvittens) } ?? false }) else { continue }
            for agreement in agreements {
                guard let send = agreement.send, let terms = agreement.terms else { continue }
                let limits = terms.agreement?.receipts ?? .proposal
                let unconfirmed = send.filter(limits.expects).map(\.rawValue)
                guard !unconfirmed.isEmpty else { continue }
                let types = unconfirmed.joined(separator: ", ")
                add(.noReceipts, agreement.key + ".send", LocalText(sv: "Det gäller \(types).", en: "It concerns \(types)."))
            }
        }
    }
}
