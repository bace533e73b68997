import Documents

/// Why a request to a partner failed, with what the retry needs to know.
package struct TransportFailure: Error, Sendable, Equatable {
    /// The stable code, such as `G002`.
    package let code: String
    /// What is wrong.
    package let text: LocalText
    /// What can be done about it.
    package let remedy: LocalText
    /// Whether trying again later can help.
    package let isTemporary: Bool
    /// Whether any byte of the request may have reached the partner. False is certain; true is "perhaps".
    package let requestWasSent: Bool
    /// Whether the whole request was written to the connection: the partner may have taken the message, and only its answer is missing.
    package private(set) var requestWasWhole = false
    /// Technical circumstance (host and port, system error, TLS alert, limit). Never content.
    package let detail: String?
    /// The refusal of the partner's certificate, when that is the reason (``TransportCode/serverNotTrusted``).
    package let cause: Refusal?

    /// Makes a failure. `detail` must not hold anything of a message.
    package init(_ code: TransportCode, requestWasSent: Bool = false, detail: String? = nil, cause: Refusal? = nil) {
        self.code = code.rawValue
        text = code.text
        remedy = code.remedy
        isTemporary = code.isTemporary
        self.requestWasSent = requestWasSent
        self.detail = detail
        self.cause = cause
    }

    /// True when the failure was made from this code.
    package func `is`(_ code: TransportCode) -> Bool { self.code == code.rawValue }

    /// The same failure of an exchange whose request was written whole, or was not.
    func whole(_ requestWasWhole: Bool) -> TransportFailure {
        var failure = self
        failure.requestWasWhole = requestWasSent && requestWasWhole
        return failure
    }

    /// The same failure, with what is known about the request.
    func sent(_ requestWasSent: Bool) -> TransportFailure {
        guard let code = TransportCode(rawValue: code) else { return self }
        return TransportFailure(code, requestWasSent: requestWasSent, detail: detail, cause: cause)
    }
}
