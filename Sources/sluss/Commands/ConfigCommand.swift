import ArgumentParser
import Foundation
import Gateway

/// `sluss config`
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Check the configuration, or print an example of one.",
        discussion: """
            EXAMPLES
              sluss config example > sluss.yaml
              sluss config check --config sluss.yaml
            """,
        subcommands: [ConfigCheck.self, ConfigExample.self])
}

/// `sluss config check`
struct ConfigCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Do all that serve does but serve, and print every problem.",
        discussion: """
            EXAMPLE
              sluss config check --config sluss.yaml

            Reads the file, loads keys and certificates, judges chains, pins, dates and folders. Makes and changes nothing and calls nobody.
            Each problem is a line with file, line and column, as compilers write them; errors and warnings alike go to standard output.
            Exit code 0 serve would start (there may be warnings), 78 it would not.
            """)

    @OptionGroup var options: GatewayOptions

    func run() throws {
        let result = ConfigurationCheck.run(path: options.file, at: Date())
        for problem in result.problems {
            Terminal.data(options.json ? JSONLine.text(ProblemReport(problem)) : ProblemList.line(problem))
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
        commandName: "example",
        abstract: "Print a complete configuration file with comments.",
        discussion: """
            EXAMPLE
              sluss config example > sluss.yaml
            """)

    func run() { Terminal.data(Array(ConfigurationExample.text.utf8)) }
}
