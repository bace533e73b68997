import CareMessages
import Dispatch
import Spooling
import Synchronization

/// All cases of a set of lines. Cases are made when they are asked for, one after the other and on every core, so that a hundred thousand of
/// them need little more memory than their lines.
package struct CaseCollection: Sendable {
    private let lines: [LedgerLine]
    private let byCase: [String: [Int]]
    /// Requests for a health examination (M14) by patient: they have cases of their own and answer a placement's (M20).
    private let requests: [String: Set<String>]

    /// Takes the lines of ``Spools/ledgerLines(reading:)`` or of an archive.
    package init(_ lines: [LedgerLine]) {
        self.lines = lines
        var byCase: [String: [Int]] = [:]
        byCase.reserveCapacity(lines.count / 2)
        var requests: [String: Set<String>] = [:]
        for (number, line) in lines.enumerated() {
            guard let (id, type) = line.caseAndType else { continue }
            byCase[id, default: []].append(number)
            if type == MessageType.begaranHalsoundersokning.rawValue {
                for key in line.patientKeys { requests[key, default: []].insert(id) }
            }
        }
        self.byCase = byCase
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
