import Spooling

extension Spools {
    /// A line for every entry of both spools, from the index where it has one, else from the envelope; the index is then brought up to date.
    /// Blocking.
    ///
    /// - Parameter reading: is shown every envelope that had to be opened.
    /// - Throws: ``SpoolError`` when a spool cannot be read.
    package func ledgerLines(reading: (Envelope) -> Void = { _ in }) throws(SpoolError) -> [LedgerLine] {
        let index = LedgerIndex(root: root)
        let content = index.read()
        var there = try entries()
        var kept = content.lines.filter { there.index(of: $0.id) != nil }
        if kept.count < content.lines.count {
            // One that moved meanwhile may have been passed over: it is sought again before it counts as gone.
            there.merge(try entries())
            kept = content.lines.filter { there.index(of: $0.id) != nil }
        }
        var added: [LedgerLine] = []
        for (id, place) in there.besides(kept) {
            guard let envelope = try envelope(of: id, place) else { continue }
            reading(envelope)
            if let line = LedgerLine(envelope, isInbound: place.isInbound) { added.append(line) }
        }
        let stale = content.lines.count - kept.count + content.waste
        if stale * 10 > content.lines.count + content.waste {
            index.replace(with: kept + added)
        } else {
            index.append(added, after: content)
        }
        return kept + added
    }

    private struct Place {
        let isInbound: Bool
        let state: SpoolState
    }

    /// Every entry in the order of its id. The folders are read in that order nearly, so that sorting costs less than hashing would.
    private struct Entries {
        private(set) var all: [(id: MessageID, place: Place)] = []

        mutating func add(_ ids: [MessageID], _ place: Place) { all += ids.map { ($0, place) } }

        /// Puts them in order; one that moved may have been seen in two places.
        mutating func sort() {
            all.sort { $0.id < $1.id }
            guard zip(all, all.dropFirst()).contains(where: { $0.id == $1.id }) else { return }
            all = all.reduce(into: []) { if $0.last?.id != $1.id { $0.append($1) } }
        }

        mutating func merge(_ other: Entries) {
            all += other.all
            sort()
        }

        func index(of id: MessageID) -> Int? {
            var (low, high) = (0, all.count)
            while low < high {
                let middle = (low + high) / 2
                if all[middle].id < id { low = middle + 1 } else { high = middle }
            }
            return low < all.count && all[low].id == id ? low : nil
        }

        /// Those that have no line.
        func besides(_ lines: [LedgerLine]) -> [(id: MessageID, place: Place)] {
            guard lines.count < all.count else { return [] }
            let known = Set(lines.map(\.id))
            return all.filter { !known.contains($0.id) }
        }
    }

    private func entries() throws(SpoolError) -> Entries {
        var entries = Entries()
        for (spool, isInbound) in [(outbound, false), (inbound, true)] {
            for state in SpoolState.allCases where state != .incoming && state != .corrupt {
                entries.add(try spool.list(state), Place(isInbound: isInbound, state: state))
            }
        }
        entries.sort()
        return entries
    }

    /// A damaged message teaches nothing, and lies in `corrupt` from here on; it keeps nobody from starting.
    private func envelope(of id: MessageID, _ place: Place) throws(SpoolError) -> Envelope? {
        let spool = place.isInbound ? inbound : outbound
        do throws(SpoolError) {
            if let envelope = try spool.envelope(of: id, in: place.state) { return envelope }
            // It moved meanwhile.
            return try spool.entry(id)?.envelope
        } catch {
            guard error.code == .corrupt else { throw error }
            return nil
        }
    }
}
