/// How far the time of a received message (`eb:Timestamp`) may be from ours (`as4`).
package struct MessageAgeSettings: Sendable, Equatable {
    /// The oldest message that is taken; `nil` for as old as the records of duplicates reach back.
    package let maximumAge: Duration?
    /// How far a message's time may lie ahead of ours, and how far its wsu:Timestamp may be off.
    package let clockSkew: Duration
}
