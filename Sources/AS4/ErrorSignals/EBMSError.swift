import Documents

/// A message refused: the ebMS code a peer is told, and our own reason with place and remedy.
package struct EBMSError: Error, Sendable, Equatable {
    /// What the peer is told.
    package let code: EBMSCode
    /// Why, in our own words. Holds no content of the message.
    package let refusal: Refusal
    /// The MessageId of the refused message, when it got far enough to be read. The peer's own words: for equality and
    /// for the answer's RefToMessageId only, never for a path or a log line as it stands.
    package var refToMessageID: String?
    /// Whether the message is for somebody who is not served here, in a network that has a word of its own for that (``notServiced``).
    package private(set) var isNotServiced = false

    /// What SDK and Peppol write into the detail of EBMS:0004 for a receiver that the access point does not serve.
    package static let notServiced = "NOT_SERVICED"

    /// Makes an error from a reason of this target; the ebMS code follows from it.
    package init(_ code: AS4Code, at place: Place = .unknown, detail: String? = nil) {
        self.code = code.ebms
        self.refusal = Refusal(code, at: place, detail: detail)
    }

    /// Makes an error from another target's refusal.
    package init(_ code: EBMSCode, _ refusal: Refusal) {
        self.code = code
        self.refusal = refusal
    }

    /// What `eb:ErrorDetail` says to the peer: our code and the place, nothing of the content, and no word on which
    /// certificate or limit it was.
    package var outwardDetail: String {
        var detail = isNotServiced ? "\(refusal.code) \(Self.notServiced)" : refusal.code
        if let path = refusal.place.path { detail += " at \(path)" }
        if let line = refusal.place.line { detail += " line \(line)" }
        return detail
    }

    /// True when the bytes never were an AS4 message (no MIME, no SOAP envelope): worth HTTP 400, not 200 with a signal.
    package var isUnreadable: Bool {
        if let code = AS4Code(rawValue: refusal.code) { return code.isPackaging || code == .envelope }
        return code == .invalidHeader && refusal.code.hasPrefix("D")
    }

    /// The same refusal in the words of SDK and Peppol: EBMS:0004, severity failure, and `NOT_SERVICED`.
    package var notServiced: EBMSError {
        var error = EBMSError(.other, refusal).about(refToMessageID)
        error.isNotServiced = true
        return error
    }

    /// The same error about this message, unless it names one already.
    package func about(_ messageID: String?) -> EBMSError {
        var error = self
        error.refToMessageID = refToMessageID ?? messageID
        return error
    }
}

/// Runs work of another target; its refusal becomes an error with this ebMS code.
func answering<Result>(_ code: EBMSCode, _ work: () throws(Refusal) -> Result) throws(EBMSError) -> Result {
    do {
        return try work()
    } catch {
        throw EBMSError(code, error)
    }
}
