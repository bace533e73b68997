import CareMessages
import Foundation
import Testing

@Suite("What a case remembers of where the patient stays, and of open care")
struct RememberedStayTests {
    private func placement(_ change: (inout CareMessage) -> Void) throws -> EventFacts {
        var message = try #require(try Checking.examples.get()[.placeringsmeddelande])
        change(&message)
        return CaseEvent(message).facts
    }

    private func stay(in message: inout CareMessage, form: String) {
        guard var notice = message.part(Placeringsmeddelande.self) else { return }
        (notice.placement.vistelsekommun, notice.placement.form) = ("1480", form)
        message.content = notice
    }

    @Test("The municipality of the stay is remembered, but not of a protected patient or sheltered housing")
    func stays() throws {
        let open = try placement { stay(in: &$0, form: "FAMILJEHEM") }
        #expect(open.vistelsekommun == "1480" && open.placement?.vistelsekommun == "1480")
        let hidden = [
            try placement { stay(in: &$0, form: "SKYDDAT_BOENDE") },
            try placement {
                stay(in: &$0, form: "FAMILJEHEM")
                $0.patient?.protection = [.sekretessmarkering]
            },
        ]
        for facts in hidden { #expect(facts.vistelsekommun == nil && facts.placement != nil && facts.placement?.vistelsekommun == nil) }
    }

    @Test("The line holds no provision, and tells from when open care is there")
    func line() throws {
        let notice = CaseEvent(try #require(try Checking.examples.get()[.placeringsmeddelande]))
        #expect(!CaseEventLine.text(notice).contains("LVU") && !CaseEventLine.text(notice).contains("SOL_"))
        #expect(CaseEventLine.event(CaseEventLine.text(notice)) == notice)
        var word = CaseEvent(try #require(try Checking.examples.get()[.oppenvardensTillganglighet]))
        #expect(word.facts.openCareFrom != nil)
        word.facts.openCareFrom = .day(Told.day("2026-10-01"))
        #expect(CaseEventLine.event(CaseEventLine.text(word)) == word)
    }
}
