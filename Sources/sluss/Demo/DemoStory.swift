import CareMessages
import Documents
import Foundation
import Gateway
import Glibc
import Signatures

/// What the demo shows, in order. Each act ends with claims, and each claim is checked against files before it is printed.
struct DemoStory {
    let stage: DemoStage
    private let asJSON: Bool
    private let began = ContinuousClock.now

    init(stage: DemoStage, asJSON: Bool = false) {
        self.stage = stage
        self.asJSON = asJSON
    }

    func tell() async throws {
        try await prepare()
        let admission = try await threeMessages()
        try await stopAndStart()
        try await killDuringDelivery()
        try tamper(with: admission)
        try await finish()
    }

    private func prepare() async throws {
        title("1. A development CA, three organisations, three gateways on loopback with mutual TLS")
        try stage.makeCertificates()
        claim("three authorities (TLS, AS4, signatures) and certificates for Region Exempel, Exempelkommun, Provkommun", stage.certificates)
        try stage.writeConfigurations()
        for gateway in stage.gateways {
            try await gateway.start()
            claim("\(gateway.organisation.name)'s gateway is ready, pid \(gateway.pid ?? 0)", gateway.configuration)
        }
    }

    /// A child in a familjehem: registered in Provkommun, placed by Exempelkommun. Both are told; so is the region's own BUP.
    private func threeMessages() async throws -> String {
        title("2. Inskrivningsmeddelande for a placed child: Region Exempel → Exempelkommun, Provkommun and the region's own BUP")
        let caseID = UUID().uuidString.lowercased()
        let admission = DemoMessage(.inskrivningsmeddelande, caseID: caseID)
        let sent = try await submit(admission, through: stage.region)
        try await arrives(admission, in: stage.kommun)
        try await arrives(admission, in: stage.neighbour)
        try await arrives(admission, in: stage.region)
        try await receipts(of: sent, at: stage.region)
        try proveSignature(of: admission, in: stage.kommun)
        title("3. Underrättelse om utskrivningsklar in the same case: Region Exempel → the same")
        var ready = DemoMessage(.utskrivningsklar, caseID: caseID)
        ready.refersTo = admission.messageID
        try await receipts(of: try await submit(ready, through: stage.region), at: stage.region)
        try await arrives(ready, in: stage.kommun)
        title("4. Remiss in the other direction: Exempelkommun → Region Exempel")
        let referral = DemoMessage(.remiss, caseID: UUID().uuidString.lowercased())
        try await receipts(of: try await submit(referral, through: stage.kommun), at: stage.kommun)
        try await arrives(referral, in: stage.region)
        return try inboxFile(of: admission, in: stage.kommun)
    }

    private func stopAndStart() async throws {
        title("5. Exempelkommun's gateway is stopped; the region sends all the same")
        guard stage.kommun.signal(SIGTERM) == 0 else { throw DemoFailure(claim: "the gateway stops cleanly on SIGTERM") }
        claim("Exempelkommun's gateway stopped cleanly, exit code 0", stage.kommun.log)
        var message = DemoMessage(.inskrivningsmeddelande, caseID: UUID().uuidString.lowercased())
        message.ward = "A102"
        let copies = try await submit(message, through: stage.region)
        guard let copy = copies.first(where: { $0.partner == DemoOrganisation.kommun.label }) else {
            throw DemoFailure(claim: "a copy for Exempelkommun is in the spool")
        }
        let entry = "\(stage.region.folder)/spool/outbound/deferred/\(copy.id)"
        try await check("the copy for Exempelkommun is deferred", entry, within: 10) { access(entry, F_OK) == 0 }
        let history = try DemoReading.history("\(entry)/history.jsonl")
        guard let last = history.last, let reason = last.reason, let next = last.nextTryAt else {
            throw DemoFailure(claim: "the history of \(copy.id) tells the reason and the next try")
        }
        claim("why and when: \(last.code ?? "") \(reason); next try \(LocalTime.text(next))", "\(entry)/history.jsonl")
        try await arrives(message, in: stage.neighbour)
        claim("Provkommun got its copy meanwhile: a dead partner delays no other", stage.neighbour.folder + "/inbox")
        try await stage.kommun.start()
        try await receipts(of: copies, at: stage.region)
        try await arrives(message, in: stage.kommun)
    }

    /// The receiver is frozen with the request in its socket, so that the kill certainly falls into the delivery.
    private func killDuringDelivery() async throws {
        title("6. The sender is killed with -9 during a delivery")
        stage.kommun.signal(SIGSTOP)
        var message = DemoMessage(.inskrivningsmeddelande, caseID: UUID().uuidString.lowercased())
        message.ward = "A103"
        let copies = try await submit(message, through: stage.region)
        guard let copy = copies.first(where: { $0.partner == DemoOrganisation.kommun.label }) else {
            throw DemoFailure(claim: "a copy for Exempelkommun is in the spool")
        }
        let entry = "\(stage.region.folder)/spool/outbound/inflight/\(copy.id)"
        try await check("the delivery is under way", entry, within: 10) { access("\(entry)/request.as4", F_OK) == 0 }
        guard stage.region.signal(SIGKILL) == -1 else { throw DemoFailure(claim: "the region's gateway dies of SIGKILL") }
        claim("the region's gateway is dead; the message lies in flight, as the kill left it", entry)
        stage.kommun.signal(SIGCONT)
        try await stage.region.start()
        try await receipts(of: copies, at: stage.region)
        try await arrives(message, in: stage.kommun)
        if let log = try? String(contentsOfFile: stage.kommun.log, encoding: .utf8), log.contains("message repeated") {
            claim("the frozen gateway had the first request; the second was answered with the first receipt", stage.kommun.log)
        }
    }

    private func tamper(with path: String) throws {
        title("7. One byte of a signed message is changed")
        guard var bytes = FileManager.default.contents(atPath: path).map({ Array($0) }) else { throw DemoFailure(claim: "\(path) can be read") }
        let needle = Array("<sam:Fornamn>".utf8)
        guard let start = DemoReading.position(of: needle, in: bytes) else { throw DemoFailure(claim: "the message has a name to change") }
        bytes[start + needle.count] ^= 0x01
        let changed = "\(stage.folder)/tampered.xml"
        guard FileManager.default.createFile(atPath: changed, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw DemoFailure(claim: "\(changed) can be written")
        }
        let outcome = try judge(bytes)
        guard !outcome.isAccepted, let finding = outcome.errors.first else { throw DemoFailure(claim: "the changed message is refused") }
        guard try judge(Array(FileManager.default.contents(atPath: path) ?? Data())).isAccepted else {
            throw DemoFailure(claim: "the unchanged message is accepted")
        }
        claim("refused with \(finding.rule): \(Language.current(finding.text))", changed)
        line("     place: \(finding.place.path ?? "-")\(finding.place.line.map { ", line \($0)" } ?? "")")
        line("     remedy: \(Language.current(finding.remedy))")
    }

    private func finish() async throws {
        title("8. Nothing is left over")
        for gateway in stage.gateways {
            for state in ["ready", "inflight", "deferred", "failed", "corrupt", "incoming"] {
                for direction in ["outbound", "inbound"] {
                    let folder = "\(gateway.folder)/spool/\(direction)/\(state)"
                    try await check(nil, folder, within: 10) { DemoReading.names(folder).isEmpty }
                }
            }
        }
        claim("every queue is empty, nothing failed, nothing is damaged", "\(stage.folder)/*/spool/*/")
        title("All claims held. What next")
        let program = CommandLine.arguments.first ?? "sluss"
        line("  \(program) demo --keep                 the same, and leaves the gateways running to explore")
        line("  \(program) check Schemas/examples/*    judge messages without any gateway")
        line("  \(program) config example              a commented configuration to start from")
        line("  README.md: the first real exchange in seven steps; Docs/ by role")
    }
}

extension DemoStory {
    /// Drops the message into the submit folder, as a region's own system would, and waits for the answer beside it.
    private func submit(_ message: DemoMessage, through gateway: DemoGateway) async throws -> [DemoReading.Copy] {
        let name = "\(message.type.rawValue)-\(message.messageID.prefix(8))"
        let path = "\(gateway.folder)/submit/\(name)"
        guard FileManager.default.createFile(atPath: "\(path).part", contents: Data(message.bytes)), rename("\(path).part", "\(path).xml") == 0
        else { throw DemoFailure(claim: "\(path).xml can be written") }
        let hasAnswer = await Self.holds(within: 15) { access("\(path).accepted.json", F_OK) == 0 || access("\(path).refused.json", F_OK) == 0 }
        guard hasAnswer, let answer = FileManager.default.contents(atPath: "\(path).accepted.json") else {
            throw DemoFailure(claim: "\(name).xml is validated, signed and spooled (see \(path).refused.json)")
        }
        let copies = try DemoReading.copies(answer)
        claim("validated, signed and spooled, \(copies.count) \(copies.count == 1 ? "copy" : "copies")", "\(path).accepted.json")
        return copies
    }

    /// Every copy that travels is `done`, with a receipt stored.
    private func receipts(of copies: [DemoReading.Copy], at gateway: DemoGateway) async throws {
        for copy in copies where copy.partner != "local" {
            let entry = "\(gateway.folder)/spool/outbound/done/\(copy.id)"
            try await check("delivered to \(copy.partner); the signed receipt is stored", "\(entry)/receipt.as4", within: 40) {
                access("\(entry)/receipt.as4", F_OK) == 0
            }
        }
    }

    private func arrives(_ message: DemoMessage, in gateway: DemoGateway) async throws {
        let inbox = "\(gateway.folder)/inbox"
        let hasCome = await Self.holds(within: 40) { DemoReading.files(of: message.messageID, in: inbox).count == 1 }
        try? await Task.sleep(for: .milliseconds(300))  // A second copy would come about now.
        let files = DemoReading.files(of: message.messageID, in: inbox)
        guard hasCome, files.count == 1, let file = files.first else {
            throw DemoFailure(claim: "exactly one copy in \(gateway.organisation.name)'s inbox (there are \(files.count))")
        }
        claim("exactly one copy in \(gateway.organisation.name)'s inbox", file)
    }

    private func inboxFile(of message: DemoMessage, in gateway: DemoGateway) throws -> String {
        guard let file = DemoReading.files(of: message.messageID, in: "\(gateway.folder)/inbox").first else {
            throw DemoFailure(claim: "the message is in the inbox")
        }
        return file
    }

    private func proveSignature(of message: DemoMessage, in gateway: DemoGateway) throws {
        let file = try inboxFile(of: message, in: gateway)
        let outcome = try judge(Array(FileManager.default.contents(atPath: file) ?? Data()))
        guard outcome.isAccepted, outcome.isSignerTrusted, let signer = outcome.signer?.organisationIdentifier, signer == DemoOrganisation.region.number
        else { throw DemoFailure(claim: "the message in the inbox carries the region's valid signature") }
        claim("it carries the signature of organisationsnummer \(signer), valid under the signature authority", file)
    }

    private func judge(_ bytes: [UInt8]) throws -> CheckOutcome {
        let anchors = try Certificate.load(path: "\(stage.certificates)/ca/signing-root.pem")
        let intermediates = try Certificate.load(path: "\(stage.certificates)/ca/signing-issuing.pem")
        let verifier = EnvelopedVerifier(policy: TrustPolicy(anchors: anchors, intermediates: intermediates))
        return try MessageCheck().check(bytes, verifier: verifier, requiresSignature: true, context: RuleContext(now: Date()))
    }

    private func check(_ text: String?, _ proof: String, within seconds: Int, _ condition: @escaping @Sendable () -> Bool) async throws {
        guard await Self.holds(within: seconds, condition) else { throw DemoFailure(claim: "\(text ?? "empty") (\(proof))") }
        if let text { claim(text, proof) }
    }

    /// Asks again and again until the condition holds or the time is over.
    static func holds(within seconds: Int, _ condition: @Sendable () -> Bool) async -> Bool {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if condition() { return true }
            try? await Task.sleep(for: .milliseconds(25))
        }
        return condition()
    }

    private func title(_ text: String) { line("\n\(text)") }

    /// Prints a claim that has been checked, with the file that proves it.
    private func claim(_ text: String, _ proof: String) {
        let passed = began.duration(to: .now)
        let seconds = Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
        guard !asJSON else {
            if let object = try? JSONReport.line(DemoClaim(claim: text, proof: proof, elapsedSeconds: seconds)) { Terminal.data(object) }
            return
        }
        line("  ✓ \(String(format: "%6.2f", seconds)) s  \(text)")
        line("              \(proof)")
    }

    private func line(_ text: String) { if !asJSON { Terminal.data(text) } }
}
