import CareMessages
import Documents
import Foundation
import Testing

@Suite("The facts a routing decision rests on")
struct RoutingFactsTests {
    private func admission(_ change: (inout CareMessage) -> Void = { _ in }) throws -> CareMessage {
        var message = try #require(try Checking.examples.get()[.inskrivningsmeddelande])
        change(&message)
        return message
    }

    private func setting(_ placering: Placering?, in message: inout CareMessage) {
        guard var content = message.inskrivningsmeddelande else { return }
        content.placering = placering
        message.content = content
    }

    @Test("The admission example goes to the placing and the registered municipality, and its receivers are right")
    func example() throws {
        let message = try admission()
        let facts = RoutingFacts(message, register: PlacementRegister(), patient: nil)
        #expect(facts.age == 14 && facts.registration == .municipality("0382"))
        guard case .placed("0319", _, _) = facts.statement else {
            Issue.record("The example says that the child is placed by 0319")
            return
        }
        let decision = RoutingExample.decide(facts)
        #expect(Set(decision.parties.compactMap(\.kommunkod)).isSuperset(of: ["0319", "0382"]))
        #expect(decision.counterpart?.kommunkod == "0319" && decision.payer?.kommunkod == "0382")
        let comparison = RoutingComparison(decision, receivers: message.envelope.receivers, addressBook: RoutingExample.book)
        #expect(comparison.missing.isEmpty && comparison.superfluous.isEmpty)
    }

    @Test("The register answers for the day of sending")
    func register() throws {
        let key = PatientKey(digest: "d")
        var register = PlacementRegister()
        register.add(try PlacementNotices.notice("START", "2026-06-01", id: "m1"), patient: key)
        let message = try admission { setting(nil, in: &$0) }
        #expect(RoutingFacts(message, register: register, patient: key).placements.map(\.placeringskommun) == ["0319"])
        #expect(RoutingFacts(message, register: register, patient: PatientKey(digest: "e")).placements.isEmpty)
        register.add(try PlacementNotices.notice("SLUT", "2026-09-01", id: "m2"), patient: key)
        let facts = RoutingFacts(message, register: register, patient: key)
        #expect(facts.placements.isEmpty && facts.endedPlacement?.placeringskommun == "0319")
        #expect(facts.statement == .unknown && facts.couldTellPlacement)
    }

    @Test("A later message takes need and placement from the admission of its case, and its receiver from what it answers")
    func later() throws {
        let first = CaseEvent(try admission())
        let ready = try #require(try Checking.examples.get()[.utskrivningsklar])
        let facts = RoutingFacts(ready, register: PlacementRegister(), patient: nil, earlier: [first])
        #expect(facts.needs == first.facts.needs.map(Set.init))
        guard case .placed("0319", _, _) = facts.statement else {
            Issue.record("The admission told who placed")
            return
        }
        #expect(!facts.couldTellPlacement)
        #expect(facts.parties.contains(first.receivers[0]) && !facts.parties.contains(facts.sender))
    }

    @Test("A message that says not placed is told from one that says nothing")
    func statements() throws {
        let cases: [(Placering?, RoutingFacts.Statement)] = [
            (Placering(state: .notPlaced), .notPlaced), (Placering(state: .unknown), .unknown), (nil, .unknown),
        ]
        for (placering, expected) in cases {
            let message = try admission { setting(placering, in: &$0) }
            #expect(RoutingFacts(message, register: PlacementRegister(), patient: nil).statement == expected)
        }
    }

    @Test("Whoever was removed from the case, or spoke in it without effect, takes no part")
    func parties() throws {
        let first = CaseEvent(try admission())
        let ready = try #require(try Checking.examples.get()[.utskrivningsklar])
        let removed = first.receivers[0]
        var change = first
        (change.messageID, change.type, change.sent) = ("p1", .andradPart, first.sent.addingTimeInterval(60))
        change.receivers = []
        change.facts = EventFacts()
        change.facts.partyChanges = [.init(change: AndradPart.Kind.remove.rawValue, unit: removed)]
        var stranger = first
        (stranger.messageID, stranger.type) = ("x1", .makulering)
        stranger.sender = RoutingExample.unit(RoutingExample.thirdKommun, .socialtjanst, kommunkod: "1480")
        stranger.receivers = []
        (stranger.sent, stranger.refersTo) = (first.sent.addingTimeInterval(90), first.messageID)
        let parties = RoutingFacts(ready, register: PlacementRegister(), patient: nil, earlier: [stranger, change, first]).parties
        #expect(!parties.contains { $0.isSameUnit(removed) })
        #expect(!parties.contains { $0.organisationsnummer == RoutingExample.thirdKommun })
        #expect(parties.contains { $0.isSameUnit(first.receivers[1]) })
    }

    @Test("A request for an examination tells the region of the stay and the parts asked for")
    func examination() throws {
        var message = try #require(try Checking.examples.get()[.begaranHalsoundersokning])
        let request = try #require(message.part(BegaranHalsoundersokning.self))
        #expect(RoutingFacts(message, register: PlacementRegister(), patient: nil).stayRegion == request.regionOfStay)
        var changed = request
        changed.regionOfStay = "14"
        changed.parts = [.oral]
        message.content = changed
        let facts = RoutingFacts(message, register: PlacementRegister(), patient: nil)
        #expect(facts.stayRegion == "14" && facts.examinations == [.oral])
        let decision = RoutingExample.decide(facts)
        #expect(decision.recipients.map(\.target) == [.region("14")] && decision.recipients.first?.roles == [.tandvard])
    }

    @Test("A placement without an end lapses when the patient turns 21")
    func lapse() throws {
        let key = PatientKey(digest: "d")
        var register = PlacementRegister()
        register.add(try PlacementNotices.notice("START", "2016-06-01", id: "m1"), patient: key)
        let message = try admission {
            setting(nil, in: &$0)
            $0.patient?.birthDate = Told.day("2005-09-14")
        }
        let facts = RoutingFacts(message, register: register, patient: key)
        #expect(facts.age == 21 && facts.placements.isEmpty && facts.lapsedPlacements.count == 1)
    }
}
