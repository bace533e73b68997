import ArgumentParser
import CareMessages
import Documents

/// `sluss errors`
struct ErrorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "errors",
        local(
            "Förklara felkoder.",
            "Explain error codes."),
        examples: ["sluss errors E101", "sluss errors --json"],
        local(
            "Med koder förklaras var och en på svenska och engelska. Utan listas alla, en rad per kod.",
            """
            With codes, each is explained in Swedish and English. Without, the whole catalogue is listed, a line for each \
            code.
            """),
        local(
            "Slutkod 0 klart, 1 koden finns inte i denna version.",
            "Exit code 0 done, 1 this version has no such code."))

    @Flag(name: .long, help: .words("Ett JSON-objekt per rad för varje kod.", "One JSON object a line for each code.")) var json = false
    @Flag(name: .long, help: .words("Alla koder som dokumentet Docs/errors.md.", "The whole catalogue as the document Docs/errors.md."))
    var markdown = false
    @Argument(help: .words("Koder, som E101 eller P004.", "Codes, such as E101 or P004.", value: "codes")) var codes: [String] = []

    func validate() throws {
        if markdown, json || !codes.isEmpty {
            throw ValidationError(local("--markdown skriver ut allt och står ensam", "--markdown prints everything and goes alone"))
        }
    }

    func run() throws {
        if markdown { return Terminal.data(Array(ErrorPage.markdown.utf8)) }
        if codes.isEmpty { return list() }
        var isMissing = false
        for code in codes {
            guard let (area, entry) = ErrorCatalogue.find(code) else {
                CommandFailure(CommandCode.noSuchCode, detail: code, exit: Answer.negative).report(asJSON: json)
                isMissing = true
                continue
            }
            let explanation = CodeExplanation.lines(entry, area: area.name)
            for line in json ? [JSONLine.text(ErrorReport(entry, area: area.name))] : explanation { Terminal.data(line) }
        }
        if isMissing { throw Answer.negative }
    }

    private func list() {
        let language = Language.current
        for area in ErrorCatalogue.areas {
            for entry in area.entries {
                Terminal.data(json ? JSONLine.text(ErrorReport(entry, area: area.name)) : "\(entry.code)  \(language(entry.text))")
            }
        }
    }
}
