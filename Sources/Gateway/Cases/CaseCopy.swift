import Spooling

/// A message of a case as it lies in a spool: one for each partner it went to, or the one that came in.
package struct CaseCopy: Sendable, Equatable {
    /// Our id.
    package let id: MessageID
    /// Whether it came in.
    package let isInbound: Bool
    /// The partner, by its name in the configuration; `local` within the own organisation.
    package let partner: String
}
