import Documents

/// `eb:SignalMessage`, structure only.
struct Signal {
    /// What a signal says.
    enum Content {
        case receipt(Element)
        case errors([ReportedError])
    }

    let facts: MessageFacts
    let content: Content

    /// Throws A023–A028, A080 for a signal of no known kind, A085 for a PullRequest, A084 for receipt and error in one.
    init(_ element: Element) throws(EBMSError) {
        var reader = HeaderReader(element)
        facts = try MessageFacts(try reader.required("MessageInfo"))
        if let pull = reader.optional("PullRequest") { throw EBMSError(.pullRequest, at: pull.place) }
        let receipt = reader.optional("Receipt")
        var errors: [ReportedError] = []
        for error in try reader.repeated("Error") { errors.append(try ReportedError(error)) }
        if receipt == nil && errors.isEmpty { throw EBMSError(.notSignal, at: element.place) }
        try reader.end()
        switch (receipt, errors.isEmpty) {
        case (let receipt?, true): content = .receipt(receipt)
        case (nil, _): content = .errors(errors)
        case (_?, false): throw EBMSError(.receiptAndError, at: element.place)
        }
    }
}
