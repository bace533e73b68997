import ArgumentParser
import Foundation
import Glibc

/// The one binary: `sluss serve` is the daemon, the other commands are the operator's tools and work on the spool itself.
@main
struct Sluss: AsyncParsableCommand {
    static let configuration: CommandConfiguration = {
        var configuration = CommandConfiguration(
            "sluss",
            local(
                "Säker meddelandeförmedling mellan regioner och kommuner.",
                "Secure message gateway between Swedish regions and municipalities."),
            examples: [
                "sluss config check --config sluss.yaml",
                "sluss serve --config sluss.yaml",
                "sluss check inskrivningsmeddelande.xml",
                "sluss send --config sluss.yaml inskrivningsmeddelande.xml",
                "sluss queue --config sluss.yaml",
            ],
            local(
                """
                Data går till standard ut, ord till standard fel; --json ger JSON, ett objekt per rad. Orden är svenska när språkmiljön är sv \
                eller SLUSS_LANGUAGE=sv, annars engelska. Loggen är engelsk.
                """,
                """
                Data goes to standard output, words to standard error; --json gives JSON, one object a line. Words are Swedish when the \
                locale says sv or SLUSS_LANGUAGE=sv, else English. The log is English.
                """),
            "\(local("SLUTKODER", "EXIT CODES"))\n\(exitCodes)",
            subcommands: [
                Serve.self, Status.self, Send.self, Check.self, Route.self, QueueCommand.self, MessageCommand.self, Inbox.self,
                QuarantineCommand.self,
                CaseCommand.self, Deadlines.self, AuditCommand.self, CertCommand.self, ConfigCommand.self, AgreementCommand.self,
                PartnerCommand.self,
                AS4Command.self, NewMessage.self, Explain.self, ErrorsCommand.self, Demo.self,
            ])
        configuration.version = Version.text
        return configuration
    }()

    /// Runs the command and turns every error into its line and exit code, so that nobody sees a stack trace.
    static func main() async {
        // A reader that goes away gives an error on write instead of ending the process; a daemon must not die of a closed pipe.
        signal(SIGPIPE, SIG_IGN)
        do {
            try refuseUnknownHelp()
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// `help` of a command that is none: the parser would print the help of all.
    private static func refuseUnknownHelp() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.first == "help", let word = CommandSuggestion.unknownCommand(in: Array(arguments.dropFirst())) else { return }
        throw ValidationError("Unexpected argument '\(word)'")
    }

    private static func end(with error: any Error) -> Never {
        let arguments = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
        let asJSON = arguments.contains("--json")
        if error is ExitCode { exit(withError: error) }
        if let failure = CommandFailure(error) {
            failure.report(asJSON: asJSON)
            exit(withError: failure.exit)
        }
        switch exitCode(for: error) {
        case .success:  // --help and --version
            Terminal.data(UsageWords.help(fullMessage(for: error)))
            exit(withError: ExitCode.success)
        case .validationFailure:
            complain(of: error, asJSON: asJSON, arguments: Array(arguments))
            exit(withError: Answer.usage)
        default:
            // The type is enough to find the place; a description may quote what it was about.
            CommandFailure(CommandCode.fault, detail: "\(type(of: error))", exit: Answer.fault).report(asJSON: asJSON)
            exit(withError: Answer.fault)
        }
    }

    /// Wrong arguments: what is wrong, what was probably meant, and the usage.
    private static func complain(of error: any Error, asJSON: Bool, arguments: [String]) {
        let parsed = message(for: error)
        let unknown = CommandSuggestion.unknownCommand(in: arguments)
        let said = CommandSuggestion.complaint(parsed, unknown: unknown, arguments: arguments)
        let question = CommandSuggestion.question(for: said, arguments: arguments)
        let words = [UsageWords.complaint(said), question].compactMap { $0 }.map(ended).joined(separator: " ")
        guard !asJSON else {
            return CommandFailure(CommandCode.usage, detail: unended(words.replacing("\n", with: " ")), exit: Answer.usage).report(
                asJSON: true)
        }
        let full = fullMessage(for: error)
        let below = full.range(of: parsed).map { String(full[$0.upperBound...].drop { $0 == "\n" }) } ?? ""
        Terminal.say("\(local("Fel", "Error")): \(words)")
        if !below.isEmpty { Terminal.say(UsageWords.usage(below)) }
    }

    private static func unended(_ sentence: String) -> String { sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence }

    private static func ended(_ sentence: String) -> String {
        sentence.last.map { ".?!:".contains($0) } ?? true || sentence.contains("\n") ? sentence : sentence + "."
    }

    private static var exitCodes: String {
        Answer.table.map { row in
            "  \(row.code.rawValue)\(row.code.rawValue < 10 ? " " : "") \(Language.current(row.meaning))"
        }.joined(separator: "\n")
    }
}
