import Foundation
import Testing

@testable import CareMessages

/// What the case remembers of calls, answers, plans and health examinations: enough for rules and deadlines, nothing of the patient.
@Suite("What is remembered of planning and health examinations")
struct RememberedPlanTests {
    private func message(_ type: MessageType) throws -> CareMessage { try #require(Checking.examples.get()[type]) }
    private func facts(_ type: MessageType) throws -> EventFacts { try CaseEvent(message(type)).facts }

    @Test("A call is remembered with its meeting, those called and the consent; an answer with what it says")
    func meeting() throws {
        let call = try facts(.kallelseTillSip)
        #expect(call.meeting == InstantText.parse("2026-09-24T11:00:00Z"))
        #expect(call.called == [Checking.kommun, Checking.otherKommun, Checking.region])
        #expect(call.consent == .yes && call.vardform == .hsl)
        #expect(try facts(.svarPaKallelse).status == "JA")
    }

    @Test(
        "The last day for a call is the third after that of the notice, in Swedish time",
        arguments: [
            ("2026-09-18T09:55:00+02:00", "2026-09-21"), ("2026-09-18T00:00:00+02:00", "2026-09-21"),
            ("2026-09-17T23:59:59+02:00", "2026-09-20"), ("2026-03-27T12:00:01+01:00", "2026-03-30"),
            ("2026-10-23T22:30:00Z", "2026-10-27"), ("2026-12-31T15:00:00+01:00", "2027-01-03"),
            ("2028-02-26T08:00:00+01:00", "2028-02-29"),
        ])
    func lastDay(_ sent: String, _ day: String) throws {
        #expect(ReadinessLimits.callDay(noticeSent: try #require(InstantText.parse(sent))).text == day)
    }

    @Test(
        "The last day for the word on a request is the tenth working day after that of the request",
        arguments: [
            ("2026-06-03T09:30:00+02:00", "2026-06-17"), ("2026-05-08T16:00:00+02:00", "2026-05-25"),
            ("2026-06-12T09:00:00+02:00", "2026-06-29"), ("2026-12-21T08:00:00+01:00", "2027-01-11"),
            ("2026-03-27T12:00:00+01:00", "2026-04-14"),
        ])
    func lastDayOfWord(_ sent: String, _ day: String) throws {
        #expect(BeskedHalsoundersokning.lastDay(afterRequestSent: try #require(InstantText.parse(sent))).text == day)
    }

    @Test("A plan is remembered by who answers for what goes on; nothing goes on in a plan that has ended")
    func plan() throws {
        let open = [
            EventFacts.Insats(organisationsnummer: Checking.region, isOpen: true),
            .init(organisationsnummer: Checking.kommun, isOpen: true),
        ]
        let facts = try facts(.samordnadPlan)
        #expect(facts.insatser == open + [.init(organisationsnummer: Checking.kommun, isOpen: false)])
        #expect(facts.status == "JUSTERAD" && facts.consent == .yes)
        #expect(try self.facts(.underrattelseOppenTvangsvard).insatser == open)
        var ended = try message(.samordnadPlan)
        var content = try #require(ended.part(SamordnadPlan.self))
        content.status = .ended
        ended.content = content
        #expect(CaseEvent(ended).facts.insatser?.contains(where: \.isOpen) == false)
    }

    @Test("A notice of compulsory open care is remembered like a notice of readiness, by the time of its decision")
    func compulsoryCare() throws {
        let facts = try facts(.underrattelseOppenTvangsvard)
        #expect(facts.assessed == InstantText.parse("2026-09-22T07:00:00Z"))
        #expect(facts.vardform == .opt && facts.status == "MEDGIVEN")
    }

    @Test("A request is remembered with its placement and parts, the word with its status, the statement with its parts")
    func examination() throws {
        let request = try facts(.begaranHalsoundersokning)
        #expect(request.parts == [.physical, .mental, .oral])
        #expect(request.placement?.day?.text == "2026-06-01" && request.placement?.form == "FAMILJEHEM")
        #expect(request.placeringskommun == "0319" && request.vistelsekommun == "0382")
        let word = try facts(.beskedHalsoundersokning)
        #expect(word.status == "BOKAD" && word.parts == [.physical, .mental] && word.unit == "SE2321009900-V401")
        let statement = try facts(.utlatandeHalsoundersokning)
        #expect(statement.parts == [.physical, .mental, .oral] && statement.omittedParts == [.oral])
    }

    @Test("Units are the same by HSA-id, or by organisation and role where one has none")
    func units() {
        var unit = ConcernedUnit(organisationsnummer: Checking.region, name: "BUP", role: .bup)
        var other = ConcernedUnit(organisationsnummer: Checking.region, name: "BUP Norr", role: .bup)
        #expect(unit.isSameUnit(as: other))
        unit.hsaID = "SE2321009900-B301"
        #expect(unit.isSameUnit(as: other))
        other.hsaID = "SE2321009900-B302"
        #expect(!unit.isSameUnit(as: other))
        other.hsaID = nil
        other.role = .primarvard
        #expect(!unit.isSameUnit(as: other))
        other.role = .bup
        other.organisationsnummer = Checking.kommun
        #expect(!unit.isSameUnit(as: other))
    }

    @Test(
        "Nothing of the patient is remembered",
        arguments: [
            MessageType.kallelseTillSip, .svarPaKallelse, .samordnadPlan, .underrattelseOppenTvangsvard, .begaranHalsoundersokning,
            .beskedHalsoundersokning, .utlatandeHalsoundersokning,
        ])
    func silence(_ type: MessageType) throws {
        let line = CaseEventLine.text(CaseEvent(try message(type)))
        #expect(line.contains(type.rawValue))
        for word in ["Tilda", "Provberg", "Alvar", "Testlund", "9809", "9818", "Övning", "Påhittade", "sömn", "familjehemmet"] {
            #expect(!line.contains(word), "\(type.rawValue) remembers \(word)")
        }
    }
}
