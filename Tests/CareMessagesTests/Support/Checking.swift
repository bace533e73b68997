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
    static let sis = "2021009903"
    static let admission = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0101"
    /// The id of a message that no example has.
    static let unknown = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999"

    static func text(_ type: MessageType) throws -> String {
        String(decoding: try #require(ExampleFiles.all[ExampleMessage.fileName(type)]), as: UTF8.self)
    }

    /// Every example, read once.
    static let examples = Result {
        try Dictionary(
            uniqueKeysWithValues: MessageType.allCases.map { type in
                (type, try MessageReader.read(UnsignedContent(Document.parse(Array(text(type).utf8)))))
            })
    }

    /// When the committed example says it was sent.
    static func sent(_ type: MessageType) -> Date { (try? examples.get()[type]?.envelope.sent) ?? .distantPast }

    /// The examples of the same case that were sent before.
    static func earlier(than type: MessageType) -> [EarlierMessage] {
        guard let all = try? examples.get(), let own = all[type]?.envelope else { return [] }
        return all.values.filter { $0.envelope.caseID == own.caseID && $0.envelope.sent < own.sent && $0.type != type }
            .sorted { $0.envelope.sent < $1.envelope.sent }.map { EarlierMessage(CaseEvent($0)) }
    }

    /// Every fact known, and none that any rule objects to.
    static func context(_ type: MessageType) -> RuleContext {
        var context = RuleContext(now: sent(type).addingTimeInterval(60))
        context.receivedAt = context.now
        context.knownReceivers = [
            region: [.bup, .primarvard, .slutenVard, .fastVardkontakt, .tandvard, .avvikelsefunktion],
            kommun: [.socialtjanst, .socialnamnd, .kommunalHSL, .elevhalsa, .avvikelsefunktion], otherKommun: [.socialtjanst],
            sis: [.sis],
        ]
        context.protectedMailboxes = ["SE2120009903-S201", "0203:socialtjanst.provkommun.example", "SE2321009900-B301"]
        context.caseFacts = CaseFacts(earlier: earlier(than: type))
        context.placements = []
        context.patientNames = ["Tilda", "Provberg"]
        return context
    }

    /// An earlier message of the region's ward.
    static func earlier(_ id: String, _ type: MessageType, sent: Date, by organisation: String = region) -> EarlierMessage {
        let party = Party(
            organisationsnummer: organisation, principal: nil, address: .hsaID("SE\(organisation)-A101"),
            role: type.senderRoles.sorted { $0.rawValue < $1.rawValue }[0])
        var envelope = MessageEnvelope(
            schemaVersion: "1.0", messageID: id, caseID: "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001", declaredType: type.rawValue, sent: sent,
            sender: party)
        envelope.receivers = []
        var event = CaseEvent(envelope, type: type)
        event.facts = EventFacts()
        return EarlierMessage(event)
    }

    static func outcome(_ text: String, _ context: RuleContext) throws -> CheckOutcome {
        try check.get().check(Array(text.utf8), verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: context)
    }
}

extension Checking {
    /// The digest that E02 compares, of an example's bytes.
    static func outcomeDigest(_ type: MessageType) throws -> String { Hexadecimal.text(Digest.sha256(Array(try text(type).utf8))) }
}
