import CareMessages
import Documents
import Foundation
import Signatures
import TestSupport

/// What deciding a message costs beside what every signed XML file costs: parse, signature and schema alone, and all of it with rules, the
/// case, and routing. The signer's chain is judged in neither, which makes the ratio worse, not better.
struct DecisionProbe {
    let certificates: DevelopmentPKI

    private static let rounds = 400

    func run(_ result: inout QuickResult) throws {
        let now = Date()
        let caseID = UUID().uuidString.lowercased()
        let admission = try example(.inskrivningsmeddelande, caseID, at: now.addingTimeInterval(-36_000)).message
        let id = admission.envelope.messageID
        let (signed, notice) = try example(.utskrivningsklar, caseID, refersTo: id, at: now)
        let others = try [MessageType.andradBeraknadUtskrivning, .fastVardkontaktUtsedd].enumerated().map {
            try example($0.element, caseID, refersTo: id, at: now.addingTimeInterval(Double($0.offset - 9) * 3_600)).message
        }
        let earlier = ([admission] + others).map { CaseEvent($0) }
        let judge = try Judge(earlier: earlier, addresses: Self.addresses(earlier + [CaseEvent(notice)]))
        guard judge.decide(signed, at: now) else { throw SupportFailure("the M05 of the measurement is not routed") }
        // The two in turn, so that a busy machine slows both.
        var (alone, whole) = (Duration.zero, Duration.zero)
        let clock = ContinuousClock()
        for _ in 0..<Self.rounds {
            alone += try clock.measure { try judge.judge(signed, at: now) }
            whole += clock.measure { _ = judge.decide(signed, at: now) }
        }
        result.judgedMilliseconds = alone.seconds * 1_000 / Double(Self.rounds)
        result.decidedMilliseconds = whole.seconds * 1_000 / Double(Self.rounds)
    }

    private func example(
        _ type: MessageType, _ caseID: String, refersTo: String? = nil, at sent: Date
    ) throws -> (bytes: [UInt8], message: CareMessage) {
        var fresh = ExampleMessage(type, sent: sent, messageID: UUID().uuidString.lowercased(), caseID: caseID)
        fresh.refersTo = refersTo
        let plain = fresh.bytes
        let certificate = try Certificate.load(path: certificates.certificate(.region, .signing))
        let signer = try EnvelopedSigner(key: PrivateKey.load(path: certificates.key(.region, .signing)), certificate: certificate[0])
        return (try signer.sign(try Document.parse(plain), at: sent), try Judge.message(plain))
    }

    /// An address for every unit that takes part.
    private static func addresses(_ events: [CaseEvent]) -> AddressBook {
        var seen: Set<CaseEvent.Unit> = []
        return AddressBook(events.flatMap { [$0.sender] + $0.receivers }.filter { seen.insert($0).inserted }.map(Addressee.init))
    }
}

/// The steps of a decision.
struct Judge {
    private let earlier: [CaseEvent]
    private let router: Router
    private let schema: Schema
    private let check: MessageCheck
    private let verifier = EnvelopedVerifier(policy: nil)

    init(earlier: [CaseEvent], addresses: AddressBook) throws {
        self.earlier = earlier
        router = Router(addressBook: addresses)
        schema = try Schema(main: SchemaFiles.main, files: SchemaFiles.all)
        check = try MessageCheck()
    }

    /// Parse, signature and schema alone.
    func judge(_ bytes: [UInt8], at now: Date) throws {
        let document = try Document.parse(bytes, limits: .message)
        _ = try verifier.verify(document, at: now)
        guard schema.violations(in: document).isEmpty else { throw SupportFailure("the example does not follow its schema") }
    }

    /// The same with rules, routing and the case as it stands afterwards.
    ///
    /// - Returns: whether the message can go on.
    func decide(_ bytes: [UInt8], at now: Date) -> Bool {
        var context = RuleContext(now: now)
        context.receivedAt = now
        context.remembering = { [earlier] message in
            let facts = Case(id: message.envelope.caseID, events: earlier).facts { _ in true }
            return MessageMemory(caseFacts: facts, earlierDigest: nil)
        }
        let outcome = check.check(bytes, verifier: verifier, requiresSignature: true, context: context)
        guard let message = outcome.message else { return false }
        let facts = RoutingFacts(message, register: PlacementRegister(), patient: PatientKey(digest: "none"), earlier: earlier)
        let decision = router.decide(facts)
        let state = Case(id: message.envelope.caseID, events: earlier + [CaseEvent(message)])
        return outcome.isAccepted && decision.error == nil && state.phase == .utskrivningsklar
    }

    /// Reads an unsigned message.
    static func message(_ bytes: [UInt8]) throws -> CareMessage {
        let context = RuleContext(now: Date())
        let outcome = try MessageCheck().check(bytes, verifier: EnvelopedVerifier(policy: nil), requiresSignature: false, context: context)
        guard let message = outcome.message else { throw SupportFailure("an example cannot be read") }
        return message
    }
}
