import CareMessages
import Foundation
import Testing

@Suite("Cases")
struct CaseTests {
    private typealias Story = EventStory
    private static let admission = Story.event(1, .inskrivningsmeddelande)
    private static let changed = Story.event(2, .andradBeraknadUtskrivning, to: 1)
    private static let ready = Story.event(3, .utskrivningsklar, to: 1)
    private static let withdrawn = Story.event(4, .atertagandeUtskrivningsklar, to: 3)
    private static let readyAgain = Story.event(5, .utskrivningsklar, to: 1)
    private static let call = Story.event(6, .kallelseTillSip, to: 5)
    private static let plan = Story.event(7, .samordnadPlan, to: 6) { $0.status = "JUSTERAD" }
    private static let facts = Story.event(8, .utskrivningsinformation, to: 5)
    private static let end = Story.event(9, .avslutVardtillfalle, to: 1)
    private static let whole = [admission, changed, ready, withdrawn, readyAgain, call, plan, facts, end]

    struct Step: Sendable, CustomTestStringConvertible {
        let count: Int
        let phase: CasePhase
        var testDescription: String { "\(count) messages: \(phase.rawValue)" }
    }

    private static let steps = [
        Step(count: 1, phase: .inskriven), Step(count: 2, phase: .inskriven), Step(count: 3, phase: .utskrivningsklar),
        Step(count: 4, phase: .inskriven), Step(count: 5, phase: .utskrivningsklar), Step(count: 7, phase: .utskrivningsklar),
        Step(count: 9, phase: .avslutad),
    ]

    @Test("An admission goes from admitted to ready, back, ready again, and ended", arguments: steps)
    func stages(_ step: Step) {
        let state = Story.state(Array(Self.whole.prefix(step.count)))
        #expect(state.kind == .vardtillfalle && state.phase == step.phase && state.missingLinks.isEmpty)
        #expect(Story.irregular(state.entries.map(\.standing)) == 0)
    }

    @Test("Whatever order messages arrive in, and however often, the case is the same")
    func orders() {
        let wanted = Story.state(Self.whole)
        var source = ValueSource(seed: 17)
        for _ in 0..<500 {
            let arrived = (Self.whole + [Self.whole[source.number(0...8)]]).shuffled(using: &source)
            #expect(Story.state(arrived) == wanted)
        }
    }

    @Test("A message that came before what it builds on has no effect until that comes")
    func early() {
        let before = Story.state([Self.admission, Self.withdrawn])
        #expect(before.entries.last?.standing == .irregular(.referenceMissing))
        #expect(before.missingLinks == [Story.id(3)])
        let after = Story.state([Self.admission, Self.withdrawn, Self.ready])
        #expect(after.phase == .inskriven && after.missingLinks.isEmpty)
        #expect(after.entries.map(\.standing) == [.inForce, .withdrawn(by: Story.id(4)), .inForce])
    }

    @Test("A case whose opening message is still on its way says so and knows its kind")
    func opening() {
        let state = Story.state([Self.ready, Self.withdrawn])
        #expect(state.kind == .vardtillfalle && state.phase == .oppningSaknas && state.missingLinks == [Story.id(1)])
    }

    @Test("A message sent by a clock that is behind still counts after what it builds on")
    func clocks() {
        var early = Story.event(0, .svarPaKallelse, to: 6, by: Story.kommun)
        early.sent = Story.start.addingTimeInterval(-3_600)
        let state = Story.state([early, Self.call, Self.admission, Self.readyAgain])
        #expect(state.entries.map(\.event.type) == [.inskrivningsmeddelande, .utskrivningsklar, .kallelseTillSip, .svarPaKallelse])
        let standings = Set(state.entries.map(\.isInForce))
        #expect(standings == [true])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [CaseEvent]
        let number: Int
        let fault: CaseEntry.Irregularity
        var testDescription: String { name }
    }

    private static let faults = [
        Fault(name: "a second M05 in force", events: [admission, ready, readyAgain], number: 5, fault: .alreadyInForce),
        Fault(
            name: "a withdrawal by another organisation",
            events: [admission, ready, Story.event(4, .atertagandeUtskrivningsklar, to: 3, by: Story.kommun)], number: 4,
            fault: .notOriginalSender),
        Fault(
            name: "a second withdrawal", events: [admission, ready, withdrawn, Story.event(5, .atertagandeUtskrivningsklar, to: 3)],
            number: 5,
            fault: .alreadyWithdrawn),
        Fault(
            name: "a withdrawal of a notice of admission by M06", events: [admission, Story.event(4, .atertagandeUtskrivningsklar, to: 1)],
            number: 4, fault: .wrongReference),
        Fault(
            name: "an annulment of a stage that is not the latest",
            events: [admission, changed, ready, Story.event(4, .makulering, to: 1)],
            number: 4, fault: .notLatest),
        Fault(
            name: "an M05 after the end", events: [admission, ready, end, Story.event(10, .utskrivningsklar, to: 1)], number: 10,
            fault: .afterClosing),
        Fault(
            name: "a replacement by another organisation",
            events: [admission, Story.event(2, .inskrivningsmeddelande, by: Story.kommun, replacing: 1)], number: 2,
            fault: .notOriginalSender),
    ]

    @Test("A message where it may not stand is kept, marked, and without effect", arguments: faults)
    func irregular(_ fault: Fault) {
        let standings = Story.standings(fault.events)
        #expect(standings[fault.number] == .irregular(fault.fault))
        #expect(Story.irregular(Array(standings.values)) == 1)
    }

    @Test("Taking back the withdrawal brings back the notice")
    func restored() {
        let state = Story.state([Self.admission, Self.ready, Self.withdrawn, Story.event(5, .makulering, to: 4)])
        #expect(state.phase == .utskrivningsklar)
        #expect(state.latest(.utskrivningsklar)?.messageID == Story.id(3))
    }

    @Test("A correction is a new message that stands in the old one's place")
    func replaced() {
        let state = Story.state([Self.admission, Story.event(2, .inskrivningsmeddelande, replacing: 1), Self.ready])
        #expect(state.entries.map(\.standing) == [.replaced(by: Story.id(2)), .inForce, .inForce])
        #expect(state.phase == .utskrivningsklar)
    }

    @Test("An annulled end opens the admission again, an annulled admission ends the case")
    func annulled() {
        let reopened = Story.state([Self.admission, Self.end, Story.event(10, .makulering, to: 9)])
        #expect(reopened.phase == .inskriven && !reopened.phase.isClosed)
        let void = Story.state([Self.admission, Story.event(10, .makulering, to: 1)])
        #expect(void.phase == .makulerad && void.phase.isClosed)
    }

    @Test("Whoever sends or receives takes part, until an M24 removes them")
    func parties() {
        let unit = CaseEvent.Unit(
            Party(organisationsnummer: "2120009911", principal: nil, address: .hsaID("SE2120009911-S1"), role: .socialtjanst))
        let added = Story.event(2, .andradPart) { $0.partyChanges = [.init(change: "LAGG_TILL", unit: unit)] }
        let gone = Story.event(3, .andradPart) { $0.partyChanges = [.init(change: "TA_BORT", unit: unit)] }
        #expect(Story.state([Self.admission]).parties.organisations == [Story.region, Story.kommun])
        #expect(Story.state([Self.admission, added]).parties.organisations == [Story.region, Story.kommun, "2120009911"])
        #expect(Story.state([Self.admission, gone, added]).parties.organisations == [Story.region, Story.kommun])
        #expect(Story.state([Self.admission, gone, added]).parties.removed == [unit])
    }

    struct Course: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [CaseEvent]
        let kind: CaseKind
        let phase: CasePhase
        var testDescription: String { name }
    }

    private static let remiss = Story.event(1, .remiss, by: Story.kommun)
    private static let request = Story.event(1, .begaranHalsoundersokning, by: Story.kommun)
    private static let placed = Story.event(1, .placeringsmeddelande, by: Story.kommun) { $0.placement = placement("START") }
    private static func placement(_ event: String) -> EventFacts.Placement {
        var placement = EventFacts.Placement()
        placement.event = event
        return placement
    }
    private static let courses = [
        Course(name: "referral sent", events: [remiss], kind: .remissarende, phase: .begard),
        Course(
            name: "referral accepted", events: [remiss, Story.event(2, .remissbekraftelse, to: 1) { $0.status = "ACCEPTERAD" }],
            kind: .remissarende, phase: .mottagen),
        Course(
            name: "referral refused", events: [remiss, Story.event(2, .remissbekraftelse, to: 1) { $0.status = "AVVISAD" }],
            kind: .remissarende,
            phase: .avvisad),
        Course(name: "referral answered", events: [remiss, Story.event(3, .remissvar, to: 1)], kind: .remissarende, phase: .besvarad),
        Course(name: "examination asked for", events: [request], kind: .halsoundersokning, phase: .begard),
        Course(
            name: "examination booked", events: [request, Story.event(2, .beskedHalsoundersokning, to: 1) { $0.status = "BOKAD" }],
            kind: .halsoundersokning, phase: .mottagen),
        Course(
            name: "examined", events: [request, Story.event(2, .utlatandeHalsoundersokning, to: 1)], kind: .halsoundersokning,
            phase: .besvarad),
        Course(name: "placed", events: [placed], kind: .placering, phase: .placerad),
        Course(
            name: "placement ended",
            events: [placed, Story.event(2, .placeringsmeddelande, to: 1, by: Story.kommun) { $0.placement = placement("SLUT") }],
            kind: .placering, phase: .placeringAvslutad),
        Course(name: "called to a plan outside hospital", events: [Story.event(1, .kallelseTillSip)], kind: .sip, phase: .kallad),
        Course(
            name: "plan ended",
            events: [Story.event(1, .kallelseTillSip), Story.event(2, .samordnadPlan, to: 1) { $0.status = "AVSLUTAD" }],
            kind: .sip, phase: .planAvslutad),
        Course(name: "SiS told", events: [Story.event(1, .sisUnderrattelse)], kind: .sisUnderrattelse, phase: .underrattad),
        Course(
            name: "compulsory open care without admission notice",
            events: [Story.event(1, .underrattelseOppenTvangsvard) { $0.status = "BESLUTAD" }],
            kind: .vardtillfalle,
            phase: .utskrivningsklar),
    ]

    @Test("Every kind of case has its course", arguments: courses)
    func course(_ course: Course) {
        let state = Story.state(course.events)
        #expect(state.kind == course.kind && state.phase == course.phase)
    }

    @Test("The committed examples make cases without anything irregular")
    func examples() throws {
        let events = try Checking.examples.get().values.map { CaseEvent($0) }
        for (id, own) in Dictionary(grouping: events, by: \.caseID) {
            for entry in Case(id: id, events: own).entries {
                if case .irregular(let fault) = entry.standing { Issue.record("\(entry.event.type.rawValue): \(fault.rawValue)") }
            }
        }
    }

    @Test("Circles of references do not hang and lose nothing")
    func circles() {
        let events = [Story.event(1, .planeringsunderlag, to: 2), Story.event(2, .planeringsunderlag, to: 1)]
        #expect(Story.state(events).entries.count == 2)
    }

    @Test("An event is the same after writing and reading, for any message", arguments: MessageType.allCases)
    func line(_ type: MessageType) throws {
        var source = ValueSource(seed: 5)
        for _ in 0..<50 {
            let event = CaseEvent(try source.message(type))
            let read = CaseEventLine.event(CaseEventLine.text(event))
            #expect(read == event)
        }
        for spoiled in ["", "m=1", "m", "m=1\tc=1\tt=M99\ts=0\tf=1:BUP::a", "m=1\tc=1\tt=M05\ts=x\tf=1:BUP::a"] {
            #expect(CaseEventLine.event(spoiled) == nil)
        }
        #expect(CaseEventLine.event("m=1\tc=1\tt=M05\ts=0\tf=1:BUP::a\tr=\tnewer=5") != nil)
    }

    @Test("A case holds each message once, and none of another case")
    func once() {
        var other = Story.event(50, .remiss)
        other.caseID = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2002"
        let state = Story.state([Self.admission, Self.admission, other, Self.ready])
        #expect(state.entries.map(\.event) == [Self.admission, Self.ready] && state.phase == .utskrivningsklar)
    }
}
