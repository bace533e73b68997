import Foundation

/// The business receipts that messages wait for: one from every organisation that received, whatever it says.
enum ReceiptExpectation {
    static func drafts(_ watched: WatchedCase, _ agreement: RegionalAgreement) -> [DeadlineDraft] {
        let receipts = watched.events.filter {
            $0.type == .kvittens && $0.facts.level == Kvittens.Level.business.rawValue && !watched.isWithdrawn($0)
        }
        let byMessage = Dictionary(grouping: receipts) { $0.refersTo ?? "" }
        return watched.chains(Set(MessageType.allCases)).compactMap { chain in
            let message = chain.head
            let receivers = Set(message.receivers.map(\.organisationsnummer))
            guard !receivers.isEmpty, let due = agreement.receipts.due(message.type, sent: message.sent, agreement.holidays) else {
                return nil
            }
            var first: [String: CaseEvent] = [:]
            for receipt in byMessage[message.messageID] ?? [] where first[receipt.sender.organisationsnummer] == nil {
                first[receipt.sender.organisationsnummer] = receipt
            }
            return DeadlineDraft(.verksamhetskvittens, message, due: .instant(due)).with {
                $0.awaiting = receivers.subtracting(first.keys).sorted()
                let last = receivers.compactMap { first[$0] }.max { $0.sent < $1.sent }
                $0.answer = $0.awaiting.isEmpty ? last.map { .init($0) } : nil
                $0.stops = [watched.withdrawal(of: chain)]
            }
        }
    }
}
