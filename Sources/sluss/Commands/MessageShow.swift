import ArgumentParser
import Foundation
import Gateway
import Spooling

/// `sluss message show ID`
struct MessageShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        "show",
        local(
            "Vad som har hänt ett meddelande, och var dess filer ligger.",
            "What happened to a message, and where its files lie."),
        examples: [
            "sluss message show 01jd3v8c6t9zq5x2w7r4m0n1kb", "sluss message show ID --with-content --reason \"2026/114\" > message.xml",
        ],
        local(
            """
            Visar inget innehåll. Med --with-content går verksamhetsdokumentet självt, som det är signerat, till standard ut \
            och inget annat: det är patientuppgifter, så ett skäl krävs, och vem som läste vad och varför står i \
            granskningsloggen innan den första byten skrivs.
            """,
            """
            Shows no content. With --with-content the business document itself, as signed, goes to standard output and \
            nothing else does: it is patient data, so a reason is demanded, and who read what and why is in the audit trail \
            before the first byte is printed.
            """),
        local(
            """
            Slutkod 0 klart, 66 meddelandet finns inte, 74 dokumentet är skadat. Dess SHA-256 jämförs när det läses, med \
            --with-content.
            """,
            """
            Exit code 0 done, 66 no such message, 74 the document is damaged. Its SHA-256 is compared when it is read, with \
            --with-content.
            """))

    @OptionGroup var options: GatewayOptions
    @Flag(
        name: .long,
        help: .words(
            "Skriv ut verksamhetsdokumentet. Antecknas; kräver --reason.", "Print the business document. Recorded; needs --reason."))
    var withContent = false
    @Option(name: .long, help: ReasonArgument.help, transform: ReasonArgument.checked) var reason: String?
    @Argument(help: .words("Id, som sluss queue visar det.", "The id, as sluss queue prints it."), transform: MessageArgument.id) var id:
        MessageID

    func validate() throws {
        if withContent, reason == nil {
            throw ValidationError(
                local(
                    "--with-content kräver --reason: den som läser patientuppgifter anger varför",
                    "--with-content needs --reason: who reads patient data says why"))
        }
        if !withContent, reason != nil {
            throw ValidationError(local("--reason hör ihop med --with-content", "--reason goes with --with-content"))
        }
    }

    func run() throws {
        try ReasonArgument.refusePerson(in: reason)
        let place = try Workplace.open(options)
        if let reason { return try printContent(place, reason: reason) }
        let report = try self.report(place.spools)
        if options.json { return Terminal.data(JSONLine.text(report)) }
        for line in MessagePage(report: report, now: Date()).lines { Terminal.data(line) }
    }

    private func printContent(_ place: Workplace, reason: String) throws {
        try ReasonArgument.refusePatient(in: reason, of: [id], at: place)
        guard let bytes = try place.actions.content(of: id, reason: reason) else { throw unknown }
        guard options.json else { return Terminal.data(bytes) }
        Terminal.data(JSONLine.text(ContentLine(id: id.description, content: String(decoding: bytes, as: UTF8.self))))
    }

    private var unknown: CommandFailure { CommandFailure(CommandCode.noSuchMessage, exit: Answer.noSuchMessage, messageID: id) }

    /// A damaged message has no entry any more, but a place and a note of what was found.
    private func report(_ spools: Spools) throws -> MessageReport {
        for (spool, direction) in [(spools.outbound, "outbound"), (spools.inbound, "inbound")] {
            do throws(SpoolError) {
                guard let entry = try spool.entry(id) else { continue }
                let notes = entry.state == .corrupt ? try spool.summary(of: id, in: .corrupt)?.recent ?? [] : []
                return MessageReport(
                    entry, notes: notes, direction: direction, files: Self.files(of: id, in: entry.state, spool, direction))
            } catch {
                guard error.code == .corrupt, let state = try spool.locate(id), let summary = try spool.summary(of: id, in: state) else {
                    throw error
                }
                return MessageReport(summary, direction: direction, files: Self.files(of: id, in: state, spool, direction))
            }
        }
        throw unknown
    }

    private static func files(of id: MessageID, in state: SpoolState, _ spool: Spool, _ direction: String) -> [String] {
        let folder = "\(state.rawValue)/\(id)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(spool.root)/\(folder)")) ?? []
        return names.sorted().map { "\(direction)/\(folder)/\($0)" }
    }
}

/// The JSON form of a message's content.
private struct ContentLine: Encodable {
    let id, content: String
}
