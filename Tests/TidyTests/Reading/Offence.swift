import Testing

/// A broken rule and where, in the form that editors jump to.
struct Offence: Sendable, Equatable, CustomStringConvertible {
    let path: String
    /// From 1; 0 for the file as a whole.
    let line: Int
    let words: String

    var description: String { "\(path):\(line): \(words)" }

    /// Fails the test with one line for each offence.
    static func expectNone(_ offences: [Offence], at place: SourceLocation = #_sourceLocation) {
        guard !offences.isEmpty else { return }
        let lines = offences.map { "  \($0)" }.joined(separator: "\n")
        Issue.record("\(offences.count) offences:\n\(lines)", sourceLocation: place)
    }
}
