import CareMessages
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Names in a report, by the messages in the spool")
struct PatientNamesTests {
    /// A municipality that has received a notice from the region.
    private static func informed() throws -> (kommun: TestSide, notice: Notice) {
        let (region, kommun) = (try TestSide(), try TestSide(.kommun) { $0.partners[0].send = ["M17", "M23", "M25"] })
        let notice = Notice()
        let answer = kommun.answer(try region.request(notice))
        guard answer.status == 200, try !kommun.spools.inbound.list(.ready).isEmpty else {
            throw SupportFailure("not received: \(answer.text)")
        }
        return (kommun, notice)
    }

    private static func report(_ text: String, on notice: Notice, about reference: String? = nil) -> [UInt8] {
        var example = ExampleMessage(
            .avvikelse, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: notice.caseID)
        example.refersTo = reference ?? notice.messageID
        return Array(example.xml.replacing(/<sam:Beskrivning>[^<]*</) { _ in "<sam:Beskrivning>\(text)<" }.utf8)
    }

    private func rules(_ submission: Submission) -> [String] { submission.findings.map(\.rule) }

    @Test(
        "A report that names the patient is warned of, one that does not is not",
        arguments: [
            ("Vi nådde inte Tilda.", ["W2501"]), ("Provbergs underrättelse kom sent.", ["W2501"]), ("Underrättelsen kom sent.", []),
        ])
    func named(_ text: String, _ expected: [String]) throws {
        let (kommun, notice) = try Self.informed()
        let submission = try kommun.outbound.submit(Self.report(text, on: notice))
        #expect(submission.isAccepted && rules(submission) == expected, "\(submission.findings)")
        let copy = try #require(submission.copies.first)
        let kept = try #require(try kommun.outboundEntry(copy.id))
        let words = kept.envelope.attributes.values.joined(separator: " ") + kept.history.map { "\($0)" }.joined()
        for name in ["Tilda", "Provberg"] {
            #expect(!words.contains(name) && !submission.findings.contains { "\($0)".contains(name) })
        }
    }

    @Test(
        "A receipt for what came wrong that names the patient is warned of; one that accepts, or names nobody, is not",
        arguments: [
            (Kvittens.Outcome.misdirected, "Vi känner inte Tilda.", ["W2302"]), (.refused, "Provbergs ärende är inte vårt.", ["W2302"]),
            (.misdirected, "Fel avdelning.", []), (.accepted, "Tilda är hos oss.", []),
        ])
    func receipt(_ outcome: Kvittens.Outcome, _ comment: String, _ expected: [String]) throws {
        let (kommun, notice) = try Self.informed()
        var example = ExampleMessage(.kvittens, sent: Date(), messageID: UUID().uuidString.lowercased(), caseID: notice.caseID)
        example.refersTo = notice.messageID
        let text = example.xml.replacing("<sam:Resultat>OK<", with: "<sam:Resultat>\(outcome.rawValue)<")
            .replacing("</sam:Kvitterad>", with: "</sam:Kvitterad><sam:Kommentar>\(comment)</sam:Kommentar>")
        let submission = try kommun.outbound.submit(Array(text.utf8))
        #expect(submission.isAccepted && rules(submission) == expected, "\(submission.findings)")
    }

    @Test("The organisation's own message of the case is read too, and a gateway that starts anew knows as much")
    func ownMessage() throws {
        let (kommun, notice) = try Self.informed()
        let restarted = OutboundPipeline(kommun.parts, spools: kommun.spools, ledger: try kommun.spools.ledger())
        #expect(rules(try restarted.submit(Self.report("Vi nådde inte Tilda.", on: notice))) == ["W2501"])
        let region = try TestSide { $0.partners[0].send = ["M01", "M25"] }
        let sent = Notice()
        _ = try region.queue(sent)
        let names = PatientNames(check: region.parts.check, spools: region.spools, ledger: region.ledger)
        let outcome = region.parts.check.check(
            Self.report("Sent.", on: sent), verifier: EnvelopedVerifier(policy: nil), requiresSignature: false,
            context: RuleContext(now: Date()))
        #expect(names.known(toTheCaseOf: try #require(outcome.message), at: Date())?.contains("Tilda") == true)
    }

    @Test("When no message of the case is left there is no warning, and the report is taken")
    func gone() throws {
        let (kommun, notice) = try Self.informed()
        let root = kommun.spools.inbound.root
        for id in try kommun.spools.inbound.list(.ready) { try FileManager.default.removeItem(atPath: "\(root)/ready/\(id)") }
        let submission = try kommun.outbound.submit(Self.report("Vi nådde inte Tilda.", on: notice))
        #expect(submission.isAccepted && rules(submission).isEmpty, "\(submission.findings)")
    }
}
