/// Finds the known name that somebody probably meant.
package enum NearestName {
    /// The nearest of `names`, when it is near: at most a third of the letters differ (at least one, at most three may), or one begins the other.
    package static func find(_ name: String, among names: some Sequence<String>) -> String? {
        let written = name.lowercased().replacing("-", with: "_")
        let limit = max(1, min(3, written.count / 3))
        let candidates = names.map { (name: $0, distance: distance(written, $0.lowercased().replacing("-", with: "_"))) }
        if let best = candidates.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }), best.distance <= limit { return best.name }
        guard written.count >= 3 else { return nil }
        return candidates.map(\.name).sorted().first { $0.hasPrefix(written) || written.hasPrefix($0) }
    }

    /// Edits from one to the other: insert, delete, replace, and exchange of neighbours (optimal string alignment).
    static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        // A name longer than any key is not worth a comparison of all its letters.
        guard a.count <= 64, b.count <= 64 else { return .max }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var current = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { current[j] = min(current[j], before[j - 2] + 1) }
            }
            (before, previous) = (previous, current)
        }
        return previous[b.count]
    }
}
