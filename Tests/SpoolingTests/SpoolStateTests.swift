import Spooling
import Testing

@Suite struct SpoolStateTests {
    @Test("The ten states and their texts are complete")
    func states() {
        #expect(
            SpoolState.allCases.map(\.rawValue) == [
                "incoming", "ready", "inflight", "awaiting", "deferred", "held", "done", "failed", "cancelled", "corrupt",
            ])
        for state in SpoolState.allCases {
            #expect(!state.meaning.isEmpty && !state.movedOnBy.isEmpty && !state.crashLeaves.isEmpty)
            #expect(
                SpoolState.tableMarkdown.contains("| `\(state.rawValue)` | \(state.meaning) | \(state.movedOnBy) | \(state.crashLeaves) |"))
        }
        #expect(SpoolState.tableMarkdown.split(separator: "\n").count == 12)
    }

    @Test("No transition is listed twice, leads nowhere or has no mover")
    func transitions() {
        let pairs = SpoolState.transitions.map { [$0.from, $0.to] }
        #expect(Set(pairs).count == pairs.count)
        #expect(SpoolState.transitions.allSatisfy { $0.from != $0.to && !$0.movers.isEmpty })
    }

    @Test("Every state but incoming is entered, every state but done and cancelled is left otherwise than by damage")
    func reachability() {
        for state in SpoolState.allCases {
            #expect(SpoolState.transitions.contains { $0.to == state } == (state != .incoming))
            let leaves = SpoolState.transitions.contains { $0.from == state && $0.to != .corrupt }
            #expect(leaves == (state != .done && state != .cancelled))
        }
    }

    @Test("Only the daemon's own work touches inflight, and operators never do")
    func operators() {
        let byOperator = SpoolState.transitions.filter { $0.movers.contains(.operatorCommand) }
        #expect(byOperator.allSatisfy { ![.inflight, .incoming, .done].contains($0.from) })
        #expect(byOperator.allSatisfy { [.ready, .held, .cancelled].contains($0.to) })
    }

    @Test("Every transition of the table, and no other, is carried out by move, claim or quarantine")
    func enumeration() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        let sources = SpoolState.allCases.filter { $0 != .incoming && $0 != .corrupt }
        for from in sources {
            let id = try spool.put(in: from)
            for to in SpoolState.allCases where !from.leads(to: to) || to == .corrupt {
                let error = #expect(throws: SpoolError.self) {
                    try spool.move(id, from: from, to: to, record: HistoryRecord(at: Sample.noon, event: .held))
                }
                #expect(error?.code == .illegalTransition)
                #expect(try spool.places(of: id) == [from])
            }
            for to in SpoolState.allCases where from.leads(to: to) && to != .corrupt {
                let id = try spool.put(in: from)
                try spool.move(id, from: from, to: to, record: HistoryRecord(at: Sample.noon, event: .held))
                #expect(try spool.places(of: id) == [to])
                let last = try #require(try spool.entry(id)?.history.last)
                #expect(last.from == from && last.to == to)
            }
            #expect(spool.health.isHealthy)
        }
    }

    @Test("Claiming is legal from ready and deferred only")
    func claims() throws {
        let scratch = Scratch()
        let spool = try scratch.spool()
        for from in SpoolState.allCases where from != .incoming && from != .corrupt {
            let id = try spool.put(in: from)
            if from == .ready || from == .deferred {
                #expect(try spool.claim(id, from: from))
                #expect(try !spool.claim(id, from: from))
                #expect(try spool.places(of: id) == [.inflight])
            } else {
                let error = #expect(throws: SpoolError.self) { try spool.claim(id, from: from) }
                #expect(error?.code == .illegalTransition)
            }
        }
    }
}
