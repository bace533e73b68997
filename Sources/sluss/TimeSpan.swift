import ArgumentParser

/// A span on the command line: `90s`, `10min`, `2h`, `7d`.
struct TimeSpan: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        let digits = argument.prefix { ("0"..."9").contains($0) }
        guard let count = Int64(digits), count <= 1_000_000 else { return nil }
        switch argument.dropFirst(digits.count) {
        case "s": duration = .seconds(count)
        case "min": duration = .seconds(count * 60)
        case "h": duration = .seconds(count * 3_600)
        case "d": duration = .seconds(count * 86_400)
        default: return nil
        }
    }
}
