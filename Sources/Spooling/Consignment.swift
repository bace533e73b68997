/// A submission with all its copies, one for each partner, and the key by which it is known when it comes again.
///
/// Either every copy of it is accepted or none: see ``Spool/submit(_:)-(Consignment)``.
package struct Consignment: Sendable {
    /// What the envelopes of all copies say of the submission they belong to.
    package struct Note: Sendable, Equatable {
        /// The name of the submission's record in `seen`: the SHA-256 of its key.
        package let key: String
        /// SHA-256 of what was submitted, in hexadecimal.
        package let content: String
        /// Every copy, in the order of the submission.
        package let copies: [Copy]
    }

    /// One copy.
    package struct Copy: Sendable, Equatable {
        /// Its name.
        package let id: MessageID
        /// The partner it goes to.
        package let partner: String
    }

    /// The bytes, the same for all copies.
    package let body: [UInt8]
    /// The files that belong to it, the same for all copies.
    package var enclosures: [EnclosedContent] = []
    /// One for each copy, at least one.
    package let envelopes: [Envelope]
    /// What makes two submissions the same: the business message's id. Stored as its SHA-256 only.
    package let key: String
    /// SHA-256 of what was submitted, in hexadecimal: tells a repetition from other content under the same key.
    package let content: String
    /// How it came in; each copy's record names its own partner.
    package let record: HistoryRecord
    /// Where every copy lies first: `ready`, or `held` to stop it from being delivered.
    package let first: SpoolState

    /// A submission.
    package init(
        body: [UInt8], envelopes: [Envelope], key: String, content: String, record: HistoryRecord, first: SpoolState = .ready
    ) {
        (self.body, self.envelopes, self.key, self.content, self.record) = (body, envelopes, key, content, record)
        self.first = first
    }

    var note: Note {
        Note(key: Spool.seenName(key), content: content, copies: envelopes.map { Copy(id: $0.id, partner: $0.partner) })
    }
}

extension Consignment.Note: SpoolStored {
    var members: [String: SpoolValue] {
        let copies = copies.map { SpoolValue.object(["id": SpoolValue($0.id), "partner": .text($0.partner)]) }
        return ["key": .text(key), "content": .text(content), "copies": .list(copies)]
    }

    init?(members: [String: SpoolValue]) {
        guard let key = members["key"]?.text, let content = members["content"]?.text, let list = members["copies"]?.list else { return nil }
        let copies = list.compactMap { value -> Consignment.Copy? in
            guard let id = value.object?["id"]?.id, let partner = value.object?["partner"]?.text else { return nil }
            return Consignment.Copy(id: id, partner: partner)
        }
        guard copies.count == list.count else { return nil }
        self.init(key: key, content: content, copies: copies)
    }
}

/// What became of a submission.
package enum ConsignmentOutcome: Sendable, Equatable {
    /// The first of its key: every copy is stored, durable, in its first state.
    case stored([SpoolEntry])
    /// The same content was submitted before; these are its copies, all of them durable.
    case known([Consignment.Copy])
    /// The key was used for other content, of this SHA-256. Nothing was stored.
    case otherContent(String)
}
