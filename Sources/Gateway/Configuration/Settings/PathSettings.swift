/// Where the gateway keeps and exchanges files (`paths`). Absolute paths without `.` and `..`; none lies within another.
package struct PathSettings: Sendable, Equatable {
    /// Root of the spool; `outbound` and `inbound` lie in it.
    package let spool: String
    /// Drop folder: the organisation's systems put messages to send here.
    package let submit: String
    /// Hand-over folder: received messages are put here for the organisation's systems.
    package let handover: String
    /// The audit trail, a file of JSON Lines.
    package let audit: String
}
