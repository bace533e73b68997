import CareMessages
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Routing by ledger and address book")
struct RoutingAdviceTests {
    private let region: TestSide
    private let check: MessageCheck

    init() throws {
        region = try TestSide()
        check = try MessageCheck()
    }

    private static let neighbour = Party(
        organisationsnummer: TestOrganisation.neighbour.organisationsnummer, principal: .municipality(TestOrganisation.neighbour.code),
        address: .hsaID("SE2120009911-S201"), role: .socialtjanst)

    private func message(_ text: String) throws -> CareMessage {
        let outcome = check.check(
            Array(text.utf8), verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: RuleContext(now: Date()))
        return try #require(outcome.message, "\(outcome.findings.map(\.rule))")
    }

    /// Notes a message as if it lay in the spool.
    @discardableResult private func note(_ type: MessageType, refersTo: String? = nil, caseID: String, by sender: Party? = nil) throws
        -> String
    {
        let id = UUID().uuidString.lowercased()
        var example = ExampleMessage(type, sent: Date().addingTimeInterval(-3_600), messageID: id, caseID: caseID)
        example.refersTo = refersTo
        example.sender = sender
        var envelope = Envelope(id: region.spools.newID(at: Date()), createdAt: Date(), type: type.rawValue, partner: "kommun")
        envelope.attributes = region.ledger.attributes(of: try message(example.xml))
        region.ledger.note(envelope)
        return id
    }

    /// The notice of admission without a word of a placement.
    private func silent(_ notice: Notice = Notice()) throws -> CareMessage {
        try message(notice.text.replacing(/<sam:Placering>.*<\/sam:Placering>/.dotMatchesNewlines()) { _ in "" })
    }

    @Test("A placement message in the ledger tells who has placed the child, until it is withdrawn by who sent it")
    func register() throws {
        let before = region.ledger.routingFacts(of: try silent())
        #expect(before.placements.isEmpty)
        let caseID = UUID().uuidString.lowercased()
        let placed = try note(.placeringsmeddelande, caseID: caseID)
        let facts = region.ledger.routingFacts(of: try silent())
        #expect(facts.placements.map(\.placeringskommun) == ["0319"] && facts.placements.first?.messageID == placed)
        let advice = RoutingAdvice(try silent(Notice(to: [.neighbourUnit])), parts: region.parts, ledger: region.ledger)
        #expect(advice.verdict == .wrong && advice.comparison.missing.contains { $0.target == .kommun("0319") })
        try note(.makulering, refersTo: placed, caseID: caseID, by: Self.neighbour)
        #expect(!region.ledger.routingFacts(of: try silent()).placements.isEmpty, "another's withdrawal counts for nothing")
        try note(.makulering, refersTo: placed, caseID: caseID, by: .kommunUnit)
        // The example's withdrawal is about another patient: for its case it counts all the same, and the register goes by the case.
        #expect(region.ledger.routingFacts(of: try silent()).placements.isEmpty)
    }

    @Test("The placements of another patient are not taken for this one's")
    func otherPatient() throws {
        try note(.placeringsmeddelande, caseID: UUID().uuidString.lowercased())
        var other = try silent()
        other.patient?.identities = [PatientIdentity(system: Personnummer.oid, value: "191212121212")]
        #expect(region.ledger.routingFacts(of: other).placements.isEmpty)
    }

    @Test("Right, wrong and unknown")
    func verdicts() throws {
        func verdict(_ text: String) throws -> RoutingAdvice.Verdict {
            RoutingAdvice(try message(text), parts: region.parts, ledger: region.ledger).verdict
        }
        #expect(try verdict(Notice(to: [.kommunUnit, .neighbourUnit, .regionUnit]).text) == .right)
        #expect(try verdict(Notice(to: [.neighbourUnit]).text) == .wrong)
        let receipt = ExampleMessage(
            .kvittens, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased())
        #expect(try verdict(receipt.xml) == .unknown, "nothing is known of its case, so no receiver is called superfluous")
    }

    @Test("A needed municipality that is left out is a warning that travels along, never a refusal; so is a child of unknown placement")
    func warnings() throws {
        let missing = try region.outbound.submit(Notice(to: [.neighbourUnit]).bytes)
        #expect(missing.isAccepted && missing.findings.map(\.rule).contains("V014"))
        let id = try #require(missing.copies.first?.id)
        #expect(try region.outboundEntry(id)?.envelope.attributes[.warnings]?.contains("V014") == true)
        let unknown = Notice().text.replacing(/<sam:Placering>.*<\/sam:Placering>/.dotMatchesNewlines()) { _ in "" }
        let submission = try region.outbound.submit(Array(unknown.utf8))
        #expect(submission.isAccepted && submission.findings.map(\.rule).contains("V004"))
    }

    @Test("Placement messages are refused until they are switched on")
    func optIn() throws {
        func submit(_ appendix: String, _ send: [String]) throws -> [String] {
            let kommun = try TestSide(.kommun) {
                $0.partners[0].send = send
                $0.appendix = appendix
            }
            var example = ExampleMessage(
                .placeringsmeddelande, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: UUID().uuidString.lowercased())
            example.receivers = [.regionUnit]
            return try kommun.outbound.submit(example.bytes).findings.map(\.rule)
        }
        #expect(try submit("", ["M01"]).contains("E2003"))
        #expect(try !submit("placement_messages: { send: yes }", ["M01", "M20"]).contains("E2003"))
    }
}
