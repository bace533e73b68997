import Foundation
import Spooling
import Testing

@testable import Gateway

@Suite("Plan of a lane")
struct LanePlanTests {
    private typealias Instant = LanePlan.Instant

    private static func ids(_ count: Int) -> [MessageID] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { MessageID.make(at: Date(timeIntervalSince1970: 1_800_000_000 + Double($0)), random: &random) }
    }

    private func plan(_ concurrency: Int = 4, patience: Duration? = nil, waiting ids: [MessageID] = [], at now: Instant = .now) -> LanePlan
    {
        var plan = LanePlan(concurrency: concurrency, schedule: .standard, patience: patience)
        for id in ids { plan.add(id, notBefore: now, now: now) }
        return plan
    }

    @Test("An open lane starts as many messages as may run at once, oldest first, whatever order they came in")
    func order() {
        let (ids, now) = (Self.ids(5), Instant.now)
        var plan = plan(3, waiting: ids.reversed(), at: now)
        #expect(plan.start(now: now) == Array(ids[..<3]))
        #expect(plan.start(now: now).isEmpty)
        #expect(plan.nextWake(now: now) == nil, "only the end of an attempt can change anything")
        plan.ended(ids[1], AttemptEnd(contact: .answered), random: 0.5, now: now)
        #expect(plan.start(now: now) == [ids[3]])
    }

    @Test("A message is not started before its time, and the lane wakes for it")
    func time() {
        let (ids, now) = (Self.ids(2), Instant.now)
        var plan = plan()
        plan.add(ids[0], notBefore: now + .seconds(60), now: now)
        plan.add(ids[1], notBefore: now + .seconds(30), now: now)
        #expect(plan.start(now: now).isEmpty)
        #expect(plan.nextWake(now: now) == now + .seconds(30))
        #expect(plan.start(now: now + .seconds(30)) == [ids[1]])
        plan.add(ids[0], notBefore: now + .seconds(90), now: now)
        #expect(plan.nextWake(now: now) == now + .seconds(60), "a later time changes nothing")
        plan.add(ids[0], notBefore: now, now: now)
        #expect(plan.start(now: now) == [ids[0]], "an earlier one does: an operator wants it tried now")
        #expect(plan.start(now: now + .seconds(600)).isEmpty, "and it is not started a second time for the time it had before")
    }

    @Test("Ten thousand messages for a dead partner cost one probe for each pause, and all are given up when patience is over")
    func deadPartner() {
        let count = 10_000
        let start = Instant.now
        var now = start
        var plan = plan(4, patience: .seconds(48 * 3_600), waiting: Self.ids(count), at: now)
        var (probes, mostAtOnce, givenUp) = (0, 0, Set<MessageID>())
        while plan.waiting.count > 0, now < start + .seconds(72 * 3_600) {
            var over = plan.startGivingUp()
            while !over.isEmpty {
                for id in over {
                    givenUp.insert(id)
                    plan.ended(id, AttemptEnd(contact: .notAsked), random: 0.5, now: now)
                }
                over = plan.startGivingUp()
            }
            let started = plan.start(now: now)
            if probes > 0 { mostAtOnce = max(mostAtOnce, started.count) }
            probes += started.count
            for id in started { plan.ended(id, AttemptEnd(contact: .unreachable, again: now + .seconds(3_600)), random: 0.5, now: now) }
            guard let wake = plan.nextWake(now: now) else { break }
            now = wake
        }
        // 1 + 2 + 4 + 8 + 16 + 32 minutes, then an hour each: 53 pauses in 48 hours; four ran side by side before the first.
        #expect(probes == 4 + 53, "\(probes) probes")
        #expect(mostAtOnce == 1)
        #expect(givenUp.count == count && plan.waiting.count == 0)
        #expect(now - start < .seconds(50 * 3_600))
    }

    @Test("Attempts that fail side by side close the lane once")
    func sideBySide() {
        let (ids, now) = (Self.ids(4), Instant.now)
        var plan = plan(4, waiting: ids, at: now)
        for id in plan.start(now: now) {
            plan.ended(id, AttemptEnd(contact: .unreachable, again: now + .seconds(60)), random: 0.5, now: now)
        }
        #expect(plan.closedUntil == now + .seconds(60), "the first pause, not the fourth")
    }

    @Test("A probe that is answered opens the lane for all")
    func opening() {
        let (ids, now) = (Self.ids(9), Instant.now)
        var plan = plan(4, waiting: ids, at: now)
        for id in plan.start(now: now) {
            plan.ended(id, AttemptEnd(contact: .unreachable, again: now + .seconds(600)), random: 0.5, now: now)
        }
        let later = now + .seconds(60)
        let probe = plan.start(now: later)
        #expect(probe == [ids[4]])
        plan.ended(ids[4], AttemptEnd(contact: .answered), random: 0.5, now: later)
        #expect(plan.start(now: later) == Array(ids[5...8]))
        #expect(plan.closedUntil == nil)
    }

    @Test("One silent answer leaves the lane open, as many as may run at once close it, and an answer between them counts")
    func silence() {
        let (ids, now) = (Self.ids(12), Instant.now)
        var plan = plan(3, waiting: ids, at: now)
        func endNext(_ contact: AttemptEnd.Contact) {
            guard let id = plan.start(now: now).first ?? running.first else { return }
            running.removeAll { $0 == id }
            plan.ended(id, AttemptEnd(contact: contact), random: 0.5, now: now)
        }
        var running: [MessageID] = []
        for contact in [AttemptEnd.Contact.silent, .silent, .answered, .silent, .silent] {
            running += plan.start(now: now)
            endNext(contact)
        }
        #expect(plan.closedUntil == nil)
        running += plan.start(now: now)
        endNext(.silent)
        #expect(plan.closedUntil != nil)
    }

    @Test("A message that was put back while its attempt ran is looked at again")
    func putBack() {
        let (ids, now) = (Self.ids(1), Instant.now)
        var plan = plan(1, waiting: ids, at: now)
        #expect(plan.start(now: now) == ids)
        plan.add(ids[0], notBefore: now, now: now)
        #expect(plan.start(now: now).isEmpty, "never twice at the same time")
        plan.ended(ids[0], AttemptEnd(contact: .notAsked), random: 0.5, now: now)
        #expect(plan.start(now: now) == ids)
        plan.add(ids[0], notBefore: now, now: now)
        plan.ended(ids[0], AttemptEnd(contact: .answered, again: now + .seconds(60)), random: 0.5, now: now)
        #expect(plan.start(now: now).isEmpty, "what the attempt itself decided goes first")
        #expect(plan.nextWake(now: now) == now + .seconds(60))
    }

    @Test("Each message waits for a silent partner as long as its own agreement says")
    func ownPatience() {
        let (ids, start) = (Self.ids(3), Instant.now)
        var plan = plan(1, patience: .seconds(48 * 3_600))
        plan.add(ids[0], notBefore: start, now: start)
        plan.add(ids[1], notBefore: start, terms: .init(patience: .seconds(3_600)), now: start)
        plan.add(ids[2], notBefore: start, now: start)
        var given: [MessageID] = []
        var now = start
        while now < start + .seconds(3 * 3_600) {
            for id in plan.start(now: now) {
                plan.ended(id, AttemptEnd(contact: .unreachable, again: now), random: 0.5, now: now)
            }
            given += plan.startGivingUp()
            for id in given { plan.ended(id, AttemptEnd(contact: .notAsked), random: 0.5, now: now) }
            now += .seconds(60)
        }
        #expect(Set(given) == [ids[1]])
    }

    @Test("An operator's word makes a closed lane probe at once, with one message")
    func probe() {
        let (ids, now) = (Self.ids(5), Instant.now)
        var plan = plan(4, waiting: ids, at: now)
        for id in plan.start(now: now) { plan.ended(id, AttemptEnd(contact: .unreachable, again: now), random: 0.5, now: now) }
        #expect(plan.start(now: now + .seconds(1)).isEmpty)
        plan.probe(now: now + .seconds(1))
        #expect(plan.start(now: now + .seconds(1)).count == 1)
        var open = self.plan(2, waiting: ids, at: now)
        open.probe(now: now)
        #expect(open.start(now: now).count == 2, "an open lane needs no word")
    }

    @Test("Without patience nothing is given up, and an answer starts patience anew")
    func patience() {
        let ids = Self.ids(3)
        let start = Instant.now
        for patience in [nil, Duration.seconds(3 * 3_600)] {
            var now = start
            var plan = plan(1, patience: patience, waiting: ids, at: now)
            var given = 0
            for hour in 0..<5 {
                now = start + .seconds(hour * 3_600)
                given += plan.startGivingUp().count
                for id in plan.start(now: now) {
                    let isAnswer = hour == 2
                    let end = AttemptEnd(contact: isAnswer ? .answered : .unreachable, again: now + .seconds(1))
                    plan.ended(id, end, random: 0.5, now: now)
                }
            }
            #expect(given == 0 && plan.waiting.count + plan.runningCount == 3)
        }
    }

    @Test("Whatever happens in whatever order, the limit holds and no message is forgotten", arguments: 0..<60)
    func storm(_ seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        var now = Instant.now
        let concurrency = Int.random(in: 1...5, using: &random)
        var plan = plan(concurrency, patience: seed.isMultiple(of: 2) ? .seconds(7_200) : nil)
        var ids = Self.ids(60)[...]
        var (running, open) = (Set<MessageID>(), Set<MessageID>())
        func begin(_ started: [MessageID]) {
            for id in started {
                #expect(open.contains(id), "started, though it had left")
                #expect(running.insert(id).inserted, "started twice")
            }
            #expect(running.count <= concurrency)
            #expect(plan.runningCount == running.count)
        }
        func end(_ id: MessageID, _ end: AttemptEnd) {
            running.remove(id)
            if end.again == nil { open.remove(id) }
            plan.ended(id, end, random: .random(in: 0..<1, using: &random), now: now)
        }
        for _ in 0..<400 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                guard let id = ids.popFirst() else { break }
                open.insert(id)
                plan.add(id, notBefore: now + .seconds(.random(in: 0...300, using: &random)), now: now)
            case 1, 2:
                guard let id = running.randomElement(using: &random) else { break }
                let contacts: [AttemptEnd.Contact] = [.answered, .silent, .unreachable, .notAsked]
                let again = Bool.random(using: &random) ? now + .seconds(.random(in: 0...4_000, using: &random)) : nil
                end(id, AttemptEnd(contact: contacts.randomElement(using: &random) ?? .notAsked, again: again))
            case 3: now += .seconds(.random(in: 0...900, using: &random))
            case 4:
                let isClosed = plan.closedUntil.map { $0 > now } ?? false
                let started = plan.start(now: now)
                if isClosed { #expect(started.isEmpty) }
                begin(started)
            default: begin(plan.startGivingUp())
            }
        }
        // The partner answers from here on; only ends and wakes move the plan.
        for _ in 0..<10_000 where !open.isEmpty {
            for id in running { end(id, AttemptEnd(contact: .answered)) }
            begin(plan.startGivingUp())
            begin(plan.start(now: now))
            if running.isEmpty, let wake = plan.nextWake(now: now) { now = wake }
        }
        #expect(open.isEmpty, "\(open.count) messages were forgotten")
        #expect(plan.nextWake(now: now) == nil && plan.waiting.count == 0)
    }

    @Test("The queue gives out by time and then by age", arguments: 0..<20)
    func queue(_ seed: Int) {
        var random = Seeded(state: UInt64(seed + 1))
        let now = Instant.now
        let entries = Self.ids(300).shuffled(using: &random).map { ($0, now + .seconds(.random(in: 0...20, using: &random))) }
        var queue = DueQueue()
        for (id, time) in entries { queue.insert(id, at: time) }
        var found: [MessageID] = []
        while let next = queue.removeFirst() { found.append(next.id) }
        #expect(found == entries.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 < $1.1 }.map(\.0))
    }
}

/// A generator that repeats itself for the same seed.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
