import CareMessages
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("The terms of a case")
struct CaseTermsTests {
    private static func terms(_ kommun: String?, _ neighbour: String?) throws -> CaseTerms {
        let both = [("utskrivning", kommun), ("prov", neighbour)]
        let text = both.reduce(ConfigurationSample.good) { text, row in
            guard let days = row.1 else { return text }
            return text.replacing("- name: \(row.0)\n", with: "- name: \(row.0)\n    deadlines: { grace_days: \(days) }\n")
        }
        return CaseTerms(
            try ConfigurationFile.read(Array(text.utf8), path: "/etc/sluss/sluss.yaml", at: ConfigurationSample.now).configuration)
    }

    /// A notice to both municipalities; the patient is registered in provkommun (0382).
    private static func dossier(_ partners: [String], with others: [Party] = []) throws -> CaseDossier {
        var random = SystemRandomNumberGenerator()
        let notice = Notice(to: [.kommunUnit, .neighbourUnit] + others)
        let outcome = try MessageCheck().check(
            notice.bytes, verifier: .init(policy: nil), requiresSignature: false, context: RuleContext(now: Date()))
        let event = CaseEvent(try #require(outcome.message))
        let lines = partners.map {
            LedgerLine(event, id: .make(at: Date(), random: &random), isInbound: false, partner: $0, patientKeys: [])
        }
        return try #require(CaseCollection(lines).dossier(notice.caseID))
    }

    private static let both = ["exempelkommun", "provkommun"]

    @Test(
        "The municipality of folkbokföring goes first, then the order of the messages, then the law",
        arguments: [
            (nil, nil, both, 3), ("5", nil, both, 5), ("5", "6", both, 6), (nil, "6", both, 6), ("5", "6", ["exempelkommun"], 5),
            (nil, "6", ["exempelkommun"], 3), ("5", "6", ["local"], 3),
        ] as [(String?, String?, [String], Int)])
    func choice(_ kommun: String?, _ neighbour: String?, _ partners: [String], _ days: Int) throws {
        #expect(try Self.terms(kommun, neighbour).agreement(for: Self.dossier(partners)).graceDays == days)
    }

    @Test("Receipts are waited for from partners whose agreement receives them, and not from the own organisation")
    func receipts() throws {
        func awaiting(_ edits: [(String, String)]) throws -> [[String]] {
            let text = edits.reduce(ConfigurationSample.good) { $0.replacing($1.0, with: $1.1) }
            let configuration = try ConfigurationFile.read(Array(text.utf8), path: "/etc/sluss/sluss.yaml", at: ConfigurationSample.now)
            let dossier = try Self.dossier(Self.both + [Spools.localPartner], with: [.regionUnit])
            return dossier.judged(under: CaseTerms(configuration.configuration), at: Date()).deadlines
                .filter { $0.kind == .verksamhetskvittens }.map(\.awaiting)
        }
        #expect(try awaiting([]) == [["2120009903", "2120009911"]])
        #expect(try awaiting([("    receive: [M23]\n", "")]) == [["2120009903"]])
        #expect(try awaiting([("    receive: [M23]\n", ""), ("[M17, M23]", "[M17]")]) == [])
        let archived = try Self.dossier(Self.both).judged(under: .law, at: Date()).deadlines
        #expect(!archived.isEmpty && !archived.contains { $0.kind == .verksamhetskvittens })
    }

    @Test("Partners stand in the order the message names them, in whatever order its copies lie", arguments: 0..<6)
    func partners(_ rotation: Int) throws {
        let three = Self.both + [Spools.localPartner]
        var lines = three
        if rotation > 2 { lines.swapAt(0, 1) }
        lines = Array(lines[(rotation % 3)...] + lines[..<(rotation % 3)])
        let dossier = try Self.dossier(lines, with: [.regionUnit])
        // The own organisation sent it, so it was there first.
        #expect(CaseReport(dossier, under: try Self.terms(nil, nil), at: Date()).partners == ["local", "exempelkommun", "provkommun"])
        // Without a configuration nobody knows who they are.
        #expect(CaseReport(dossier, under: .law, at: Date()).partners == three.sorted())
    }

    @Test("Without a configuration the law holds, and no amount is known")
    func law() throws {
        var law = RegionalAgreement.statutory
        law.receipts = .none
        #expect(try CaseTerms.law.agreement(for: Self.dossier(Self.both)) == law)
        #expect(CaseTerms.law.amounts == .none)
    }
}
