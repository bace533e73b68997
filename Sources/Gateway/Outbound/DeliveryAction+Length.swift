import Spooling

extension DeliveryAction {
    /// The same, with the attempt's length on record.
    func lasting(_ elapsed: Duration) -> DeliveryAction {
        guard case .move(let target, var record) = self else { return self }
        record.elapsedSeconds = elapsed.timeInterval
        return .move(to: target, record: record)
    }
}
