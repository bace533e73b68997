import ArgumentParser
import CareMessages
import Documents
import Gateway

/// `sluss send FILE…`
struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
        "send",
        local(
            "Kontrollera, signera och köa meddelanden.",
            "Check, sign and queue messages."),
        examples: [
            "sluss send --config sluss.yaml inskrivningsmeddelande.xml",
            "sluss send planeringsunderlag.xml --attach bilaga-1=hjalpmedelslista.pdf",
        ],
        local(
            """
            Tar samma steg som inlämningsmappen och fungerar vare sig tjänsten körs eller inte: ett id på standard ut \
            betyder att meddelandet ligger på disk och kommer att levereras, ett id per mottagande partner. Samma fil en \
            gång till ändrar inget och ger samma id. Av flera filer får var och en sitt svar.
            """,
            """
            Goes through the same steps as the drop folder and works while the daemon runs or is down: an id on standard \
            output means that the message is on disk and will be delivered, one id for each receiving partner. Sending the \
            same file again changes nothing and prints the same ids. Of several files each gets its answer.
            """),
        local(
            """
            Slutkod 0 alla godtogs, 65 minst ett avvisades, 74 en fil kan inte läsas, 75 inte möjligt nu; av flera den \
            allvarligaste.
            """,
            """
            Exit code 0 all accepted, 65 one or more refused, 74 a file cannot be read, 75 not possible now; of several the \
            most serious.
            """))

    @OptionGroup var options: GatewayOptions
    @OptionGroup var messages: MessageFiles

    func run() throws {
        let place = try Workplace.open(options, create: true)
        let pipeline = OutboundPipeline(place.parts, spools: place.spools, ledger: try place.spools.ledger())
        var troubles: [ExitCode] = []
        for file in messages.files {
            do {
                let bytes = try InputFile.read(file, limit: DocumentLimits.message.maximumBytes + 1)
                let submission = try pipeline.submit(SubmittedMessage(bytes, with: messages.attach.map { try $0.submitted() }))
                if !submission.isAccepted { troubles.append(Answer.refused) }
                report(submission, file: file)
            } catch {
                // The next file may still find room, or a message that fits; whatever stops all of them is told of each.
                guard var failure = CommandFailure(error) else { throw error }
                failure.file = file
                failure.report(asJSON: options.json)
                troubles.append(failure.exit)
            }
        }
        if let worst = Answer.worst(troubles) { throw worst }
    }

    private func report(_ submission: Submission, file: String) {
        if options.json { return Terminal.data(JSONLine.text(SubmissionAnswer(submission, file: file))) }
        let language = Language.current
        for copy in submission.copies {
            Terminal.data("\(copy.id)")
            let word = copy.existed ? language("fanns redan", "existed already") : language("mottaget", "accepted")
            let wait = copy.isHeld ? language(", väntar på en andra person", ", waits for a second person") : ""
            Terminal.say("\(Terminal.safe(file)): \(word)\(wait): \(copy.id) → \(copy.partner)")
        }
        if !submission.isAccepted { Terminal.say("\(Terminal.safe(file)): \(language("avvisat", "refused"))") }
        for line in FindingList.lines(submission.findings, file: file) { Terminal.say(line) }
    }
}
