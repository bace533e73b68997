import CareMessages
import Dispatch
import Foundation
import Spooling
import Synchronization

/// All cases of a set of lines. Cases are made when they are asked for, one after the other and on every core, so that a hundred thousand of
/// them need little more memory than their lines.
package struct CaseCollection: Sendable {
    /// Where the lines of a case are, and when its last message was sent.
    private struct Place {
        private(set) var numbers: [Int] = []
        private(set) var last = Date.distantPast

        mutating func add(_ number: Int, sent: Date) {
            numbers.append(number)
            last = max(last, sent)
        }
    }

    private let lines: [LedgerLine]
    private let places: [String: Place]
    /// Requests for a health examination (M14) by patient: they have cases of their own and answer a placement's (M20).
    private let requests: [String: Set<String>]

    /// Takes the lines of ``Spools/ledgerLines(reading:)`` or of an archive.
    package init(_ lines: [LedgerLine]) {
        self.lines = lines
        var places: [String: Place] = [:]
        places.reserveCapacity(lines.count / 2)
        var requests: [String: Set<String>] = [:]
        for (number, head) in Self.heads(lines).enumerated() {
            guard let head else { continue }
            places[head.caseID, default: Place()].add(number, sent: head.sent)
            if head.type == MessageType.begaranHalsoundersokning.rawValue {
                for key in lines[number].patientKeys { requests[key, default: []].insert(head.caseID) }
            }
        }
        self.places = places
        self.requests = requests
    }

    /// The heads of the lines, read on every core.
    private static func heads(_ lines: [LedgerLine]) -> [CaseEventLine.Head?] {
        let parts = min(64, max(1, lines.count / 1_024))
        let found = Mutex<[Int: [CaseEventLine.Head?]]>([:])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let heads = lines[lines.count * part / parts..<lines.count * (part + 1) / parts].map(\.caseHead)
            found.withLock { $0[part] = heads }
        }
        return found.withLock { found in (0..<parts).flatMap { found[$0] ?? [] } }
    }

    /// How many cases there are.
    package var count: Int { places.count }

    /// The ids that begin so, in order.
    package func ids(beginning start: String) -> [String] {
        places[start] == nil ? places.keys.filter { $0.hasPrefix(start) }.sorted() : [start]
    }

    /// The case; `nil` when no message of it is known.
    package func dossier(_ id: String) -> CaseDossier? {
        guard let numbers = places[id]?.numbers else { return nil }
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
        return ids.sorted().map { other in Case(id: other, events: (places[other]?.numbers ?? []).compactMap { lines[$0].event }) }
    }

    /// Makes something of cases, the one with the latest message first, until there are so many; what gives `nil` is left out. Reads no case
    /// that is not needed, so that the newest of a hundred thousand are there at once.
    package func newest<Value: Sendable>(_ limit: Int, _ transform: @Sendable (CaseDossier) -> Value?) -> [Value] {
        let ids = places.sorted { ($1.value.last, $0.key) < ($0.value.last, $1.key) }.map(\.key)
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
        let ids = Array(places.keys)
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
