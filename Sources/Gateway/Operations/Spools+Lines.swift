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
        // One that moved meanwhile may have been passed over: it is sought again before it counts as gone.
        if content.lines.contains(where: { there[$0.id] == nil }) { there.merge(try entries()) { first, _ in first } }
        var kept: [LedgerLine] = []
        kept.reserveCapacity(content.lines.count)
        for line in content.lines where there.removeValue(forKey: line.id) != nil { kept.append(line) }
        var added: [LedgerLine] = []
        for (id, place) in there.sorted(by: { $0.key < $1.key }) {
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

    private func entries() throws(SpoolError) -> [MessageID: Place] {
        var entries: [MessageID: Place] = [:]
        for (spool, isInbound) in [(outbound, false), (inbound, true)] {
            for state in SpoolState.allCases where state != .incoming && state != .corrupt {
                for id in try spool.list(state) { entries[id] = Place(isInbound: isInbound, state: state) }
            }
        }
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
