import Foundation
import Synchronization

/// A clock the test sets.
final class TestClock: Sendable {
    private let offset = Mutex<TimeInterval>(0)

    init(daysAhead: Double = 0) { set(daysAhead: daysAhead) }

    var now: Date { Date().addingTimeInterval(offset.withLock { $0 }) }
    func set(daysAhead: Double) { offset.withLock { $0 = daysAhead * 86400 } }
}
