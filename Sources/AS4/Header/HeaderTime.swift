import Foundation
import Signatures

/// Times of the header: xs:dateTime with zone and milliseconds. A time without zone is refused, never guessed.
package enum HeaderTime {
    /// The instant in UTC with milliseconds, such as `2026-11-22T12:00:00.000Z`.
    package static func text(_ instant: Date) -> String {
        let milliseconds = milliseconds(instant)
        let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
        let fraction = String(milliseconds - seconds * 1000)
        let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
        return XMLTime.text(Date(timeIntervalSince1970: Double(seconds))).replacing("Z", with: ".\(padded)Z")
    }

    /// Reads `YYYY-MM-DDThh:mm:ss[.f]` with `Z` or an offset. Nil for anything else.
    package static func instant(_ text: String) -> Date? {
        XMLTime.instant(text).map(rounded)
    }

    /// The instant as ``text(_:)`` writes it.
    static func rounded(_ instant: Date) -> Date {
        Date(timeIntervalSince1970: Double(milliseconds(instant)) / 1000)
    }

    private static func milliseconds(_ instant: Date) -> Int {
        Int((instant.timeIntervalSince1970 * 1000).rounded())
    }
}
