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
    private static func dossier(_ partners: [String]) throws -> CaseDossier {
        var random = SystemRandomNumberGenerator()
        let notice = Notice(to: [.kommunUnit, .neighbourUnit])
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

    @Test("Without a configuration the law holds, and no amount is known")
    func law() throws {
        #expect(try CaseTerms.law.agreement(for: Self.dossier(Self.both)) == .statutory)
        #expect(CaseTerms.law.amounts == .none)
    }
}
