import ArgumentParser
import Foundation
import Gateway

/// `sluss config`
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "config",
        local(
            "Kontrollera konfigurationen, eller skriv ut ett exempel.",
            "Check the configuration, or print an example of one."),
        examples: ["sluss config example > sluss.yaml", "sluss config check --config sluss.yaml"],
        subcommands: [ConfigCheck.self, ConfigExample.self])
}

/// `sluss config check`
struct ConfigCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        "check",
        local(
            "Gör allt som serve gör utom att köra, och visa varje fel.",
            "Do all that serve does but serve, and print every problem."),
        examples: ["sluss config check --config sluss.yaml"],
        local(
            """
            Läser filen, laddar nycklar och certifikat, prövar kedjor, pinnar, datum och mappar. Skapar och ändrar \
            inget och ringer ingen. Varje fel börjar med fil, rad och kolumn, som kompilatorer skriver dem, och har åtgärden \
            på raden under; fel och varningar går till standard ut.
            """,
            """
            Reads the file, loads keys and certificates, judges chains, pins, dates and folders. Makes and changes nothing \
            and calls nobody. Each problem begins with file, line and column, as compilers write them, and has its remedy on \
            the line below; errors and warnings alike go to standard output.
            """),
        local(
            "Slutkod 0 serve skulle starta (det kan finnas varningar), 78 serve skulle inte starta.",
            "Exit code 0 serve would start (there may be warnings), 78 it would not."))

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let result = ConfigurationCheck.run(path: options.file, at: Date())
        for problem in result.problems {
            for line in options.json
                ? [JSONLine.text(ProblemReport(problem, remedy: ProblemList.remedy(problem, options)))]
                : ProblemList.lines(problem, options)
            {
                Terminal.data(line)
            }
        }
        if !options.json { Terminal.say("\(Terminal.safe(options.file)): \(summary(result))") }
        if !result.isAccepted { throw Answer.configuration }
    }

    private func summary(_ result: ConfigurationCheck.Outcome) -> String {
        let language = Language.current
        let verdict = result.isAccepted ? language("godtas", "accepted") : language("godtas inte", "not accepted")
        let (errors, warnings) = (result.errors.count, result.warnings.count)
        let words = language(
            "\(errors) fel, \(warnings) \(warnings == 1 ? "varning" : "varningar")",
            "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")")
        return "\(verdict) (\(words))"
    }
}

/// `sluss config example`
struct ConfigExample: ParsableCommand {
    static let configuration = CommandConfiguration(
        "example",
        local(
            "Skriv ut en fullständig konfigurationsfil med kommentarer.",
            "Print a complete configuration file with comments."),
        examples: ["sluss config example > sluss.yaml"])

    func run() { Terminal.data(Array(ConfigurationExample.text.utf8)) }
}
