import ArgumentParser
import CareMessages
import Documents
import Gateway

/// `sluss send FILE…`
struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check, sign and queue messages.",
        discussion: """
            EXAMPLE
              sluss send --config sluss.yaml inskrivningsmeddelande.xml

            Goes through the same steps as the drop folder and works while the daemon runs or is down: an id on standard output means that the
            message is on disk and will be delivered, one id for each receiving partner. Sending the same file again changes nothing and prints
            the same ids.
            Exit code 0 all accepted, 65 one or more refused, 74 a file cannot be read, 75 not possible now.
            """)

    @OptionGroup var options: GatewayOptions
    @Argument(help: "XML files; - reads standard input.", completion: .file(extensions: ["xml"])) var files: [String]

    func run() throws {
        let place = try Workplace.open(options, create: true)
        let pipeline = OutboundPipeline(place.parts, spools: place.spools, ledger: try place.spools.ledger())
        var troubles: [ExitCode] = []
        for file in files {
            do {
                let bytes = try InputFile.read(file, limit: DocumentLimits.message.maximumBytes + 1)
                let submission = try pipeline.submit(bytes)
                if !submission.isAccepted { troubles.append(Answer.refused) }
                report(submission, file: file)
            } catch let failure as CommandFailure {
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
            Terminal.say("\(Terminal.safe(file)): \(word): \(copy.id) → \(copy.partner)")
        }
        if !submission.isAccepted { Terminal.say("\(Terminal.safe(file)): \(language("avvisat", "refused"))") }
        for line in FindingList.lines(submission.findings, file: file) { Terminal.say(line) }
    }
}
