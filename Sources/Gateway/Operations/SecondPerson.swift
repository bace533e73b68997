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

    /// Whether who releases may be who submitted. `anna as sluss`, who works as the service's user, is anna; of a bare `sluss` nobody can tell
    /// that it is not anna, when anna has worked as that user.
    static func isSame(submitter: String, releaser: String) -> Bool {
        let (one, other) = (names(submitter), names(releaser))
        return one.person == other.person || one.account == releaser
    }

    private static func names(_ actor: String) -> (person: String, account: String) {
        let parts = actor.components(separatedBy: " as ")
        return (parts.first ?? actor, parts.last ?? actor)
    }
}
