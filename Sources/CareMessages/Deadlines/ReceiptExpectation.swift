import Documents
import Foundation

/// The business receipts that messages wait for: one from every organisation that received and may send one; the sender's own units are not
/// asked. Who answers that it refuses the message, or that it is not meant for it, is not waited for any more, but nobody there has taken it
/// on: the limit is stopped, not kept.
enum ReceiptExpectation {
    static func drafts(_ watched: WatchedCase, _ agreement: RegionalAgreement) -> [DeadlineDraft] {
        let receipts = watched.events.filter {
            $0.type == .kvittens && $0.facts.level == Kvittens.Level.business.rawValue && watched.isInForce($0)
        }
        let byMessage = Dictionary(grouping: receipts) { $0.refersTo ?? "" }
        return watched.chains(Set(MessageType.allCases)).compactMap { chain in
            let message = chain.head
            var first: [String: CaseEvent] = [:]
            for receipt in byMessage[message.messageID] ?? [] where first[receipt.sender.organisationsnummer] == nil {
                first[receipt.sender.organisationsnummer] = receipt
            }
            let sender = message.sender.organisationsnummer
            let receivers = Set(message.receivers.map(\.organisationsnummer)).filter { receiver in
                first[receiver] != nil || agreement.receiptSenders?.expects(from: receiver, to: sender) ?? (receiver != sender)
            }
            guard !receivers.isEmpty, let due = agreement.receipts.due(message.type, sent: message.sent, agreement.holidays) else {
                return nil
            }
            return DeadlineDraft(.verksamhetskvittens, message, due: .instant(due)).with {
                $0.awaiting = receivers.subtracting(first.keys).sorted()
                let answers = receivers.compactMap { first[$0] }.sorted { ($0.sent, $0.messageID) < ($1.sent, $1.messageID) }
                let refusal = answers.last { [.refused, .misdirected].contains($0.status(Kvittens.Outcome.self)) }
                let last = $0.awaiting.isEmpty ? answers.last : nil
                $0.answer = refusal == nil ? last.map { .init($0) } : nil
                $0.stops = [
                    watched.withdrawal(of: chain),
                    refusal.flatMap { refusal in last.map { Deadline.Stop(messageID: refusal.messageID, at: $0.sent) } },
                ]
                $0.note = refusal == nil ? nil : notTaken
            }
        }
    }

    private static let notTaken = LocalText(
        sv: "En mottagare har svarat att den avvisar meddelandet eller att det är felsänt; där har ingen tagit emot det.",
        en: "A receiver has answered that it refuses the message or that it was misdirected; nobody there has taken it on.")
}
