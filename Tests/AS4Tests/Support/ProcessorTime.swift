import Glibc

/// Processor time of this thread: what a judgement costs, however busy the machine is.
enum ProcessorTime {
    /// Seconds that a synchronous piece of work takes.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = now
        try work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
