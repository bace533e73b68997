import ArgumentParser
import CareMessages
import Documents
import Foundation
import Gateway
import Signatures

/// `sluss check FILE…`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        "check",
        local(
            "Pröva meddelanden mot schema, lag och signatur; inget sparas.",
            "Judge messages by schema, law and signature; nothing is stored."),
        examples: ["sluss check Schemas/examples/*.xml"],
        local(
            """
            Behöver varken konfiguration eller tjänst. Med --trust måste en signatur också komma från ett certifikat under \
            någon av dessa utfärdare; utan prövas dess matematik, och svaret säger att ingen har gått i god för \
            undertecknaren. Bilagor jämförs med kuvertet när de \
            anges med --attach. Det som reglerna vill veta om tidigare meddelanden i ärendet prövas av send.
            """,
            """
            Needs no configuration and no daemon. With --trust, a signature must also come from a certificate below one of \
            these CAs; without, its mathematics is judged and the answer says that nobody vouched for the signer. Attachments are \
            compared with the envelope when --attach names them. What the \
            rules want to know of earlier messages in the case is judged by send.
            """),
        local(
            "Slutkod 0 alla filer skulle godtas, 1 minst en skulle avvisas, 74 en fil kan inte läsas.",
            "Exit code 0 every file would be accepted, 1 one or more would be refused, 74 a file cannot be read."))

    @Flag(name: .long, help: .words("Ett JSON-objekt per rad för varje fil.", "One JSON object a line for each file.")) var json = false
    @Option(
        name: .long,
        help: .words(
            "PEM-fil med de utfärdare som går i god för undertecknare: rot och utfärdande.",
            "PEM file with the CAs that vouch for signers: root and issuing.", value: "file"),
        completion: .file(extensions: ["pem"]))
    var trust: String?
    @OptionGroup var messages: MessageFiles

    func run() throws {
        let check = try MessageCheck()
        let policy = try trust.map(Self.policy)
        var troubles: [ExitCode] = []
        for file in messages.files {
            do {
                let bytes = try InputFile.read(file, limit: DocumentLimits.message.maximumBytes + 1)
                var context = RuleContext(now: Date())
                // Without them it is the message alone that is judged.
                context.attachedFiles = messages.attach.isEmpty ? nil : try messages.attach.map { try $0.submitted().described }
                let outcome = check.check(
                    bytes, verifier: EnvelopedVerifier(policy: policy), requiresSignature: false, context: context)
                if !outcome.isAccepted { troubles.append(Answer.negative) }
                report(outcome, file: file)
            } catch let failure as CommandFailure {
                failure.report(asJSON: json)
                troubles.append(failure.exit)
            }
        }
        if let worst = Answer.worst(troubles) { throw worst }
    }

    private static func policy(_ path: String) throws -> TrustPolicy {
        do throws(Refusal) {
            let certificates = try Certificate.load(path: path)
            let roots = certificates.filter { $0.subject == $0.issuer }
            return TrustPolicy(
                anchors: roots.isEmpty ? certificates : roots, intermediates: certificates.filter { $0.subject != $0.issuer })
        } catch {
            throw CommandFailure(CommandCode.unreadableFile, detail: error.detail ?? path, exit: Answer.inputOutput)
        }
    }

    private func report(_ outcome: CheckOutcome, file: String) {
        let report = CheckReport(outcome, file: file)
        if json { return Terminal.data(JSONLine.text(report)) }
        let language = Language.current
        let verdict = report.accepted ? language("godtas", "accepted") : language("avvisas", "refused")
        var words = report.type.map { [$0] } ?? []
        if let signer = report.signer {
            let vouched =
                report.signerTrusted ? language("betrodd", "trusted") : language("ej prövad mot betrodd utfärdare", "trust not judged")
            words.append("\(language("signerad av", "signed by")) \(Terminal.safe(signer)), \(vouched)")
        } else if report.accepted {
            words.append(language("osignerad", "unsigned"))
        }
        Terminal.data("\(Terminal.safe(file)): \(verdict)\(words.isEmpty ? "" : " (\(words.joined(separator: "; ")))")")
        for line in FindingList.lines(outcome.findings, file: file) { Terminal.data(line) }
    }
}

/// The answer about one file.
private struct CheckReport: Encodable {
    let file: String
    let accepted: Bool
    let type: String?
    let businessMessageID: String?
    let signer: String?
    let signerTrusted: Bool
    let signedAt: Date?
    let findings: [FindingReport]

    init(_ outcome: CheckOutcome, file: String) {
        self.file = file
        accepted = outcome.isAccepted
        type = outcome.message?.type.rawValue
        businessMessageID = outcome.message?.envelope.messageID
        signer = outcome.signer?.organisationIdentifier ?? outcome.signer.map { $0.sha256.hexadecimal }
        signerTrusted = outcome.isSignerTrusted
        signedAt = outcome.signingTime
        findings = outcome.findings.map(FindingReport.init)
    }
}
