/// Between whom receipts (M23) may pass by the agreements of one organisation. What cannot come is not waited for.
package struct ReceiptSenders: Sendable, Equatable {
    /// Our organisationsnummer.
    package let own: String
    /// organisationsnummer of the partners that may send us a receipt.
    package let toUs: Set<String>
    /// organisationsnummer of the partners that we may send one.
    package let fromUs: Set<String>

    /// Takes what the agreements say.
    package init(own: String, toUs: Set<String>, fromUs: Set<String>) { (self.own, self.toUs, self.fromUs) = (own, toUs, fromUs) }

    /// Whether the receiver's receipt to the sender can be seen here: a partner's to us, or ours to a partner. What two others say to each
    /// other does not come here, and nobody confirms to itself.
    func expects(from receiver: String, to sender: String) -> Bool {
        if sender == own { return receiver != own && toUs.contains(receiver) }
        return receiver == own && fromUs.contains(sender)
    }
}
