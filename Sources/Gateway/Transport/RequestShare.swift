/// What one request holds of its partner's share, from its head until it is answered: a place among the requests, memory, and disk.
struct RequestShare {
    private let partner: String
    private let ledger: ConnectionLedger
    private var bytes = 0
    private var diskBytes = 0

    /// Takes a place. Throws ``ListenerCode/partnerRequests`` when the partner has none left.
    init(of partner: String, in ledger: ConnectionLedger) throws(RequestRefusal) {
        guard ledger.begin(requestOf: partner) else { throw RequestRefusal(.partnerRequests) }
        (self.partner, self.ledger) = (partner, ledger)
    }

    /// Takes memory for body bytes. Throws ``ListenerCode/memoryBudget`` or ``ListenerCode/partnerMemory`` when there is none; what was taken
    /// before stays taken.
    mutating func reserve(_ count: Int) throws(RequestRefusal) {
        switch ledger.reserve(bytes: count, for: partner) {
        case .granted: bytes += count
        case .noRoom: throw RequestRefusal(.memoryBudget)
        case .shareUsed: throw RequestRefusal(.partnerMemory)
        }
    }

    /// Bytes have gone from memory to disk. Throws ``ListenerCode/partnerDisk`` when the partner has too many there already.
    mutating func moveToDisk(_ count: Int) throws(RequestRefusal) {
        ledger.release(bytes: count, of: partner)
        bytes -= count
        guard ledger.reserve(diskBytes: count, for: partner) else { throw RequestRefusal(.partnerDisk) }
        diskBytes += count
    }

    /// Gives everything back. Call once; the value is of no use afterwards.
    func release() {
        ledger.release(bytes: bytes, of: partner)
        ledger.release(diskBytes: diskBytes, of: partner)
        ledger.end(requestOf: partner)
    }
}
