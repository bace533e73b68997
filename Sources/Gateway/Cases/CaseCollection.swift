import CareMessages
import Dispatch
import Foundation
import Spooling
import Synchronization

/// All cases of a set of lines. Cases are made when they are asked for, one after the other and on every core, so that a hundred thousand of
/// them need little more memory than their lines.
package struct CaseCollection: Sendable {
    private let lines: [LedgerLine]
    private let byCase: [String: [Int]]
    /// When the last message of each case was sent.
    private let last: [String: Date]
    /// Requests for a health examination (M14) by patient: they have cases of their own and answer a placement's (M20).
    private let requests: [String: Set<String>]

    /// Takes the lines of ``Spools/ledgerLines(reading:)`` or of an archive.
    package init(_ lines: [LedgerLine]) {
        self.lines = lines
        var byCase: [String: [Int]] = [:]
        byCase.reserveCapacity(lines.count / 2)
        var last: [String: Date] = [:]
        last.reserveCapacity(lines.count / 2)
        var requests: [String: Set<String>] = [:]
        for (number, line) in lines.enumerated() {
            guard let head = line.caseHead else { continue }
            byCase[head.caseID, default: []].append(number)
            if head.sent > last[head.caseID, default: .distantPast] { last[head.caseID] = head.sent }
            if head.type == MessageType.begaranHalsoundersokning.rawValue {
                for key in line.patientKeys { requests[key, default: []].insert(head.caseID) }
            }
        }
        self.byCase = byCase
        self.last = last
        self.requests = requests
    }

    /// How many cases there are.
    package var count: Int { byCase.count }

    /// The ids that begin so, in order.
    package func ids(beginning start: String) -> [String] {
        byCase[start] == nil ? byCase.keys.filter { $0.hasPrefix(start) }.sorted() : [start]
    }

    /// The case; `nil` when no message of it is known.
    package func dossier(_ id: String) -> CaseDossier? {
        guard let numbers = byCase[id] else { return nil }
        var copies: [String: [CaseCopy]] = [:]
        var events: [CaseEvent] = []
        for line in numbers.lazy.map({ lines[$0] }) {
            guard let event = line.event else { continue }
            let copy = CaseCopy(id: line.id, isInbound: line.isInbound, partner: line.partner)
            // Copies of one message are one event.
            if copies[event.messageID]?.append(copy) == nil {
                copies[event.messageID] = [copy]
                events.append(event)
            }
        }
        let state = Case(id: id, events: events)
        return CaseDossier(state, copies: copies, related: related(to: state, numbers))
    }

    private func related(to state: Case, _ numbers: [Int]) -> [Case] {
        guard state.kind == .placering, !requests.isEmpty else { return [] }
        let keys = Set(numbers.flatMap { lines[$0].patientKeys })
        let ids = keys.reduce(into: Set<String>()) { $0.formUnion(requests[$1] ?? []) }.subtracting([state.id])
        return ids.sorted().map { other in Case(id: other, events: (byCase[other] ?? []).compactMap { lines[$0].event }) }
    }

    /// Makes something of cases, the one with the latest message first, until there are so many; what gives `nil` is left out. Reads no case
    /// that is not needed, so that the newest of a hundred thousand are there at once.
    package func newest<Value: Sendable>(_ limit: Int, _ transform: @Sendable (CaseDossier) -> Value?) -> [Value] {
        let ids = last.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        var (values, next) = ([Value](), 0)
        while values.count < limit, next < ids.count {
            let range = next..<min(ids.count, next + max(256, limit))
            let found = Mutex<[Int: Value]>([:])
            DispatchQueue.concurrentPerform(iterations: range.count) { offset in
                guard let value = dossier(ids[range.lowerBound + offset]).flatMap(transform) else { return }
                found.withLock { $0[offset] = value }
            }
            values += found.withLock { $0 }.sorted { $0.key < $1.key }.map(\.value)
            next = range.upperBound
        }
        return Array(values.prefix(limit))
    }

    /// Makes something of every case; what gives `nil` is left out. In no order.
    package func compactMap<Value: Sendable>(_ transform: @Sendable (CaseDossier) -> Value?) -> [Value] {
        let ids = Array(byCase.keys)
        let parts = min(64, max(1, ids.count / 64))
        let found = Mutex<[Value]>([])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = ids.count * part / parts..<ids.count * (part + 1) / parts
            let values = ids[range].compactMap { dossier($0).flatMap(transform) }
            found.withLock { $0 += values }
        }
        return found.withLock { $0 }
    }
}
