import ArgumentParser
import Documents
import Foundation
import Gateway

/// `sluss agreement`
struct AgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "agreement",
        local("Överenskommelser med partner.", "Agreements with partners."),
        examples: ["sluss agreement import pmode.xml"],
        subcommands: [AgreementImport.self])
}

/// `sluss agreement import FILE`
struct AgreementImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        "import",
        local(
            "Gör om en P-Mode för Domibus till avsnitt i konfigurationen.",
            "Turn a P-Mode of Domibus into sections of a configuration."),
        examples: ["sluss agreement import pmode.xml > agreements.yaml"],
        local(
            """
            Skriver as4, partners och agreements att klistra in och fylla i: meddelandetyper, organisationsnummer, pinnar och \
            certifikat står inte i en P-Mode. Det som inte kunde tas över står sist. Pröva resultatet med sluss config check.
            """,
            """
            Prints as4, partners and agreements to paste in and complete: message types, organisationsnummer, pins and \
            certificates are not in a P-Mode. What could not be taken over stands last. Judge the result with sluss config \
            check.
            """),
        local(
            "Slutkod 0 klart, 65 filen är ingen P-Mode, 74 den kan inte läsas.",
            "Exit code 0 done, 65 the file is no P-Mode, 74 it cannot be read."))

    @Flag(name: .long, help: .words("Ett JSON-objekt i stället för YAML.", "One JSON object in place of YAML.")) var json = false
    @Argument(
        help: .words("P-Mode i XML; - läser standard in.", "P-Mode in XML; - reads standard input.", value: "file"),
        completion: .file(extensions: ["xml"]))
    var file: String

    func run() throws {
        let bytes = try InputFile.read(file, limit: DocumentLimits.message.maximumBytes + 1)
        do throws(Refusal) {
            let imported = ImportedAgreements(try ProcessingMode(bytes))
            if json { Terminal.data(JSONLine.text(imported)) } else { Terminal.data(Array(imported.yaml.utf8)) }
        } catch {
            throw CommandFailure(error, exit: Answer.refused)
        }
    }
}
