import CareMessages
import Foundation
import Testing

/// What a partner may not do to another's case, whatever role, time or id it states.
@Suite("Cases among partners that do not behave")
struct HostileCaseTests {
    private typealias Story = EventStory
    private static let hostile = "2120009911"
    private static let admission = Story.event(1, .inskrivningsmeddelande)
    private static let ready = Story.event(3, .utskrivningsklar, to: 1)
    private static let end = Story.event(9, .avslutVardtillfalle, to: 1)

    private static func unit(_ organisation: String, _ role: Roll = .socialtjanst) -> CaseEvent.Unit {
        CaseEvent.Unit(organisationsnummer: organisation, role: role, kommunkod: nil, address: "SE\(organisation)-X1")
    }
    private static func party(_ change: AndradPart.Kind, _ unit: CaseEvent.Unit) -> EventFacts.PartyChange {
        EventFacts.PartyChange(change: change.rawValue, unit: unit)
    }
    private static func backdated(_ event: CaseEvent) -> CaseEvent {
        var event = event
        event.sent = Story.start.addingTimeInterval(-86_400)
        return event
    }
    private static func standing(_ events: [CaseEvent], _ event: CaseEvent) -> CaseEntry.Standing? {
        Story.state(events).entries.first { $0.event == event }?.standing
    }

    private static let ofStay: [MessageType] = [
        .andradBeraknadUtskrivning, .utskrivningsklar, .avslutVardtillfalle, .underrattelseOppenTvangsvard, .utskrivningsinformation,
    ]

    @Test("Nobody else speaks for a hospital's stay, whenever it says it did, with a reference or a made-up one", arguments: ofStay)
    func stay(_ type: MessageType) {
        for reference in [1, 77] {
            for event in [Story.event(5, type, to: reference, by: Self.hostile)].flatMap({ [$0, Self.backdated($0)] }) {
                #expect(Self.standing([Self.admission, event], event) == .irregular(.notEntitled))
                #expect(Story.state([Self.admission, event, Self.ready]).phase == .utskrivningsklar)
            }
        }
    }

    @Test("A hospital that the owner added by M24 speaks for the stay, until it is removed")
    func addedHospital() {
        let hospital = Self.unit(Self.hostile, .slutenVard)
        let added = Story.event(2, .andradPart) { $0.partyChanges = [Self.party(.add, hospital)] }
        let removed = Story.event(4, .andradPart) { $0.partyChanges = [Self.party(.remove, hospital)] }
        let theirs = Story.event(5, .utskrivningsklar, to: 1, by: Self.hostile)
        #expect(Self.standing([Self.admission, added, theirs], theirs) == .inForce)
        #expect(Self.standing([Self.admission, added, removed, theirs], theirs) == .irregular(.notEntitled))
    }

    @Test("Only the owner changes who takes part")
    func parties() {
        let stranger = Self.unit("2120009945")
        let forged = Self.backdated(Story.event(2, .andradPart, by: Self.hostile) { $0.partyChanges = [Self.party(.add, stranger)] })
        let state = Story.state([Self.admission, forged])
        #expect(Self.standing([Self.admission, forged], forged) == .irregular(.notEntitled))
        #expect(state.parties.organisations == [Story.region, Story.kommun])
    }

    @Test("A second organisation that claims the case erases nothing, ends nothing and becomes no party")
    func rival() {
        let claim = Self.backdated(Story.event(1, .inskrivningsmeddelande, by: Self.hostile))
        let closing = Story.event(4, .avslutVardtillfalle, to: 1, by: Self.hostile)
        let mine = Story.event(6, .andradPart) { $0.partyChanges = [Self.party(.add, Self.unit("2120009945"))] }
        let state = Story.state([Self.admission, claim, closing, Self.ready, mine])
        #expect(state.phase == .utskrivningsklar && state.entries.count == 5)
        #expect(state.latest(.utskrivningsklar)?.messageID == Self.ready.messageID)
        #expect(state.entries.last?.standing == .irregular(.rivalOwner))
        #expect(!state.parties.organisations.contains(Self.hostile))
        #expect(state.parties.rivals == [Self.hostile, Story.region])
        let takenBack = Story.event(8, .makulering, to: 1, by: Self.hostile)
        #expect(Story.state([Self.admission, claim, takenBack, mine]).parties.organisations.contains("2120009945"))
    }

    @Test("Another's message with the same id stands beside, and each means its own")
    func sameID() {
        var forged = Self.backdated(Story.event(3, .planeringsunderlag, to: 1, by: Self.hostile))
        forged.messageID = Self.ready.messageID
        let withdrawal = Story.event(4, .atertagandeUtskrivningsklar, to: 3)
        let answer = Story.event(5, .kvittens, to: 3, by: Story.kommun) { $0.status = "OK" }
        let state = Story.state([forged, withdrawal, Self.admission, Self.ready, answer])
        #expect(state.entries.count == 5 && state.phase == .inskriven)
        #expect(Self.standing([forged, withdrawal, Self.admission, Self.ready], Self.ready) == .withdrawn(by: withdrawal.messageID))
        #expect(Self.standing([forged, withdrawal, Self.admission, Self.ready], forged) == .inForce)
        #expect(state.entries.first { $0.event == answer }?.link == .ambiguous)
        #expect(Story.state([forged, Self.ready, Self.ready]).entries.count == 2)
    }

    @Test("A message without effect makes nobody a party and no kind of case")
    func irregular() {
        let forged = Story.event(2, .inskrivningsmeddelande, by: Self.hostile, replacing: 1)
        #expect(Story.state([Self.admission, forged]).parties.organisations == [Story.region, Story.kommun])
        let placed = Story.event(1, .placeringsmeddelande, by: Story.kommun)
        let strayed = Story.event(2, .inskrivningsmeddelande, by: Self.hostile, replacing: 1)
        #expect(Story.state([placed, strayed]).kind == .placering)
    }

    @Test("Rules see what has no effect")
    func facts() {
        let forged = Story.event(5, .avslutVardtillfalle, to: 1, by: Self.hostile)
        let facts = Story.state([Self.admission, forged]).facts { _ in true }
        #expect(facts.earlier.map(\.isInForce) == [true, false] && facts.earlier.map(\.isWithdrawn) == [false, false])
        #expect(!facts.isClosed && !facts.parties.contains(Self.hostile))
    }

    @Test("In any order, with hostile messages among them, the case is the same")
    func orders() {
        var collision = Self.backdated(Story.event(3, .utskrivningsklar, to: 1, by: Self.hostile))
        collision.facts.status = "X"
        let twice = Story.event(3, .utskrivningsklar, to: 1) { $0.needsSIP = .yes }
        let events = [
            Self.admission, Story.event(2, .andradBeraknadUtskrivning, to: 1), Self.ready, twice, collision,
            Story.event(4, .atertagandeUtskrivningsklar, to: 3), Story.event(5, .utskrivningsklar, to: 1),
            Self.backdated(Story.event(1, .inskrivningsmeddelande, by: Self.hostile)),
            Story.event(6, .avslutVardtillfalle, to: 1, by: Self.hostile), Story.event(7, .makulering, to: 1, by: Self.hostile),
            Story.event(8, .kallelseTillSip, to: 5), Story.event(10, .kallelseTillSip, to: 8, replacing: 8),
            Story.event(11, .makulering, to: 10), Story.event(12, .planeringsunderlag, to: 13, by: Self.hostile),
            Story.event(13, .planeringsunderlag, to: 12, by: Self.hostile),
            Story.event(14, .andradPart, by: Self.hostile) { $0.partyChanges = [Self.party(.remove, Self.unit(Story.kommun))] },
            Story.event(15, .kvittens, to: 5, by: Story.kommun) { $0.status = "FELSAND" }, Self.end,
        ]
        let wanted = Story.state(events)
        var source = ValueSource(seed: 23)
        for _ in 0..<500 {
            let arrived = (events + [events[source.number(0...(events.count - 1))]]).shuffled(using: &source)
            #expect(Story.state(arrived) == wanted)
        }
        #expect(wanted.phase == .avslutad && wanted.entries.count == events.count - 1)
    }
}
