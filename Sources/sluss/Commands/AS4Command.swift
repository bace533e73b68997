import AS4
import ArgumentParser
import Documents
import Foundation
import Gateway
import Signatures
import Spooling

/// `sluss as4`
struct AS4Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        "as4",
        local("Meddelanden som de ser ut på tråden.", "Messages as they are on the wire."),
        examples: ["sluss as4 check request.mime --content-type TYPE --agreement utskrivning"],
        subcommands: [AS4Check.self])
}

/// `sluss as4 check FILE`
struct AS4Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        "check",
        local(
            "Pröva ett fångat AS4-meddelande med tjänstens egen kod.",
            "Judge a captured AS4 message with the daemon's own code."),
        examples: [
            "sluss as4 check captured.http --agreement utskrivning",
            "sluss as4 check envelope.xml --part message=part.gz --trust ca/ --pin ap.pem",
            "sluss as4 check receipt.xml --receipt-for request.http --trust ca/",
        ],
        local(
            """
            Filen är en HTTP-kropp med sina huvudrader, en MIME-kropp (--content-type, om gränsen inte står först) eller ett \
            ensamt SOAP-kuvert (--part för delarna). Med --agreement prövas mot konfigurationens partner; utan gäller --trust \
            och --pin, och parter, tjänst och åtgärd får vara vilka som helst. Inget sparas och ingen får svar.
            """,
            """
            The file is an HTTP body with its header lines, a MIME body (--content-type, unless the boundary stands first) or a \
            bare SOAP envelope (--part for its parts). With --agreement it is judged against the configuration's partner; \
            without, --trust and --pin hold, and parties, service and action may be any. Nothing is stored, nobody is answered.
            """),
        local(
            "Slutkod 0 godtas, 65 avvisas, 74 en fil kan inte läsas, 78 konfigurationen har fel.",
            "Exit code 0 accepted, 65 refused, 74 a file cannot be read, 78 the configuration has errors."))

    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long, help: .words("En del, CID=FIL; kan upprepas.", "A part, CID=FILE; may be repeated.", value: "cid=file"),
        transform: PartArgument.init)
    var part: [PartArgument] = []
    @Option(name: .long, help: .words("Content-Type för kroppen.", "Content-Type of the body.", value: "type")) var contentType: String?
    @Option(name: .long, help: .words("Överenskommelse i konfigurationen.", "Agreement in the configuration.", value: "name"))
    var agreement: String?
    @Option(
        name: .long,
        help: .words("PEM: partnerns certifikat; kan upprepas.", "PEM: the partner's certificate; may be repeated.", value: "file"))
    var pin: [String] = []
    @Option(
        name: .long,
        help: .words(
            "Fil eller mapp med rötter, utfärdare och spärrlistor.", "File or folder of roots, issuing CAs and revocation lists.",
            value: "path"))
    var trust: String?
    @Option(name: .long, help: .words("PEM: vår nyckel och dess certifikat.", "PEM: our key and its certificate.", value: "file")) var key:
        String?
    @Option(
        name: .long, help: .words("När det prövas, 2026-11-22T12:01:00Z.", "When it is judged, 2026-11-22T12:01:00Z.", value: "time"),
        transform: InstantArgument.date)
    var now: Date?
    @Option(name: .long, help: .words("Meddelandet som filen är svar på.", "The message that the file answers.", value: "file"))
    var receiptFor: String?
    @Argument(help: .words("Fil; - läser standard in.", "File; - reads standard input.", value: "file")) var file: String

    func run() throws {
        let scratch = try Self.scratch()
        let check = WireCheck(try ground(), at: now ?? Date(), scratch: scratch)
        let parts = try part.map { CapturedEntity.Part(contentID: $0.contentID, content: try InputFile.copy($0.file, into: scratch)) }
        let content = try InputFile.copy(file, into: scratch)
        let sent = try receiptFor.map { try InputFile.copy($0, into: scratch) }
        let verdict: WireCheck.Verdict
        var references: [ReferenceFinding] = []
        do throws(EBMSError) {
            let entity = try CapturedEntity.entity(content, contentType: contentType, parts: parts, scratch: scratch)
            references = check.references(of: entity)
            if let sent {
                verdict = check.answered(entity, to: try CapturedEntity.entity(sent, scratch: scratch))
            } else {
                verdict = check.received(entity)
            }
        } catch {
            verdict = .refused(error)
        }
        let report = WireReport(verdict, references: references, file: file)
        if options.json { Terminal.data(JSONLine.text(report)) } else { for line in report.lines { Terminal.data(Terminal.safe(line)) } }
        if report.verdict != "accepted" { throw Answer.refused }
    }

    private func ground() throws -> WireCheck.Ground {
        guard let agreement else { return .given(try signer(), keys: try key.map { [try Self.decryption($0)] } ?? []) }
        let parts = try Workplace.parts(options)
        guard let named = parts.configuration.agreements.first(where: { $0.name == agreement }) else {
            let names = parts.configuration.agreements.map(\.name).joined(separator: ", ")
            throw CommandFailure(CommandCode.usage, detail: "--agreement \(agreement): \(names)", exit: Answer.usage)
        }
        return .configured(parts, partner: named.partner)
    }

    private func signer() throws -> SignerPolicy {
        let pinned = try pin.flatMap { try Self.loading($0) { path throws(Refusal) in Array(try Certificate.load(path: path).prefix(1)) } }
        var policy = try trust.map(TrustFolder.policy) ?? TrustPolicy(anchors: pinned.filter { $0.subject == $0.issuer })
        policy.pins = Set(pinned.map { Pin(.leaf, of: $0) })
        return SignerPolicy(trust: policy, certificates: pinned)
    }

    private static func decryption(_ path: String) throws -> DecryptionKey {
        try loading(path) { path throws(Refusal) in
            guard let certificate = try Certificate.chain(pem: try PrivateKey.pem(path: path)).first else {
                throw Refusal(KeyCode.badCertificate)
            }
            return try DecryptionKey(key: try PrivateKey.load(path: path), certificate: certificate)
        }
    }

    /// A file's refusal, as a trouble with that file.
    static func loading<Value>(_ path: String, _ load: (String) throws(Refusal) -> Value) throws -> Value {
        do throws(Refusal) {
            return try load(path)
        } catch {
            throw CommandFailure(error, exit: Answer.inputOutput)
        }
    }

    private static func scratch() throws -> TemporaryScratch {
        do throws(SpoolError) {
            return try TemporaryScratch()
        } catch {
            throw CommandFailure(
                CommandCode.unreadableFile, detail: "TMPDIR: \(SystemWords.text(error.errorNumber))", exit: Answer.inputOutput)
        }
    }
}

/// `CID=FILE`.
struct PartArgument {
    let contentID: String
    let file: String

    init(_ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw ValidationError(local("skriv CID=FIL", "write CID=FILE")) }
        contentID = parts[0].hasPrefix("cid:") ? String(parts[0].dropFirst(4)) : parts[0]
        file = parts[1]
    }
}

/// An instant on the command line.
enum InstantArgument {
    static func date(_ text: String) throws -> Date {
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw ValidationError(local("skriv en tid som 2026-11-22T12:01:00Z", "write a time such as 2026-11-22T12:01:00Z"))
        }
        return date
    }
}
