/// How much the quarantine holds, in all and of each partner, compared with the limits. Pure.
///
/// A partner has a quarter of the messages and of the bytes, and always room for one message within the limits of all: whoever sends us refuse
/// cannot take away the place in which another's mishap would be kept.
struct QuarantineLoad: Sendable, Equatable {
    /// One message.
    struct Kept: Sendable, Equatable {
        /// Whose; nil when its first line is damaged: then it counts for all only.
        let partner: String?
        /// Bytes of the file; at most, while it is being written.
        let size: Int
    }

    private struct Amount: Sendable, Equatable {
        var (messages, bytes) = (0, 0)

        mutating func add(_ size: Int) { (messages, bytes) = (messages + 1, bytes + size) }
    }

    private var all = Amount()
    private var each: [String: Amount] = [:]

    init(_ kept: some Sequence<Kept>) {
        for one in kept {
            all.add(one.size)
            if let partner = one.partner { each[partner, default: Amount()].add(one.size) }
        }
    }

    /// Whether another message of the partner's may be kept.
    func takes(_ size: Int, from partner: String, under settings: QuarantineSettings) -> Bool {
        guard all.messages < settings.maximumMessages, all.bytes + size <= settings.maximumBytes else { return false }
        guard let own = each[partner] else { return true }
        return own.messages < settings.partnerMessages && own.bytes + size <= settings.partnerBytes
    }

    /// Whether somebody should make room: no message more is kept, of all or of one partner, or nine tenths of the bytes are taken, so that
    /// only small ones still are.
    func isFull(under settings: QuarantineSettings) -> Bool {
        func isFull(_ amount: Amount, _ messages: Int, _ bytes: Int) -> Bool {
            amount.messages >= messages || amount.bytes >= bytes / 10 * 9
        }
        return isFull(all, settings.maximumMessages, settings.maximumBytes)
            || each.values.contains { isFull($0, settings.partnerMessages, settings.partnerBytes) }
    }
}
