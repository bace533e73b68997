import CareMessages
import Foundation
import Gateway
import TestSupport
import Testing

/// The stories between running gateways. `make test-stories` delivers each in 200 orders (`SLUSS_STORY_ORDERS`), `make test` in a few.
@Suite("The stories between gateways, delivered out of order", .serialized, .enabled(if: Binary.isBuilt, "sluss was not built"))
struct ShuffledDeliveryTests {
    private static let orders = ProcessInfo.processInfo.environment["SLUSS_STORY_ORDERS"].flatMap { Int($0) } ?? 3
    /// Orders told side by side by one set of gateways.
    private static let batch = 50

    @Test("Whatever order the messages arrive in, both sides end in the case state that the order of sending gives")
    func bothSides() async throws {
        var tally = Tally()
        for first in stride(from: 0, to: Self.orders, by: Self.batch) {
            try await tell(orders: first..<min(first + Self.batch, Self.orders), &tally)
        }
        print("stories: \(tally)")
        #expect(tally.runs == Self.orders * Story.numbers.count)
        #expect(tally.unlike == 0 && tally.irregular == 0 && tally.failed == 0 && tally.misordered == 0)
        // An order that happens to be the story's own proves nothing; nearly all must be others.
        #expect(tally.shuffled * 10 >= tally.runs * 9)
    }

    struct Tally: CustomStringConvertible {
        var (runs, shuffled, steps, cases, unlike, irregular, failed, misordered) = (0, 0, 0, 0, 0, 0, 0, 0)

        var description: String {
            "\(runs) orders of arrival (\(shuffled) other than the order of sending), \(steps) deliveries one by one, \(cases) case states "
                + "compared, \(unlike) unlike, \(irregular) irregular messages, \(failed) failed deliveries"
        }
    }

    private func tell(orders: Range<Int>, _ tally: inout Tally) async throws {
        let network = try StoryNetwork()
        let now = Date()
        var runs: [(run: StoryRun, order: ReleaseOrder)] = []
        for number in Story.numbers {
            for seed in orders {
                let run = try StoryRun(of: number, number: seed, now: now)
                runs.append((run, ReleaseOrder(run)))
            }
        }
        tally.runs += runs.count
        tally.shuffled += runs.count { pair in pair.order.steps.map(\.message) != Self.inOrder(pair.order.steps, pair.run) }
        tally.steps += try await network.tell(runs)
        tally.failed += network.stations.reduce(0) { $0 + $1.failures }
        // As operators see the cases: by the index that the daemons kept, and by the envelopes alone.
        for isIndexLost in [false, true] {
            if isIndexLost { for station in network.stations { try station.loseIndex() } }
            let sides = try Dictionary(uniqueKeysWithValues: network.stations.map { ($0.organisation, try $0.cases()) })
            for pair in runs { compare(pair.run, sides, &tally) }
        }
        for station in network.stations {
            let arrived = try station.arrivals()
            let position = Dictionary(uniqueKeysWithValues: arrived.enumerated().map { ($0.element, $0.offset) })
            // The daemons did what the order says, or nothing was shown.
            tally.misordered += runs.count { pair in
                let wanted = pair.order.arrivals(at: station.organisation, of: pair.run)
                return wanted.compactMap { position[$0] } != wanted.compactMap { position[$0] }.sorted()
                    || wanted.contains { position[$0] == nil }
            }
        }
        try expectBothMunicipalitiesTold(network, runs.map(\.run))
    }

    private static func inOrder(_ steps: [ReleaseOrder.Step], _ run: StoryRun) -> [String] {
        let position = Dictionary(uniqueKeysWithValues: run.messages.enumerated().map { ($0.element.envelope.messageID, $0.offset) })
        return steps.map(\.message).sorted { (position[$0] ?? 0) < (position[$1] ?? 0) }
    }

    /// Each side's case by its own spool, with the messages in order; and with the other side's where both know all messages.
    private func compare(_ run: StoryRun, _ sides: [String: CaseCollection], _ tally: inout Tally) {
        for id in run.caseIDs {
            for (organisation, cases) in sides {
                let wanted = run.expected(id, at: organisation)
                guard !wanted.entries.isEmpty else { continue }
                let found = cases.dossier(id)?.state
                tally.cases += 1
                tally.irregular += found?.irregular.count ?? 0
                if found != wanted {
                    tally.unlike += 1
                    Issue.record("story \(run.story), order \(run.number), at \(organisation)")
                }
            }
            #expect(sides[Story.region]?.dossier(id)?.state == sides[Story.kommun]?.dossier(id)?.state, "story \(run.story)")
        }
    }

    /// The admission of the child placed in another municipality lies in the inboxes of both.
    private func expectBothMunicipalitiesTold(_ network: StoryNetwork, _ runs: [StoryRun]) throws {
        let (placing, registered) = (try network.kommun.handedOver(), try network.neighbour.handedOver())
        for run in runs where run.story == 1 {
            let id = try #require(run.messages.first { $0.type == .inskrivningsmeddelande }?.envelope.caseID)
            #expect(placing[id]?.sorted() == ["M01", "M02", "M03", "M05", "M05", "M06", "M07", "M08", "M10", "M12", "M13"])
            #expect(registered[id]?.sorted() == placing[id]?.sorted())
        }
        let others = Set(runs.filter { $0.story != 1 }.flatMap(\.caseIDs))
        #expect(others.isDisjoint(with: registered.keys))
    }
}
