import Documents
import Signatures

/// An error that a peer reported. Its texts are the peer's: shortened, and made safe for one line of log.
package struct ReportedError: Sendable, Equatable {
    /// `@errorCode` as written, such as `EBMS:0101`; see ``catalogued``.
    package let code: String
    /// `@severity`: true for `failure`, and for anything that is not `warning`.
    package let isFailure: Bool
    /// `@shortDescription`.
    package let shortDescription: String?
    /// `eb:Description`.
    package let description: String?
    /// `eb:ErrorDetail`.
    package let detail: String?
    /// `@refToMessageInError`, when it has the form of a MessageId.
    package let refToMessageInError: String?

    /// Reads `eb:Error`. Throws A023, A024, A028.
    init(_ element: Element) throws(EBMSError) {
        guard let code = try HeaderValue.attribute("errorCode", of: element) else {
            throw EBMSError(.missingElement, at: element.place, detail: "errorCode")
        }
        self.code = LoggedName(code).description
        isFailure = element.attribute("severity")?.lowercased() != EBMSCode.Severity.warning.rawValue
        shortDescription = element.attribute("shortDescription").map(Self.safe)
        refToMessageInError = element.attribute("refToMessageInError").flatMap { MessageIdentifier.isWellFormed($0) ? $0 : nil }
        description = Self.text(element.child("Description", in: Namespace.ebms))
        detail = Self.text(element.child("ErrorDetail", in: Namespace.ebms))
    }

    /// The row of the catalogue, or `nil` for a code of the peer's own.
    package var catalogued: EBMSCode? { EBMSCode(rawValue: code) }

    /// True when the peer says that it has had this message before. phase4 answers a duplicate so (EBMS:4001, earlier EBMS:0004 with
    /// a text) instead of with the receipt: the message was delivered and its receipt is lost, if an attempt of ours was written whole.
    package var saysDuplicate: Bool {
        if code == "EBMS:4001" || code.uppercased().contains("PHASE4_DUPLICATE") { return true }
        guard catalogued == .other else { return false }
        return [shortDescription, description, detail].contains { $0?.lowercased().contains("duplicate") == true }
    }

    /// True when the peer says that it does not serve the receiver: EBMS:0004 with this word, as access points of SDK and Peppol answer.
    package var saysNotServiced: Bool {
        guard catalogued == .other else { return false }
        return [shortDescription, description, detail].contains { $0?.uppercased().contains(EBMSError.notServiced) == true }
    }

    private static func text(_ element: Element?) -> String? {
        guard let element, let text = try? element.text() else { return nil }
        return safe(text)
    }

    private static func safe(_ text: String) -> String { LoggedName(text).description }
}
