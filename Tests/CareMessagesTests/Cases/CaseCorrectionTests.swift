import CareMessages
import Foundation
import Testing

/// Corrections, withdrawals, and sides that have seen less of a case.
@Suite("Corrections and latecomers")
struct CaseCorrectionTests {
    private typealias Story = EventStory
    private static let admission = Story.event(1, .inskrivningsmeddelande)
    private static let ready = Story.event(3, .utskrivningsklar, to: 1)
    private static let readyAgain = Story.event(5, .utskrivningsklar, to: 1)

    private static func corrected(_ number: Int, _ old: Int, by new: Int) -> CaseEvent {
        Story.event(number, .makulering, to: old) {
            $0.status = Makulering.Kind.corrected.rawValue
            $0.successor = Story.id(new)
        }
    }

    @Test("A changed call that is called off does not bring back the first", arguments: [MessageType.kallelseTillSip, .utskrivningsklar])
    func chain(_ type: MessageType) {
        let basis = type == .kallelseTillSip ? nil : 1
        let events = [
            Self.admission, Story.event(2, type, to: basis), Story.event(4, type, to: basis, replacing: 2),
            Story.event(6, .makulering, to: 4),
        ]
        let state = Story.state(events)
        #expect(state.latest(type) == nil)
        #expect(state.entries.map(\.standing)[1...2] == [.replaced(by: Story.id(4)), .withdrawn(by: Story.id(6))])
    }

    @Test("A call may be called off whatever stage has come since, also another organisation's")
    func call() {
        let call = Story.event(4, .kallelseTillSip)
        let end = Story.event(9, .avslutVardtillfalle, to: 1)
        let state = Story.state([Self.admission, Self.ready, call, end, Story.event(10, .makulering, to: 4)])
        #expect(state.latest(.kallelseTillSip) == nil && Story.irregular(state.entries.map(\.standing)) == 0)
    }

    @Test("A correction that came before its M22 takes the old one's place", arguments: [4, 6])
    func correction(_ annulment: Int) {
        let state = Story.state([Self.admission, Self.ready, Self.readyAgain, Self.corrected(annulment, 3, by: 5)])
        #expect(state.latest(.utskrivningsklar)?.messageID == Story.id(5) && Story.irregular(state.entries.map(\.standing)) == 0)
        #expect(state.inForce.filter { $0.type == .utskrivningsklar }.count == 1)
    }

    @Test("Taking back a correction leaves one notice in force")
    func correctionTakenBack() {
        let state = Story.state([
            Self.admission, Self.ready, Self.readyAgain, Self.corrected(6, 3, by: 5), Story.event(7, .makulering, to: 6),
        ])
        #expect(state.inForce.filter { $0.type == .utskrivningsklar }.map(\.messageID) == [Story.id(3)])
    }

    @Test("A withdrawal of readiness counts after the end, and the end still counts")
    func afterEnd() {
        let end = Story.event(4, .avslutVardtillfalle, to: 1)
        let state = Story.state([Self.admission, Self.ready, end, Story.event(6, .atertagandeUtskrivningsklar, to: 3)])
        #expect(state.latest(.utskrivningsklar) == nil && state.phase == .avslutad && Story.irregular(state.entries.map(\.standing)) == 0)
    }

    @Test(
        "To who joined later, messages count though what they build on never comes",
        arguments: [
            MessageType.utskrivningsinformation, .avslutVardtillfalle, .sisUnderrattelse, .utskrivningsklar, .svarPaKallelse,
        ])
    func latecomer(_ type: MessageType) {
        let state = Story.state([Story.event(4, type, to: 1)])
        #expect(state.entries[0].isInForce && state.entries[0].link == .missing && state.missingLinks == [Story.id(1)])
        #expect(state.parties.organisations == [Story.region, Story.kommun])
    }

    @Test("To who joined later, an admission ends all the same, and what takes back still waits")
    func latecomersEnd() {
        #expect(Story.state([Story.event(4, .avslutVardtillfalle, to: 1)]).phase == .avslutad)
        for event in [Story.event(4, .makulering, to: 1), Story.event(4, .utskrivningsklar, to: 1, replacing: 2)] {
            #expect(Story.state([event]).entries[0].standing == .irregular(.referenceMissing))
        }
    }

    @Test("A case opened by M11 takes the word of open care and ends")
    func openedByM11() {
        let notice = Story.event(1, .underrattelseOppenTvangsvard) { $0.status = "BESLUTAD" }
        let state = Story.state([
            notice, Story.event(2, .oppenvardensTillganglighet, to: 1), Story.event(3, .avslutVardtillfalle, to: 1),
        ])
        #expect(state.phase == .avslutad && Story.irregular(state.entries.map(\.standing)) == 0)
    }

    private static let receiver = admission.receivers[0]
    private static func receipt(_ number: Int, _ status: String, by unit: CaseEvent.Unit = receiver) -> CaseEvent {
        var event = Story.event(number, .kvittens, to: 1, by: Story.kommun) { $0.status = status }
        event.sender = unit
        return event
    }

    @Test("Who answers that the case is not theirs leaves it, until it is added or writes")
    func misdirected() {
        let wrong = Self.receipt(2, "FELSAND")
        let state = Story.state([Self.admission, wrong, Self.ready])
        #expect(!state.parties.contains(Self.receiver) && state.parties.declined == [Self.receiver])
        #expect(Story.state([Self.admission, Self.receipt(2, "OK")]).parties.contains(Self.receiver))
        let added = Story.event(6, .andradPart) { $0.partyChanges = [.init(change: "LAGG_TILL", unit: Self.receiver)] }
        #expect(Story.state([Self.admission, wrong, added]).parties.contains(Self.receiver))
        #expect(Story.state([Self.admission, wrong]).facts { _ in true }.parties == [Story.region])
    }

    @Test("Receipts and reports make nobody a party; a reader is one")
    func readers() {
        var other = Self.receiver
        other.address = "SE2120009903-Z9"
        let report = Story.event(3, .avvikelse, to: 1, by: "2120009911")
        let state = Story.state([Self.admission, Self.receipt(2, "OK", by: other), report])
        #expect(!state.parties.contains(other) && !state.parties.organisations.contains("2120009911"))
        let reading = Story.event(4, .andradPart) { $0.partyChanges = [.init(change: "LASRATT", unit: other)] }
        let parties = Story.state([Self.admission, reading]).parties
        #expect(parties.contains(other) && parties.isReader(other) && !parties.isReader(Self.receiver))
    }

    @Test("A message shows who answered that it was refused, not theirs or passed on", arguments: ["AVVISAD", "FELSAND", "VIDARESAND"])
    func feedback(_ status: String) {
        let stranger = Story.event(3, .kvittens, to: 1, by: "2120009911") { $0.status = status }
        let entry = Story.state([Self.admission, Self.receipt(2, status), stranger, Self.receipt(4, "OK")]).entries[0]
        #expect(entry.feedback.map(\.outcome.rawValue) == [status] && entry.feedback.map(\.unit) == [Self.receiver])
    }

    // MARK: - Health examination by several units

    private static let clinic = CaseEvent.Unit(
        organisationsnummer: Story.region, role: .bup, kommunkod: nil, address: "SE2321009900-B1")
    private static let dentist = CaseEvent.Unit(
        organisationsnummer: Story.region, role: .tandvard, kommunkod: nil, address: "SE2321009900-T1")
    private static let request: CaseEvent = {
        var event = Story.event(1, .begaranHalsoundersokning, by: Story.kommun) { $0.parts = [.physical, .mental, .oral] }
        event.receivers = [clinic, dentist]
        return event
    }()
    private static func word(_ number: Int, _ type: MessageType, _ unit: CaseEvent.Unit, _ change: (inout EventFacts) -> Void) -> CaseEvent
    {
        var event = Story.event(number, type, to: 1, change)
        event.sender = unit
        return event
    }
    private static let body = word(2, .utlatandeHalsoundersokning, clinic) {
        $0.parts = [.physical, .mental, .oral]
        $0.omittedParts = [.oral]
    }
    private static let teeth = word(3, .utlatandeHalsoundersokning, dentist) { $0.parts = [.oral] }
    private static let wrongUnit = word(4, .beskedHalsoundersokning, dentist) { $0.status = "FEL_MOTTAGARE" }
    private static let wrongToo = word(5, .beskedHalsoundersokning, clinic) { $0.status = "FEL_MOTTAGARE" }

    struct Answers: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [CaseEvent]
        let phase: CasePhase
        var testDescription: String { name }
    }

    private static let answers = [
        Answers(name: "one of two statements", events: [body], phase: .mottagen),
        Answers(name: "the dentist's alone", events: [teeth], phase: .mottagen),
        Answers(name: "both statements", events: [teeth, body], phase: .besvarad),
        Answers(name: "one unit not the right one", events: [wrongUnit], phase: .begard),
        Answers(name: "no unit the right one", events: [wrongUnit, wrongToo], phase: .avvisad),
        Answers(name: "left out here and refused there", events: [wrongUnit, body], phase: .besvarad),
    ]

    @Test("A health examination by two units is judged part by part", arguments: answers)
    func examination(_ answers: Answers) {
        #expect(Story.state([Self.request] + answers.events).phase == answers.phase)
    }
}
