import CareMessages
import Testing

@Suite("What receivers say of messages that came wrong")
struct CaseFeedbackTests {
    private typealias Story = EventStory
    private static let admission = Story.event(1, .inskrivningsmeddelande)

    private static func receipt(_ number: Int, _ outcome: Kvittens.Outcome, by organisation: String = EventStory.kommun) -> CaseEvent {
        Story.event(number, .kvittens, to: 1, by: organisation) {
            $0.level = "VERKSAMHET"
            $0.status = outcome.rawValue
            $0.successor = outcome == .forwarded ? "2120009911" : nil
        }
    }

    private static func feedback(_ events: [CaseEvent]) -> [CaseEntry.Feedback] {
        Story.state(events).entries.first { $0.event.type == .inskrivningsmeddelande }?.feedback ?? []
    }

    @Test("A misdirected and a forwarded message show it, in whatever order the receipts came")
    func shown() {
        let (wrong, on) = (Self.receipt(2, .misdirected), Self.receipt(3, .forwarded))
        for events in [[Self.admission, wrong, on], [on, wrong, Self.admission]] {
            let feedback = Self.feedback(events)
            #expect(feedback.map(\.outcome) == [.misdirected, .forwarded])
            #expect(
                feedback.map(\.forwardedTo) == [nil, "2120009911"]
                    && feedback.allSatisfy { $0.unit.organisationsnummer == EventStory.kommun })
        }
    }

    @Test("Other receipts, one of an organisation that never had the message, and one that was withdrawn, are no feedback")
    func hidden() {
        #expect(Self.feedback([Self.admission, Self.receipt(2, .accepted)]).isEmpty)
        #expect(Self.feedback([Self.admission, Self.receipt(2, .misdirected, by: "2120009911")]).isEmpty)
        let withdrawn = Story.event(3, .makulering, to: 2, by: EventStory.kommun)
        #expect(Self.feedback([Self.admission, Self.receipt(2, .misdirected), withdrawn]).isEmpty)
    }
}
