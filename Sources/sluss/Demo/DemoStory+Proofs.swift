import CareMessages
import Documents
import Foundation
import Gateway
import Glibc
import Signatures

/// How the acts of the demo are carried out, checked and printed.
extension DemoStory {
    /// Drops the message into the submit folder, as a region's own system would, and waits for the answer beside it.
    func submit(_ message: DemoMessage, through gateway: DemoGateway) async throws -> [DemoReading.Copy] {
        let name = "\(message.type.rawValue)-\(message.messageID.prefix(8))"
        let path = "\(gateway.folder)/submit/\(name)"
        guard FileManager.default.createFile(atPath: "\(path).part", contents: Data(message.bytes)),
            rename("\(path).part", "\(path).xml") == 0
        else { throw DemoFailure("\(path).xml kan skrivas", "\(path).xml can be written") }
        let hasAnswer = await Self.holds(within: 15) {
            access("\(path).accepted.json", F_OK) == 0 || access("\(path).refused.json", F_OK) == 0
        }
        guard hasAnswer, let answer = FileManager.default.contents(atPath: "\(path).accepted.json") else {
            throw DemoFailure(
                "\(name).xml prövas, signeras och köas (se \(path).refused.json)",
                "\(name).xml is validated, signed and spooled (see \(path).refused.json)")
        }
        let copies = try DemoReading.copies(answer)
        let count = copies.count
        claim(
            "prövat, signerat och köat, \(count) \(count == 1 ? "kopia" : "kopior")",
            "validated, signed and spooled, \(count) \(count == 1 ? "copy" : "copies")", "\(path).accepted.json")
        return copies
    }

    /// Every copy that travels is `done`, with a receipt stored.
    func receipts(of copies: [DemoReading.Copy], at gateway: DemoGateway) async throws {
        for copy in copies where copy.partner != "local" {
            let entry = "\(gateway.folder)/spool/outbound/done/\(copy.id)"
            let text = local(
                "levererat till \(copy.partner); den signerade kvittensen är sparad",
                "delivered to \(copy.partner); the signed receipt is stored")
            try await check(text, "\(entry)/receipt.as4", within: 40) {
                access("\(entry)/receipt.as4", F_OK) == 0
            }
        }
    }

    func arrives(_ message: DemoMessage, in gateway: DemoGateway) async throws {
        let inbox = "\(gateway.folder)/inbox"
        let hasCome = await Self.holds(within: 40) { DemoReading.files(of: message.messageID, in: inbox).count == 1 }
        try? await Task.sleep(for: .milliseconds(300))  // A second copy would come about now.
        let files = DemoReading.files(of: message.messageID, in: inbox)
        guard hasCome, files.count == 1, let file = files.first else {
            throw DemoFailure(
                "precis en kopia i inkorgen hos \(gateway.organisation.name) (det finns \(files.count))",
                "exactly one copy in \(gateway.organisation.name)'s inbox (there are \(files.count))")
        }
        claim(
            "precis en kopia i inkorgen hos \(gateway.organisation.name)", "exactly one copy in \(gateway.organisation.name)'s inbox", file)
    }

    func inboxFile(of message: DemoMessage, in gateway: DemoGateway) throws -> String {
        guard let file = DemoReading.files(of: message.messageID, in: "\(gateway.folder)/inbox").first else {
            throw DemoFailure("meddelandet ligger i inkorgen", "the message is in the inbox")
        }
        return file
    }

    func proveSignature(of message: DemoMessage, in gateway: DemoGateway) throws {
        let file = try inboxFile(of: message, in: gateway)
        let outcome = try judge(Array(FileManager.default.contents(atPath: file) ?? Data()))
        guard outcome.isAccepted, outcome.isSignerTrusted, let signer = outcome.signer?.organisationIdentifier,
            signer == DemoOrganisation.region.number
        else {
            throw DemoFailure(
                "meddelandet i inkorgen har regionens giltiga signatur", "the message in the inbox carries the region's valid signature")
        }
        claim(
            "det har signaturen av organisationsnummer \(signer), giltig under signaturutfärdaren",
            "it carries the signature of organisationsnummer \(signer), valid under the signature authority", file)
    }

    func judge(_ bytes: [UInt8]) throws -> CheckOutcome {
        let anchors = try Certificate.load(path: "\(stage.certificates)/ca/signing-root.pem")
        let intermediates = try Certificate.load(path: "\(stage.certificates)/ca/signing-issuing.pem")
        let verifier = EnvelopedVerifier(policy: TrustPolicy(anchors: anchors, intermediates: intermediates))
        return try MessageCheck().check(bytes, verifier: verifier, requiresSignature: true, context: RuleContext(now: Date()))
    }

    func check(_ text: String?, _ proof: String, within seconds: Int, _ condition: @escaping @Sendable () -> Bool) async throws {
        guard await Self.holds(within: seconds, condition) else {
            throw DemoFailure("\(text ?? "tom") (\(proof))", "\(text ?? "empty") (\(proof))")
        }
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

    func title(_ sv: String, _ en: String) { line("\n\(local(sv, en))") }

    /// A command to try, with what it does.
    func next(_ command: String, _ text: String) {
        let program = CommandLine.arguments.first ?? "sluss"
        line("  \(program) \(command)\(String(repeating: " ", count: max(1, 26 - command.count)))\(text)")
    }

    /// Prints a claim that has been checked, with the file that proves it.
    func claim(_ sv: String, _ en: String, _ proof: String) { claim(local(sv, en), proof) }

    func claim(_ text: String, _ proof: String) {
        let passed = began.duration(to: .now)
        let seconds = Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
        guard !asJSON else {
            if let object = try? JSONReport.line(DemoClaim(claim: text, proof: proof, elapsedSeconds: seconds)) { Terminal.data(object) }
            return
        }
        line("  ✓ \(String(format: "%6.2f", seconds)) s  \(text)")
        line("              \(proof)")
    }

    func line(_ text: String) { if !asJSON { Terminal.data(text) } }
}
