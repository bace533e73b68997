import CareMessages
import Documents
import Foundation
import Signatures
import Testing

/// Checks examples as ingress does, with everything the rules may know set to what fits the examples.
enum Checking {
    static let check = Result { () throws(Refusal) in try MessageCheck() }

    static let region = "2321009900"
    static let kommun = "2120009903"
    static let otherKommun = "2120009911"
    static let admission = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0101"

    static func text(_ type: MessageType) throws -> String {
        String(decoding: try #require(ExampleFiles.all[ExampleMessage.fileName(type)]), as: UTF8.self)
    }

    /// When the committed example says it was sent.
    static func sent(_ type: MessageType) -> Date {
        let times: [MessageType: String] = [
            .inskrivningsmeddelande: "2026-09-14T10:20:00+02:00", .utskrivningsklar: "2026-09-18T09:55:00+02:00",
            .remiss: "2026-09-16T13:10:00+02:00",
        ]
        return times[type].flatMap { InstantText.parse($0) } ?? .distantPast
    }

    /// Every fact known, and none that any rule objects to.
    static func context(_ type: MessageType) -> RuleContext {
        var context = RuleContext(now: sent(type).addingTimeInterval(60))
        context.receivedAt = context.now
        context.knownReceivers = [region: [.bup, .primarvard], kommun: [.socialtjanst, .kommunalHSL], otherKommun: [.socialtjanst]]
        context.protectedMailboxes = ["SE2120009903-S201", "0203:socialtjanst.provkommun.example", "SE2321009900-B301"]
        context.caseFacts = CaseFacts(earlier: type == .utskrivningsklar ? [firstAdmission] : [])
        context.businessReceipt = BusinessReceiptFacts(deliveredAt: context.now, limit: .seconds(7_200), hasArrived: true)
        return context
    }

    static var firstAdmission: EarlierMessage {
        var admission = EarlierMessage(
            messageID: admission, type: .inskrivningsmeddelande, sent: sent(.inskrivningsmeddelande), senderOrganisation: region)
        admission.admitted = sent(.inskrivningsmeddelande).addingTimeInterval(-8_100)
        return admission
    }

    static func outcome(_ text: String, _ context: RuleContext) throws -> CheckOutcome {
        try check.get().check(Array(text.utf8), verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: context)
    }
}

extension Checking {
    /// The digest that E02 compares, of an example's bytes.
    static func outcomeDigest(_ type: MessageType) throws -> String { Hexadecimal.text(Digest.sha256(Array(try text(type).utf8))) }
}
