import Foundation
import Glibc
import Signatures
import Spooling
import Synchronization

/// The clock that retention judges by, with what it remembers in the spool: ``PurgeClock`` decides.
final class RetentionClock: Sendable {
    private let path: String
    private let steady: @Sendable () -> Duration
    private let state = Mutex<PurgeClock?>(nil)

    /// - Parameters:
    ///   - spool: the folder of both spools; `retention.time` in it holds the latest time that was believed.
    ///   - steady: the seconds since the machine started, those of sleep too, unless a test says otherwise.
    init(spool: String, steady: @escaping @Sendable () -> Duration = { sinceStart() }) {
        (path, self.steady) = (spool + "/retention.time", steady)
    }

    /// Whether a purge may go by this time; what is believed is on disk then. Blocking.
    ///
    /// - Throws: ``FileTrouble`` when the file cannot be read or written.
    func judge(_ time: Date) throws(FileTrouble) -> PurgeClock.Verdict {
        try state.withLock { (state) throws(FileTrouble) in
            if state == nil { state = PurgeClock(believed: try remembered()) }
            guard var clock = state else { return .doubted(ahead: .zero) }
            let before = clock.believed
            let verdict = clock.judge(time, steady: steady())
            if clock.believed != before, let believed = clock.believed {
                try FileSystem.writeDurably(Array((Timestamps.text(believed) + "\n").utf8), to: path)
            }
            state = clock
            return verdict
        }
    }

    /// What is not a time of ours counts as none.
    private func remembered() throws(FileTrouble) -> Date? {
        do throws(FileTrouble) {
            let text = String(decoding: try FileSystem.read(path, limit: 64), as: UTF8.self)
            return Timestamps.date(text.trimmingCharacters(in: .whitespacesAndNewlines))
        } catch {
            if error.errno == ENOENT { return nil }
            throw error
        }
    }

    private static func sinceStart() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
