import ArgumentParser
import Documents
import Foundation
import Gateway
import Signatures
import Spooling

/// `sluss quarantine`
struct QuarantineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "quarantine",
        local("Avvisade meddelanden som har sparats, krypterade.", "Refused messages that were kept, encrypted."),
        examples: ["sluss quarantine list --config sluss.yaml"],
        local(
            """
            Med avsnittet quarantine i konfigurationen sparas det som en partner sände och som avvisades, krypterat till ett \
            certifikat vars nyckel inte behöver finnas här. Fungerar vare sig tjänsten körs eller inte.
            """,
            """
            With the section quarantine in the configuration, what a partner sent and was refused is kept, encrypted to a \
            certificate whose key need not be here. Works while the daemon runs or is down.
            """),
        subcommands: [QuarantineList.self, QuarantineShow.self, QuarantineRemove.self], defaultSubcommand: QuarantineList.self)
}

/// `sluss quarantine list`
struct QuarantineList: ParsableCommand {
    static let configuration = CommandConfiguration(
        "list",
        local("Lista det som har sparats, äldst först.", "List what was kept, oldest first."),
        examples: ["sluss quarantine list --config sluss.yaml", "sluss quarantine list --json"])

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let reports = try Workplace.open(options).quarantine.list().map(QuarantineLine.init)
        guard !options.json else { return Terminal.data(reports.map { JSONLine.text($0) }) }
        guard !reports.isEmpty else { return Terminal.say(local("Inget har sparats.", "Nothing was kept.")) }
        var table = TextTable(
            head: [
                "ID", local("MOTTAGET", "RECEIVED"), "PARTNER", local("KOD", "CODE"), "EBMS", local("BYTE", "BYTES"),
            ])
        for report in reports {
            table.add([
                report.id, LocalTime.text(report.receivedAt), report.partner ?? "–", report.code ?? local("skadad", "damaged"),
                report.ebms ?? "–", "\(report.sizeBytes)",
            ])
        }
        for line in table.lines { Terminal.data(Terminal.safe(line)) }
    }
}

/// `sluss quarantine show ID`
struct QuarantineShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        "show",
        local("Dekryptera ett sparat meddelande.", "Decrypt a message that was kept."),
        examples: ["sluss quarantine show ID --key quarantine.key --reason \"2026/114\" > capture"],
        local(
            """
            Skriver det mottagna som det kom, med Content-Type först, till standard ut; sluss as4 check läser det. Det kan vara \
            patientuppgifter: vem som läste vad och varför står i granskningsloggen innan den första byten skrivs.
            """,
            """
            Writes what was received as it came, its Content-Type first, to standard output; sluss as4 check reads that. It may \
            be patient data: who read what and why is in the audit trail before the first byte is written.
            """),
        local(
            "Slutkod 0 klart, 66 det finns inte, 74 fel nyckel eller skadad fil.",
            "Exit code 0 done, 66 no such message, 74 wrong key or damaged file."))

    @OptionGroup var options: GatewayOptions
    @Option(
        name: .long,
        help: .words("Den privata nyckeln, som i konfigurationen.", "The private key, in the forms of the configuration.", value: "key"))
    var key: String
    @OptionGroup var kept: KeptMessage

    func run() throws {
        try kept.given.refusePerson()
        let place = try Workplace.open(options)
        let secret: PrivateKey
        do throws(Refusal) {
            secret = try PrivateKey.load(KeyPlace(key) ?? .file(key))
        } catch {
            throw CommandFailure(error, exit: Answer.inputOutput)
        }
        switch try place.quarantine.content(of: kept.id, for: secret, reason: kept.given.reason, { Terminal.data($0) }) {
        case .done: return
        case .unknown: throw QuarantineLine.unknown(kept.id)
        case .unreadable: throw CommandFailure(CommandCode.quarantineUnreadable, exit: Answer.inputOutput, messageID: kept.id)
        }
    }
}

/// `sluss quarantine remove ID`
struct QuarantineRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        "remove",
        local("Ta bort ett sparat meddelande för gott.", "Remove a message that was kept, for good."),
        examples: ["sluss quarantine remove ID --reason \"2026/114\""],
        local(
            "Antecknas i granskningsloggen innan det görs. Slutkod 66 det finns inte.",
            "Recorded in the audit trail before it is done. Exit code 66 no such message."))

    @OptionGroup var options: GatewayOptions
    @OptionGroup var kept: KeptMessage

    func run() throws {
        try kept.given.refusePerson()
        let isRemoved = try Workplace.open(options).quarantine.remove(kept.id, reason: kept.given.reason)
        guard isRemoved else { throw QuarantineLine.unknown(kept.id) }
        Terminal.data("\(kept.id)")
    }
}

/// Which kept message is meant, and why.
struct KeptMessage: ParsableArguments {
    @OptionGroup var given: GivenReason
    @Argument(
        help: .words("Id, som sluss quarantine list visar det.", "The id, as sluss quarantine list prints it."),
        transform: MessageArgument.id)
    var id: MessageID
}

/// The JSON form of a message that was kept.
private struct QuarantineLine: Encodable {
    let id: String
    let receivedAt: Date
    let partner, code, ebms, messageIDSHA256, recipient: String?
    let sizeBytes: Int

    init(_ file: QuarantineFile) {
        (id, receivedAt, sizeBytes) = (file.id.description, file.id.madeAt, file.size)
        let header = file.header
        (partner, code, ebms) = (header?.partner, header?.code, header?.ebms)
        (messageIDSHA256, recipient) = (header?.messageIDSHA256, header?.recipient)
    }

    private enum CodingKeys: String, CodingKey {
        case id, receivedAt, partner, code, ebms, recipient, sizeBytes
        case messageIDSHA256 = "message_id_sha256"
    }

    static func unknown(_ id: MessageID) -> CommandFailure {
        CommandFailure(
            CommandCode.noSuchMessage,
            remedy: LocalText(sv: "Visa alla med sluss quarantine list.", en: "List all with sluss quarantine list."),
            exit: Answer.noSuchMessage, messageID: id)
    }
}
