import ArgumentParser

/// A span on the command line: `90s`, `10min`, `2h`, `7d`.
struct TimeSpan: Sendable {
    let duration: Duration

    /// - Throws: `ValidationError` (exit code 64) for anything else.
    static func parsed(_ text: String) throws -> TimeSpan {
        guard let span = TimeSpan(text) else {
            throw ValidationError(
                local(
                    "ett antal, högst 1 000 000, med s, min, h eller d: 90s, 10min, 2h, 7d",
                    "a number, at most 1,000,000, with s, min, h or d: 90s, 10min, 2h, 7d"))
        }
        return span
    }

    private init?(_ text: String) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let count = Int64(digits), count <= 1_000_000 else { return nil }
        switch text.dropFirst(digits.count) {
        case "s": duration = .seconds(count)
        case "min": duration = .seconds(count * 60)
        case "h": duration = .seconds(count * 3_600)
        case "d": duration = .seconds(count * 86_400)
        default: return nil
        }
    }
}
