import Foundation
import Testing

@testable import Gateway

@Suite("Counting refusals")
struct RefusalTallyTests {
    private static let noon = Date(timeIntervalSince1970: 1_790_000_040 - 1_790_000_040.truncatingRemainder(dividingBy: 60))

    private func at(_ seconds: Double) -> Date { Self.noon.addingTimeInterval(seconds) }

    @Test("The first of a partner in a minute have lines of their own, the others are counted by code and due when the minute is over")
    func minute() {
        var tally = RefusalTally()
        for number in 0..<50 {
            let step = tally.note("region", code: number % 3 == 0 ? "R020" : "A058", at: at(Double(number)))
            #expect(step.isOwn == (number < RefusalTally.mostEach) && step.due.isEmpty)
        }
        #expect(tally.due(at: at(59.9)).isEmpty)
        let due = tally.due(at: at(60))
        #expect(due == [RefusalTally.Count(partner: "region", since: Self.noon, codes: ["A058": 27, "R020": 13])])
        #expect(tally.due(at: at(120)).isEmpty && tally.flush().isEmpty)
        #expect(tally.note("region", code: "A058", at: at(121)).isOwn)
    }

    @Test("One partner's flood takes nothing from another, and all of them together are bounded too")
    func partners() {
        var tally = RefusalTally()
        for _ in 0..<1_000 { _ = tally.note("flood", code: "A058", at: Self.noon) }
        #expect(tally.note("other", code: "A058", at: at(1)).isOwn)
        let own = (0..<500).flatMap { partner in (0..<20).map { _ in tally.note("p\(partner)", code: "A001", at: at(2)).isOwn } }
        #expect(own.count(where: \.self) == RefusalTally.mostInAll - RefusalTally.mostEach - 1)
        let counts = tally.flush()
        #expect(counts.reduce(0) { $0 + $1.codes.values.reduce(0, +) } == 1_000 + own.count + 1 - RefusalTally.mostInAll)
        #expect(counts.map(\.partner) == counts.map(\.partner).sorted())
    }

    @Test("A refusal in a later minute, or by a clock set back, brings out what is due", arguments: [61.0, -1, 100_000])
    func later(_ seconds: Double) {
        var tally = RefusalTally()
        for _ in 0...RefusalTally.mostEach { _ = tally.note("region", code: "A058", at: Self.noon) }
        let step = tally.note("region", code: "A058", at: at(seconds))
        #expect(step.isOwn && step.due.map(\.codes) == [["A058": 1]])
    }

    @Test("What could not be written is due again, added to what came meanwhile, and a line not written is free")
    func givenBack() {
        var tally = RefusalTally()
        for _ in 0..<RefusalTally.mostEach + 2 { _ = tally.note("region", code: "A058", at: Self.noon) }
        let due = tally.due(at: at(60))
        for _ in 0..<RefusalTally.mostEach + 1 { _ = tally.note("region", code: "R020", at: at(61)) }
        tally.giveBack(due)
        tally.takeBack(tally.note("region", code: "R020", at: at(61)), code: "R020")
        #expect(tally.flush().map(\.codes) == [["A058": 2, "R020": 1]])
        var fresh = RefusalTally()
        let steps = (0..<RefusalTally.mostEach).map { _ in fresh.note("region", code: "A058", at: Self.noon) }
        fresh.takeBack(steps[0], code: "A058")
        #expect(fresh.note("region", code: "A058", at: Self.noon).isOwn && !fresh.note("region", code: "A058", at: Self.noon).isOwn)
    }
}
