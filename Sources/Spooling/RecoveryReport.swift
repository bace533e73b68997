/// What a start found of the run before, and did about it.
package struct RecoveryReport: Sendable, Equatable {
    /// Messages whose reception or submission a crash had cut off after its record in `seen`: now `ready`.
    package var finished: [MessageID] = []
    /// Leftovers in `incoming` that nobody was told about: removed.
    package var removed: [String] = []
    /// Messages whose attempt was cut off: back in `ready`, the attempt noted with an unknown outcome.
    package var returned: [MessageID] = []
    /// Messages cut off too often in a row: now `held`.
    package var held: [MessageID] = []
    /// Messages whose recorded move was cut off before its rename: now where the record says.
    package var carriedOut: [MessageID] = []
    /// Damaged messages, now in `corrupt`, with what was found.
    package var quarantined: [SpoolError] = []
    /// Messages in `incoming` that a living process is writing: left alone.
    package var beingWritten: [MessageID] = []
    /// Names in the state folders that are no messages: left alone, for the operator to look at.
    package var foreign: [String] = []

    /// Nothing found.
    package init() {}

    /// Whether there was anything to do.
    package var isClean: Bool { self == RecoveryReport() }
}
