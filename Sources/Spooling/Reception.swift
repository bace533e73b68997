/// A message from a partner with the receipt that will answer it, and the key by which its duplicates are known.
package struct Reception: Sendable {
    /// The message's bytes.
    package let body: [UInt8]
    /// The files that came with it.
    package var enclosures: [EnclosedContent] = []
    /// Its envelope.
    package let envelope: Envelope
    /// The receipt to answer it, and every duplicate of it, with.
    package let receipt: StoredReceipt
    /// What makes two receptions the same message: sender and AS4 MessageId. Stored as its SHA-256 only.
    package let duplicateKey: String
    /// How it came in.
    package var record: HistoryRecord
    /// Where it lies first: `ready`, or `held` to stop it from being handed over.
    package var first = SpoolState.ready

    /// A reception; the record says `received` at the time of the envelope and may be changed.
    package init(body: [UInt8], envelope: Envelope, receipt: StoredReceipt, duplicateKey: String) {
        self.body = body
        self.envelope = envelope
        self.receipt = receipt
        self.duplicateKey = duplicateKey
        record = HistoryRecord(at: envelope.createdAt, event: .received) { $0.partner = envelope.partner }
    }
}

/// What became of a reception.
package enum ReceiveOutcome: Sendable, Equatable {
    /// The first of its key: stored, durable, in its first state.
    case stored(SpoolEntry)
    /// The key is known: nothing was stored; answer with this receipt, the same bytes as the first time.
    case duplicate(id: MessageID, receipt: StoredReceipt)
}
