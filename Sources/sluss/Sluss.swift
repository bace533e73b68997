import ArgumentParser
import Documents
import Glibc

/// The one binary: `sluss serve` is the daemon, the other commands are the operator's tools and work on the spool itself.
@main
struct Sluss: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sluss",
        abstract: "Secure message gateway between Swedish regions and municipalities.",
        discussion: """
            EXAMPLES
              sluss config check --config sluss.yaml
              sluss serve --config sluss.yaml
              sluss check inskrivningsmeddelande.xml
              sluss send --config sluss.yaml inskrivningsmeddelande.xml
              sluss queue --config sluss.yaml

            Data goes to standard output, words to standard error; --json gives JSON, one object a line. Words are Swedish when the locale says sv,
            or SLUSS_LANGUAGE does.

            EXIT CODES
            \(exitCodes)
            """,
        version: Version.text,
        subcommands: [
            Serve.self, Send.self, Check.self, QueueCommand.self, MessageCommand.self, Inbox.self, ConfigCommand.self, ErrorsCommand.self,
            Demo.self,
        ])

    /// Runs the command and turns every error into its line and exit code, so that nobody sees a stack trace.
    static func main() async {
        // A reader that goes away gives an error on write instead of ending the process; a daemon must not die of a closed pipe.
        signal(SIGPIPE, SIG_IGN)
        do {
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

    private static func end(with error: any Error) -> Never {
        let asJSON = CommandLine.arguments.prefix { $0 != "--" }.contains("--json")
        if error is ExitCode { exit(withError: error) }
        if let failure = CommandFailure(error) {
            failure.report(asJSON: asJSON)
            exit(withError: failure.exit)
        }
        switch exitCode(for: error) {
        case .success: exit(withError: error)  // --help and --version
        case .validationFailure:
            guard asJSON else { exit(withError: error) }
            CommandFailure(CommandCode.usage, detail: message(for: error).replacing("\n", with: " "), exit: Answer.usage).report(
                asJSON: true)
            exit(withError: Answer.usage)
        default:
            // The type is enough to find the place; a description may quote what it was about.
            CommandFailure(CommandCode.fault, detail: "\(type(of: error))", exit: Answer.fault).report(asJSON: asJSON)
            exit(withError: Answer.fault)
        }
    }

    private static var exitCodes: String {
        Answer.table.map { "  \($0.code.rawValue)\($0.code.rawValue < 10 ? " " : "") \($0.meaning)" }.joined(separator: "\n")
    }
}
