import Testing

@testable import Gateway

@Suite("Files the daemon may have open")
struct DescriptorBudgetTests {
    private let budget = DescriptorBudget(reserved: 400, connections: 512, bodies: 80)

    @Test(
        "The spool and the deliveries come first; what is left goes to connections, and too little is nothing",
        arguments: [
            (10_000, 512), (992, 512), (991, 511), (600, 120), (560, 80), (559, 79), (432, 16), (431, nil), (64, nil),
        ] as [(Int, Int?)])
    func connections(limit: Int, expected: Int?) { #expect(budget.connections(under: limit) == expected) }

    @Test("Whatever is granted fits: connections, and a body for each until the partners' shares are used up")
    func fits() throws {
        for limit in 432..<1_000 {
            let granted = try #require(budget.connections(under: limit))
            #expect(budget.reserved + granted + min(granted, budget.bodies) <= limit)
            let more = budget.reserved + granted + 1 + min(granted + 1, budget.bodies)
            #expect(granted == budget.connections || more > limit, "no descriptor is left idle")
        }
    }

    @Test("A gateway that only sends needs what it reserves; a small listener may be smaller than the least")
    func others() {
        let sender = DescriptorBudget(reserved: 400, connections: 0, bodies: 0)
        #expect(sender.connections(under: 400) == 0 && sender.connections(under: 399) == nil)
        let small = DescriptorBudget(reserved: 400, connections: 4, bodies: 4)
        #expect(small.connections(under: 408) == 4 && small.connections(under: 407) == nil)
    }
}
