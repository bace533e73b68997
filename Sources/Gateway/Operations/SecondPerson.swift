import Foundation
import Spooling

/// The rule that a message about a protected person leaves only when somebody other than its submitter has said so.
///
/// Source: the authorities' practice for skyddade personuppgifter; no statute demands it.
enum SecondPerson {
    /// Whether the message still waits for its release. Its origin says that it came in so, and lies in the envelope's file, which nobody
    /// writes again; a release from `corrupt` to `held` is none.
    static func isAwaited(by entry: SpoolEntry) -> Bool {
        entry.history.first?.code == GatewayCode.awaitsRelease.rawValue
            && !entry.history.contains { $0.event == .released && $0.from == .held }
    }

    /// Whether both names are of one person. `anna as sluss`, who works as the service's user, is anna.
    static func isSame(_ one: String, _ other: String) -> Bool { person(one) == person(other) }

    private static func person(_ actor: String) -> String { actor.components(separatedBy: " as ").first ?? actor }
}
