import Foundation

/// When the end of a certificate is told: once at each of 60, 30, 14, 7 and 1 days before, and once when it has ended. Pure.
enum ExpiryAlarms {
    /// Days before the end, the longest first; 0 stands for "has ended".
    static let thresholds = [60, 30, 14, 7, 1, 0]

    /// The threshold to tell now; nil when none is reached, or it, or a later one, was told before.
    static func due(_ end: Date, told: Int?, at time: Date) -> Int? {
        let days = end.timeIntervalSince(time) / 86_400
        guard let reached = thresholds.last(where: { days <= Double($0) }) else { return nil }
        if let told, told <= reached { return nil }
        return reached
    }
}
