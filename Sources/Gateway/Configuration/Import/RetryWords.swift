/// Retry words of Domibus, `TIMEOUT;COUNT;STRATEGY` with minutes, as our keys.
struct RetryWords: Equatable {
    /// The value of `agreements[].retry`.
    let yaml: String

    /// Nil for words that we have no schedule for.
    init?(_ words: String) {
        let parts = words.split(separator: ";").map { $0.trimmingPrefix(while: \.isWhitespace) }
        guard parts.count == 3, let minutes = Int(parts[0]), let count = Int(parts[1]), (1...43_200).contains(minutes),
            (0...9_999).contains(count)
        else { return nil }
        switch parts[2] {
        case "CONSTANT" where minutes == 12 && count == 4: yaml = "sdk"
        case "CONSTANT" where count > 0:
            let delay = max(1, minutes * 60 / count)
            let attempts = count + 1
            yaml =
                "{ first_delay: \(delay)s, longest_delay: \(delay)s, jitter: 0, expiry: \(minutes + 1)min, maximum_attempts: \(attempts) }"
        case "SEND_ONCE": yaml = "{ maximum_attempts: 1 }"
        default: return nil
        }
    }
}
