import CareMessages
import Foundation
import Testing

@Suite("Who the messages of the stories are for")
struct StoryRoutingTests {
    private static let patient = PatientKey(digest: "patient")

    /// The decision on a message of a story, with the placement messages before it in the register.
    private func decision(_ story: Story, _ part: Story.Part) -> RoutingDecision {
        let earlier = story.messages.prefix { $0.envelope.messageID != part.message.envelope.messageID }
        var register = PlacementRegister()
        for message in earlier where message.type == .placeringsmeddelande { register.add(CaseEvent(message), patient: Self.patient) }
        let inCase = earlier.filter { $0.envelope.caseID == part.message.envelope.caseID }.map(CaseEvent.init)
        let facts = RoutingFacts(part.message, register: register, patient: Self.patient, earlier: inCase)
        return Router(addressBook: Self.book(story)).decide(facts)
    }

    /// The units that the story's messages show.
    private static func book(_ story: Story) -> AddressBook {
        let units = story.messages.flatMap { [$0.envelope.sender] + $0.envelope.receivers }
        return AddressBook(
            Set(
                units.map { unit in
                    var entry = Addressee(CaseEvent.Unit(unit))
                    if unit.kommunkod == nil { entry.lanskod = unit.lanskod }
                    entry.isProtectedMailbox = unit.isProtectedMailbox
                    return entry
                }
            ).sorted { ($0.address, $0.role.rawValue) < ($1.address, $1.role.rawValue) })
    }

    private func parts(_ story: Story, _ types: Set<MessageType>) -> [Story.Part] { story.parts.filter { types.contains($0.message.type) } }

    @Test("The placed child's notices are for the placing municipality and for that of registration, and the message reaches both")
    func bothMunicipalities() throws {
        let story = try Story.number(1)
        for part in parts(story, [.inskrivningsmeddelande, .utskrivningsklar]) {
            let decision = decision(story, part)
            #expect(decision.row == .familjehem && decision.refusal == nil)
            let municipal = decision.recipients.filter { $0.target.kind == .kommun && $0.necessity > .optional }
            #expect(Set(municipal.map(\.target.code)) == ["0319", "0382"], "\(part.path)")
            #expect(decision.payer?.kommunkod == "0382", "\(part.path)")
            #expect(part.message.isKnown(to: Story.kommun) && part.message.isKnown(to: Story.neighbour))
            let comparison = RoutingComparison(decision, receivers: part.message.envelope.receivers, addressBook: Self.book(story))
            #expect(comparison.missing.isEmpty, "\(part.path)")
        }
    }

    @Test("The counterpart of the placed child's SIP and health examination is the placing municipality, not that of registration")
    func counterpart() throws {
        let story = try Story.number(1)
        let asked = parts(story, [.inskrivningsmeddelande, .kallelseTillSip])
        #expect(asked.count == 2)
        for part in asked { #expect(decision(story, part).counterpart?.kommunkod == "0319", "\(part.path)") }
        let call = try #require(parts(story, [.kallelseTillSip]).first?.message.part(KallelseTillSip.self))
        #expect(call.invited.map(\.kommunkod).contains("0319"))
        let answer = try #require(parts(story, [.svarPaKallelse]).first)
        #expect(answer.message.envelope.sender.kommunkod == "0319")
    }

    @Test("The unaccompanied child's notices are for the assigned municipality, and nobody is said to pay")
    func unaccompanied() throws {
        let story = try Story.number(3)
        let admission = try #require(parts(story, [.inskrivningsmeddelande]).first)
        let decision = decision(story, admission)
        #expect(decision.row == .assigned && decision.refusal == nil)
        #expect(decision.payer?.kommunkod == nil && decision.counterpart?.kommunkod == "0319")
        #expect(decision.recipients.first?.target == .kommun("0319"))
    }

    @Test("The protected person's notices ask for protected mailboxes")
    func protected() throws {
        let story = try Story.number(4)
        for part in parts(story, [.inskrivningsmeddelande, .utskrivningsklar, .kallelseTillSip]) {
            #expect(decision(story, part).needsProtectedMailbox, "\(part.path)")
        }
    }
}
