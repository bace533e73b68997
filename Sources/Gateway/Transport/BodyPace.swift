/// Whether a body comes fast enough to be waited for.
struct BodyPace {
    enum Verdict: Equatable {
        case inTime
        case tooSlow
        case tooLong
    }

    /// Bytes for which a body may take a second longer than ``ListenerLimits/bodyTimeout``.
    static let bytesPerExtraSecond = 64 * 1024

    let limits: ListenerLimits

    /// `elapsed` since the end of the head.
    func verdict(received: Int, elapsed: Duration) -> Verdict {
        guard elapsed < limits.bodyTimeout + .seconds(received / Self.bytesPerExtraSecond) else { return .tooLong }
        let counted = elapsed - limits.rateGrace
        guard counted > .zero else { return .inTime }
        let seconds = Double(counted.components.seconds) + Double(counted.components.attoseconds) / 1e18
        return Double(received) >= seconds * Double(limits.minimumBytesPerSecond) ? .inTime : .tooSlow
    }
}
