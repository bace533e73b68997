import Foundation

/// When revocation data is fetched next. Pure; `random` (0 ..< 1) spreads gateways over time, so that a CA does not meet all of them at once.
enum RevocationSchedule {
    /// However long a list says it holds, a newer one is looked for this often, because a revocation may stand in it.
    static let longestRest: TimeInterval = 6 * 3_600
    /// The same for OCSP answers.
    static let longestAnswerRest: TimeInterval = 3_600
    static let shortestRest: TimeInterval = 5
    static let longestBackoff: TimeInterval = 1_800

    /// After something came that holds until `end`: between half and three quarters of what is left, so that failures have time to be mended.
    static func next(after time: Date, end: Date, isAnswer: Bool, random: Double) -> Date {
        let left = max(0, end.timeIntervalSince(time))
        let rest = min(left * (0.5 + 0.25 * random), isAnswer ? longestAnswerRest : longestRest)
        return time.addingTimeInterval(max(shortestRest, rest))
    }

    /// After so many failures in a row (1 and more): 5 s, doubled each time up to half an hour, a quarter more or less.
    static func next(afterFailures failures: Int, at time: Date, random: Double) -> Date {
        let pause = min(longestBackoff, 5 * pow(2, Double(min(max(failures, 1), 12) - 1)))
        return time.addingTimeInterval(pause * (0.75 + 0.5 * random))
    }
}
