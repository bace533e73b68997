import Foundation
import TestSupport
import Testing

@testable import AS4

@Suite("Attacks on receipts", .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"))
struct ReceiptAttackTests {
    /// INDEX.tsv, row by row.
    static let samples: [(String, Verdict)] = [
        ("n01-wrong-message", Verdict(code: "A081", ebms: "EBMS:0302")), ("n03-partial-nri", Verdict(code: "A083", ebms: "EBMS:0302")),
        ("n04-no-nri", Verdict(code: "A082", ebms: "EBMS:0302")), ("n07-signed-by-other-partner", Verdict(code: "T006", ebms: "EBMS:0302")),
        ("n09-unknown-ref", Verdict(code: "A081", ebms: "EBMS:0302")), ("n10-receipt-plus-error", Verdict(code: "A022", ebms: "EBMS:0009")),
    ]

    private static func verdict(_ name: String) throws -> Verdict {
        let body = try SharedCorpus.bytes(of: "attack/as4-receipts/\(name).xml")
        let sent = try SentMessage(stored: try SignatureAttackTests.entity("p01-valid"))
        let policy = try SignatureAttackTests.signer("good-b")
        let entity = AS4Entity(contentType: "application/soap+xml", body: body)
        return Verdict { try SignalReader().read(entity, sent: sent, policy: policy, now: SignatureAttackTests.now) }
    }

    @Test("Each receipt is refused for the reason it was made for", arguments: samples)
    func sample(_ name: String, _ expected: Verdict) throws {
        #expect(try Self.verdict(name) == expected)
    }

    @Test("The table names every file of the corpus")
    func complete() {
        #expect(SharedCorpus.names(in: "attack/as4-receipts") == Self.samples.map { $0.0 + ".xml" }.sorted())
    }
}
