import Foundation

/// What a certificate whose status nobody can tell means, for one use.
package enum RevocationMode: Sendable, Hashable {
    /// Without a fresh answer for every certificate below the root the check is refused (T009).
    case hard
    /// The last list or answer counts for so many seconds after its own end; each decision that rests on one is told to the witness.
    case grace(TimeInterval)
    /// An unknown status passes; a certificate that is listed is refused all the same, also by an overdue list.
    case soft
    /// As ``hard`` when there is any list or answer at hand; without any nothing is asked. For judging captured messages without a network.
    case ifListed

    /// Seconds that an overdue list or answer counts on.
    var graceSeconds: TimeInterval { if case .grace(let seconds) = self { max(0, seconds) } else { 0 } }
}
