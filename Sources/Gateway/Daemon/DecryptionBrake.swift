import Foundation

/// Counts what each partner sends that we cannot decrypt, and stops listening to one that sends much of it (T23). Pure.
///
/// The answer to such a message tells nothing, yet each is a question to our key, and only a partner whose signature holds can ask. A partner that
/// means well has a wrong certificate of ours: its messages would all fail for good, so to let them wait is also kind.
struct DecryptionBrake: Sendable {
    /// So many within ``window`` start a pause.
    static let most = 10
    /// Seconds.
    static let window: TimeInterval = 60
    /// Seconds for which nothing of the partner is judged.
    static let pause: TimeInterval = 300

    private struct Count: Sendable {
        var failures: [Date] = []
        var pausedUntil: Date?
    }

    private var counts: [String: Count] = [:]

    /// Takes note of a message that could not be decrypted. True when that starts a pause.
    mutating func failed(_ partner: String, at time: Date) -> Bool {
        var count = counts[partner] ?? Count()
        defer { counts[partner] = count }
        // The clock may have been set back: what lies in the future is no failure of the last minute.
        count.failures = count.failures.filter { (0..<Self.window).contains(time.timeIntervalSince($0)) } + [time]
        guard count.failures.count >= Self.most, !isPaused(count, at: time) else { return false }
        (count.failures, count.pausedUntil) = ([], time.addingTimeInterval(Self.pause))
        return true
    }

    /// Seconds for which the partner has to wait, nil when it is listened to.
    func pause(of partner: String, at time: Date) -> Int? {
        guard let count = counts[partner], isPaused(count, at: time), let end = count.pausedUntil else { return nil }
        return Int(end.timeIntervalSince(time).rounded(.up))
    }

    /// A pause lasts no longer than it was meant to, whatever the clock does.
    private func isPaused(_ count: Count, at time: Date) -> Bool {
        guard let end = count.pausedUntil else { return false }
        return time < end && end.timeIntervalSince(time) <= Self.pause
    }
}
