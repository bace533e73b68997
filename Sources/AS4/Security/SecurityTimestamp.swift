import Documents
import Foundation

/// `wsu:Timestamp`: optional inbound (the profile does not ask for one), but binding when it is there. We send none: a resend
/// hours later carries the same bytes, and its freshness would have passed.
struct SecurityTimestamp {
    /// Throws A064 for a malformed one, A063 when `now` is outside it by more than `skew`.
    static func check(_ timestamp: Element, now: Date, skew: TimeInterval) throws(EBMSError) {
        var reader = HeaderReader(timestamp, namespace: Namespace.utility)
        let created = try instant(try reader.required("Created"))
        let expires = try reader.optional("Expires").map { element throws(EBMSError) in try instant(element) }
        try reader.end()
        guard created <= now.addingTimeInterval(skew) else { throw EBMSError(.stale, at: timestamp.place, detail: "created in the future") }
        guard let expires else { return }
        guard expires > created else { throw EBMSError(.securityTimestamp, at: timestamp.place, detail: "expires before created") }
        guard expires >= now.addingTimeInterval(-skew) else { throw EBMSError(.stale, at: timestamp.place, detail: "expired") }
    }

    private static func instant(_ element: Element) throws(EBMSError) -> Date {
        guard let instant = HeaderTime.instant(try HeaderValue.text(element)) else {
            throw EBMSError(.securityTimestamp, at: element.place, detail: "no xs:dateTime with zone")
        }
        return instant
    }
}
