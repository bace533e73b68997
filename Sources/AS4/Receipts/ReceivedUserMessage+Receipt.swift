import Documents

extension ReceivedUserMessage {
    /// Whether a receipt of ours, as it was stored, was given for this message and not for another under the same MessageId: it names the
    /// message, and its references are exactly those of the message's signature, as a multiset of URI and digest. False for what is no receipt.
    /// Its signature is not looked at: the store vouches for the bytes.
    package func isProved(by receipt: AS4Entity) -> Bool {
        do throws(EBMSError) {
            let signal = try Signal(try SOAPEnvelope(try UnpackedEntity(receipt).envelope).only("SignalMessage"))
            guard case .receipt(let element) = signal.content, signal.facts.refToMessageID == userMessage.messageID else { return false }
            try ReceiptMatcher.match(try NonRepudiation.references(element), references, at: element.place)
            return true
        } catch {
            return false
        }
    }
}
