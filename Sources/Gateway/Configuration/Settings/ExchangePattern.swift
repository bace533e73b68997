/// The message exchange pattern of an agreement (`agreements[].mep`; eDelivery AS4 1.15, ebMS 3.0 Core 2.2).
package enum ExchangePattern: String, CaseIterable, Sendable {
    /// One-Way/Push: each message stands alone on the wire, whatever it answers.
    case oneWay = "one-way"
    /// Two-Way/Push-and-Push: a message that answers one of the partner names it by its AS4 MessageId, keeps its ConversationId, and is sent in
    /// exchanged roles. A message that answers nothing is sent as in ``oneWay``.
    case twoWay = "two-way"
}
