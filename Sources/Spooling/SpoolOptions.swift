import FoundationEssentials

/// What an operator may set about a spool.
package struct SpoolOptions: Sendable {
    /// A message is refused, temporarily, when the file system would keep fewer free bytes than this.
    package var minimumFreeBytes: UInt64 = 64 << 20
    /// A message is refused, temporarily, when the file system has fewer free inodes than this. Ignored where inodes are not counted.
    package var minimumFreeInodes: UInt64 = 1_000
    /// A message whose attempt was cut off by a crash this many times in a row is held at the next start instead of tried again.
    package var mostUnknownOutcomes = 5
    /// How long a call waits for another process that is moving the same message.
    package var lockPatience: Duration = .seconds(5)
    /// The clock for records the spool makes by itself (quarantine).
    package var now: @Sendable () -> Date = { Date() }

    /// The defaults above.
    package init() {}
}
