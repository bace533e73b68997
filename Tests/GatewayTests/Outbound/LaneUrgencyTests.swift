import CareMessages
import Foundation
import Spooling
import Testing

@testable import Gateway

/// What the law wants told at once does not stand in line.
@Suite("Urgent messages in a lane")
struct LaneUrgencyTests {
    /// Messages to add, by when they are due and whether they are urgent, and the order in which one place starts them.
    struct Line: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let due: [(seconds: Int, isUrgent: Bool)]
        let order: [Int]
    }

    static let lines = [
        Line(testDescription: "the last to come is urgent", due: [(0, false), (0, false), (0, true)], order: [2, 0, 1]),
        Line(testDescription: "two urgent ones go by age", due: [(0, false), (0, true), (0, true)], order: [1, 2, 0]),
        Line(testDescription: "one due later hinders nobody", due: [(60, true), (0, false), (30, false)], order: [1, 2, 0]),
        Line(testDescription: "due later but due goes first", due: [(0, false), (10, true)], order: [0, 1]),
        Line(testDescription: "none is urgent", due: [(0, false), (0, false)], order: [0, 1]),
    ]

    private typealias Instant = LanePlan.Instant

    private static func ids(_ count: Int) -> [MessageID] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { MessageID.make(at: Date(timeIntervalSince1970: 1_800_000_000 + Double($0)), random: &random) }
    }

    @Test("What is urgent and due goes before all else that is due", arguments: lines)
    func order(_ line: Line) {
        let ids = Self.ids(line.due.count)
        var now = Instant.now
        var plan = LanePlan(concurrency: 1, schedule: .standard)
        for (id, due) in zip(ids, line.due) {
            plan.add(id, notBefore: now + .seconds(due.seconds), terms: .init(isUrgent: due.isUrgent), now: now)
        }
        var started: [MessageID] = []
        while let wake = plan.nextWake(now: now), started.count < ids.count {
            now = wake
            for id in plan.start(now: now) {
                started.append(id)
                plan.ended(id, AttemptEnd(contact: .answered), random: 0.5, now: now)
            }
        }
        #expect(started == line.order.map { ids[$0] })
    }

    @Test("It overtakes a backlog of ten thousand, and is still urgent when it is tried again")
    func backlog() {
        let (ids, now) = (Self.ids(10_001), Instant.now)
        var plan = LanePlan(concurrency: 2, schedule: .standard)
        for id in ids.dropLast() { plan.add(id, notBefore: now, now: now) }
        let first = plan.start(now: now)
        plan.add(ids[10_000], notBefore: now, terms: .init(isUrgent: true), now: now)
        for id in first { plan.ended(id, AttemptEnd(contact: .answered), random: 0.5, now: now) }
        #expect(plan.start(now: now).first == ids[10_000])
        plan.ended(ids[10_000], AttemptEnd(contact: .answered, again: now + .seconds(5)), random: 0.5, now: now)
        for id in plan.start(now: now) + [ids[3]] { plan.ended(id, AttemptEnd(contact: .answered), random: 0.5, now: now) }
        #expect(plan.start(now: now + .seconds(5)).first == ids[10_000])
    }

    /// What comes to a closed lane, and whether it is probed at once.
    static let comers: [(isUrgent: Bool, later: Int, probes: Bool)] = [(true, 0, true), (true, 60, false), (false, 0, false)]

    @Test("A new urgent message makes a closed lane probe at once, with that message; nothing else does", arguments: comers)
    func probe(_ comer: (isUrgent: Bool, later: Int, probes: Bool)) {
        let (ids, start) = (Self.ids(4), Instant.now)
        var plan = LanePlan(concurrency: 2, schedule: .standard)
        for id in ids.dropLast() { plan.add(id, notBefore: start, now: start) }
        for id in plan.start(now: start) { plan.ended(id, AttemptEnd(contact: .unreachable, again: start), random: 0.5, now: start) }
        let now = start + .seconds(1)
        #expect(plan.start(now: now).isEmpty)
        plan.add(ids[3], notBefore: now + .seconds(comer.later), terms: .init(isUrgent: comer.isUrgent), now: now)
        #expect(plan.start(now: now) == (comer.probes ? [ids[3]] : []))
        guard comer.probes else { return }
        plan.ended(ids[3], AttemptEnd(contact: .unreachable, again: now), random: 0.5, now: now)
        plan.add(ids[3], notBefore: now, terms: .init(isUrgent: true), now: now)
        #expect(plan.start(now: now).isEmpty, "seen again it is not new, and waits for the pause like all")
    }

    @Test("The notice to SiS is the only type that the law wants told at once")
    func types() {
        #expect(MessageType.allCases.filter(\.isUrgent) == [.sisUnderrattelse])
    }
}
