import CareMessages
import Foundation
import Testing

@Suite("The stories in any order of arrival")
struct StoryOrderTests {
    /// One side of one case: the messages an organisation sent or received.
    struct Side: Sendable, CustomTestStringConvertible {
        let story: Int
        /// Position of the case in the story.
        let number: Int
        let organisation: String
        /// Where the case stands at the end.
        let phase: CasePhase
        /// How many of its messages the side knows.
        let count: Int

        var testDescription: String { "story \(story), case \(number + 1), \(organisation)" }
    }

    /// By hand: Provkommun, where the child of the first story lives, is told of the admission only, and not what the units ask each other.
    static let sides = [
        Side(story: 1, number: 0, organisation: Story.region, phase: .placerad, count: 1),
        Side(story: 1, number: 0, organisation: Story.kommun, phase: .placerad, count: 1),
        Side(story: 1, number: 1, organisation: Story.region, phase: .mottagen, count: 3),
        Side(story: 1, number: 1, organisation: Story.kommun, phase: .mottagen, count: 3),
        Side(story: 1, number: 2, organisation: Story.region, phase: .avslutad, count: 14),
        Side(story: 1, number: 2, organisation: Story.kommun, phase: .avslutad, count: 14),
        Side(story: 1, number: 2, organisation: Story.neighbour, phase: .avslutad, count: 11),
        Side(story: 2, number: 0, organisation: Story.region, phase: .avslutad, count: 11),
        Side(story: 2, number: 0, organisation: Story.kommun, phase: .avslutad, count: 11),
        Side(story: 3, number: 0, organisation: Story.region, phase: .placerad, count: 1),
        Side(story: 3, number: 0, organisation: Story.kommun, phase: .placerad, count: 1),
        Side(story: 3, number: 1, organisation: Story.region, phase: .avslutad, count: 6),
        Side(story: 3, number: 1, organisation: Story.kommun, phase: .avslutad, count: 6),
        Side(story: 4, number: 0, organisation: Story.region, phase: .avslutad, count: 8),
        Side(story: 4, number: 0, organisation: Story.kommun, phase: .avslutad, count: 8),
    ]

    @Test("200 orders of arrival give the same case as the order of sending", arguments: sides)
    func shuffled(_ side: Side) throws {
        let story = try Story.number(side.story)
        let id = story.caseIDs[side.number]
        let events = story.messages.filter { $0.envelope.caseID == id && $0.isKnown(to: side.organisation) }.map(CaseEvent.init)
        let wanted = Case(id: id, events: events)
        #expect(events.count == side.count)
        #expect(wanted.phase == side.phase)
        #expect(wanted.irregular.isEmpty && wanted.missingLinks.isEmpty)
        for seed in 0..<200 {
            var source = SeededSource(seed: seed)
            #expect(Case(id: id, events: events.shuffled(using: &source)) == wanted, "seed \(seed)")
        }
    }

    @Test("Who is told of every stage of a case stands where the sender stands", arguments: Story.numbers)
    func sameStages(_ number: Int) throws {
        let story = try Story.number(number)
        for id in story.caseIDs {
            let messages = story.messages.filter { $0.envelope.caseID == id }
            let whole = Case(id: id, events: messages.map(CaseEvent.init))
            for organisation in [Story.region, Story.kommun, Story.neighbour] {
                let known = messages.filter { $0.isKnown(to: organisation) }
                guard !known.isEmpty else { continue }
                let own = Case(id: id, events: known.map(CaseEvent.init))
                #expect(own.phase == whole.phase && own.kind == whole.kind)
                let standings = Dictionary(uniqueKeysWithValues: whole.entries.map { ($0.event.messageID, $0.standing) })
                for entry in own.entries { #expect(entry.standing == standings[entry.event.messageID]) }
            }
        }
    }

    @Test("Halfway, with anything missing, a case is kept and says what it waits for", arguments: Story.numbers)
    func halfway(_ number: Int) throws {
        let story = try Story.number(number)
        let events = story.messages.filter { $0.envelope.caseID == story.admission }.map(CaseEvent.init)
        let opening = try #require(events.first)
        let state = Case(id: story.admission, events: Array(events.dropFirst()))
        // Who has not the beginning may have the end all the same.
        #expect([.oppningSaknas, .avslutad].contains(state.phase) && state.missingLinks.contains(opening.messageID))
        #expect(state.entries.count == events.count - 1)
    }
}
