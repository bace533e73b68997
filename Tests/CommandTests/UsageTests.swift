import Foundation
import TestSupport
import Testing

@Suite("Help, version and wrong arguments")
struct UsageTests {
    static let commands: [[String]] = [
        [], ["serve"], ["status"], ["send"], ["check"], ["route"], ["message", "return"], ["message", "forward"], ["queue"],
        ["queue", "list"],
        ["queue", "retry"], ["queue", "hold"], ["queue", "release"], ["queue", "cancel"], ["message"], ["message", "show"], ["inbox"],
        ["quarantine"], ["quarantine", "list"], ["quarantine", "show"], ["quarantine", "remove"],
        ["case"], ["case", "list"], ["case", "show"], ["case", "timeline"], ["deadlines"], ["audit"], ["audit", "check"], ["cert"],
        ["cert", "list"],
        ["cert", "show"], ["cert", "expiring"], ["cert", "check"], ["config"], ["config", "check"],
        ["config", "example"], ["agreement"], ["agreement", "import"], ["partner"], ["partner", "ping"],
        ["as4"], ["as4", "check"], ["new"], ["explain"], ["errors"], ["demo"],
    ]

    @Test("The help of every command shows an example before the usage", arguments: commands)
    func help(_ command: [String]) async throws {
        let result = try await sluss(command + ["--help"])
        #expect(result.exitCode == 0 && result.errors.isEmpty)
        let example = try #require(result.outputText.range(of: "EXAMPLE"))
        let usage = try #require(result.outputText.range(of: "USAGE:"))
        #expect(example.lowerBound < usage.lowerBound)
        let words = (["sluss"] + command).joined(separator: " ")
        #expect(result.outputText[example.upperBound..<usage.lowerBound].contains(words), "no example of \(words)")
    }

    @Test("At 80 columns no line of help is longer, and every example stands whole on its line", arguments: commands, ["en", "sv"])
    func width(_ command: [String], _ language: String) async throws {
        var tool = try Binary.tool()
        tool.environment = ["SLUSS_LANGUAGE": language, "COLUMNS": "80"]
        let lines = try await tool.run(command + ["--help"]).outputText.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.count <= 80, "\(line)") }
        let start = try #require(lines.firstIndex { $0.hasPrefix("EX") })
        #expect(start == 2, "the examples follow the first line")
        let examples = lines[(start + 1)...].prefix { !$0.isEmpty }
        #expect(!examples.isEmpty && examples.allSatisfy { $0.hasPrefix("  sluss") })
        // A line that ends early in the middle of a sentence was broken twice: by hand and by the parser.
        for (line, next) in zip(lines, lines.dropFirst()) where ![line.first, next.first].contains(" ") && !line.isEmpty && !next.isEmpty {
            let word = next.prefix { $0 != " " }
            #expect(line.count + 1 + word.count >= 80, "\(line)\n\(next)")
        }
    }

    @Test(
        "A misspelt command is told of the one that was probably meant",
        arguments: [
            (["quueue"], "Did you mean 'sluss queue'?"), (["queue", "retyr", "x"], "Did you mean 'sluss queue retry'?"),
            (["message", "shwo"], "Did you mean 'sluss message show'?"),
            (["config", "chekc", "--json"], "Did you mean 'sluss config check'?"),
            (["serv", "--config", "queue"], "Did you mean 'sluss serve'?"), (["help", "quueue"], "Did you mean 'sluss queue'?"),
        ])
    func misspelt(_ arguments: [String], _ question: String) async throws {
        let result = try await sluss(arguments)
        #expect(result.exitCode == 64 && result.output.isEmpty && result.errorText.contains(question), "\(result.errorText)")
    }

    @Test("A word that is near nothing gets no suggestion", arguments: [["fetch"], ["queue", "--partner", "retry"], ["errors", "serve"]])
    func nearNothing(_ arguments: [String]) async throws {
        #expect(!(try await sluss(arguments).errorText.contains("Did you mean")))
    }

    @Test("Every command in the help has its help tested")
    func commandsAreListed() async throws {
        let help = try await sluss(["--help"]).outputText
        let listed = help.components(separatedBy: "SUBCOMMANDS:").last ?? ""
        let names = listed.matches(of: /^  ([a-z0-9]+) {2,}/.anchorsMatchLineEndings()).map { String($0.1) }
        #expect(!names.isEmpty && Set(names) == Set(Self.commands.compactMap(\.first)))
    }

    @Test("The version names the program and the libraries that judge foreign bytes")
    func version() async throws {
        let result = try await sluss(["--version"])
        #expect(result.exitCode == 0)
        #expect(result.outputText.contains(/^sluss \d+\.\d+\.\d+\nlibxml2 2\.\d+\.\d+\nOpenSSL 3\.\d+\.\d+/))
    }

    @Test("The exit codes in the documentation are those of the program")
    func exitCodes() async throws {
        let help = try await sluss(["--help"]).outputText
        let printed = help.matches(of: /^  (\d+) +(.+)$/.anchorsMatchLineEndings()).map { [String($0.1), String($0.2)] }
        let table = try #require(MarkdownTable(in: try ProjectRoot.text(of: "Docs/json-output.md"), after: "Exit codes"))
        #expect(printed.count == 11)
        #expect(table.rows == printed)
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let words: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let slips = [
        Slip(arguments: ["fetch"], words: "Unexpected argument 'fetch'"),
        Slip(arguments: ["queue", "--colour"], words: "Unknown option '--colour'"),
        Slip(arguments: ["send"], words: "Missing expected argument '<files> ...'"),
        Slip(arguments: ["check"], words: "Missing expected argument '<files> ...'"),
        Slip(arguments: ["queue", "--state", "lost"], words: "'lost' is invalid for '--state <state>'"),
        Slip(arguments: ["queue", "--type", "M99"], words: "Please provide one of the following:\n  - M01"),
        Slip(arguments: ["queue", "--older-than", "soon"], words: "90s, 10min, 2h, 7d"),
        Slip(arguments: ["queue", "--older-than", "99999999999999999999s"], words: "90s, 10min, 2h, 7d"),
        Slip(arguments: ["queue", "hold", "--reason", "r"], words: "Missing expected argument '<ids> ...'"),
        Slip(arguments: ["queue", "hold", "--reason", "r", "../../etc/passwd"], words: "is not a message id"),
        Slip(arguments: ["queue", "hold", "--reason", "r", "01JD3V8C6T9ZQ5X2W7R4M0N1KB"], words: "is not a message id"),
        Slip(arguments: ["queue", "hold", "01jd3v8c6t9zq5x2w7r4m0n1kb"], words: "Missing expected argument '--reason <text>'"),
        Slip(arguments: ["queue", "retry", "01jd3v8c6t9zq5x2w7r4m0n1kb"], words: "Missing expected argument '--reason <text>'"),
        Slip(arguments: ["queue", "release", "01jd3v8c6t9zq5x2w7r4m0n1kb"], words: "Missing expected argument '--reason <text>'"),
        Slip(arguments: ["queue", "cancel", "01jd3v8c6t9zq5x2w7r4m0n1kb"], words: "Missing expected argument '--reason <text>'"),
        Slip(arguments: ["queue", "cancel", "01jd3v8c6t9zq5x2w7r4m0n1kb", "--reason", "  "], words: "--reason needs words"),
        Slip(
            arguments: ["queue", "hold", "01jd3v8c6t9zq5x2w7r4m0n1kb", "--reason", "a\u{202E}b"], words: "control or invisible characters"),
        Slip(arguments: ["message", "show", "nonsense"], words: "is not a message id"),
        Slip(arguments: ["message", "show", "01jd3v8c6t9zq5x2w7r4m0n1kb", "--with-content"], words: "--with-content needs --reason"),
        Slip(arguments: ["message", "show", "01jd3v8c6t9zq5x2w7r4m0n1kb", "--reason", "a"], words: "--reason goes with --with-content"),
        Slip(arguments: ["case", "list", "--kind", "ADMISSION"], words: "'ADMISSION' is invalid for '--kind <kind>'"),
        Slip(arguments: ["case", "show"], words: "Missing expected argument '<id>'"),
        Slip(arguments: ["case", "show", "x"], words: "4 to 36 characters of 0-9, a-f and -"),
        Slip(arguments: ["case", "list", "--limit", "-1"], words: "--limit is 0 or more"),
        Slip(arguments: ["deadlines", "--within", "-3h"], words: "'-3h' is invalid for '--within <span>': a number"),
        Slip(arguments: ["fetch", "--json"], words: "Unexpected argument 'fetch'"),
        Slip(arguments: ["help", "fetch"], words: "Unexpected argument 'fetch'"),
        Slip(arguments: ["check", "--bogus"], words: "Unknown option '--bogus'"),
        Slip(arguments: ["case", "timeline", "../../etc/passwd"], words: "is invalid for '<id>'"),
        Slip(arguments: ["deadlines", "--within", "tomorrow"], words: "'tomorrow' is invalid for '--within <span>'"),
        Slip(arguments: ["deadlines", "--within", "2h", "--overdue"], words: "--overdue and --within exclude each other"),
        Slip(arguments: ["errors", "--markdown", "E04"], words: "--markdown prints everything"),
        Slip(arguments: ["explain", "--markdown", "E04"], words: "--markdown prints everything"),
        Slip(arguments: ["new"], words: "give either a type or --list"),
        Slip(arguments: ["new", "M05", "--json"], words: "--json goes with --list"),
        Slip(arguments: ["new", "M99"], words: "'M99' is no message type."),
    ]

    @Test("Wrong arguments are explained on standard error and end with 64", arguments: slips)
    func slip(_ slip: Slip) async throws {
        let result = try await sluss(slip.arguments)
        #expect(result.exitCode == 64 && result.output.isEmpty)
        #expect(result.errorText.contains(slip.words), "\(result.errorText)")
        expectNoTrace(result)
    }

    @Test(
        "With --json, wrong arguments are one JSON object",
        arguments: [["queue", "--json", "--colour"], ["queue", "hold", "x", "--json"]])
    func slipAsJSON(_ arguments: [String]) async throws {
        let result = try await sluss(arguments)
        #expect(result.exitCode == 64 && result.output.isEmpty)
        let errors = try JSONObject.lines(result.errorText)
        #expect(errors.count == 1 && errors[0]["code"] == "U001")
        #expect(errors[0]["message"]?.isEmpty == false && errors[0]["remedy"]?.isEmpty == false)
    }

    @Test(
        "A configuration that is not there is named, with place and remedy, by every command that needs one",
        arguments: [
            ["queue"], ["inbox"], ["case"], ["case", "show", "c2a7"], ["deadlines"], ["send", "a.xml"], ["serve"], ["config", "check"],
            ["message", "show", "01jd3v8c6t9zq5x2w7r4m0n1kb"],
        ])
    func noConfiguration(_ arguments: [String]) async throws {
        let result = try await sluss(arguments)
        #expect(result.exitCode == 78)
        #expect((result.outputText + result.errorText).contains("/nonexistent/sluss.yaml:1:1: error C001"))
        expectNoTrace(result)
    }

    @Test(
        "Who named no configuration is told where one was looked for, and what prints one",
        arguments: [["status"], ["config", "check"], ["cert"]])
    func searched(_ arguments: [String]) async throws {
        let folder = try TemporaryFolder("empty")
        for (language, words) in [
            ("en", "Looked for: $SLUSS_CONFIG (not set), ./sluss.yaml, /etc/sluss/sluss.yaml."), ("sv", "Sökt: $SLUSS_CONFIG"),
        ] {
            for more in [[], ["--json"]] {
                var tool = try Binary.tool()
                tool.environment = ["SLUSS_LANGUAGE": language, "SLUSS_CONFIG": ""]
                let result = try await tool.run(arguments + more, folder: folder.path)
                let text = result.outputText + result.errorText
                #expect(result.exitCode == 78 && text.contains(words) && text.contains("sluss config example"), "\(text)")
            }
        }
    }

    @Test("A reader that goes away is no error")
    func closedPipe() async throws {
        let tool = try Binary.tool()
        let script = "( \"$0\" errors --json; echo \"ended with $?\" >&2 ) | head -n 1"
        let result = try await Tool.require("sh").run(["-c", script, tool.path])
        #expect(result.outputText.split(separator: "\n").count == 1)
        #expect(result.errorText == "ended with 0\n")
    }
}

/// Nothing in the output looks like a crash or like Swift's own words for an error.
func expectNoTrace(_ result: ToolResult, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result.exitCode < 128 && !result.isTimedOut, sourceLocation: sourceLocation)
    for sign in ["Fatal error", "Thread 0", "Stack dump", ".swift:", "NSCocoaErrorDomain", "Optional("] {
        #expect(!(result.outputText + result.errorText).contains(sign), "shows \(sign)", sourceLocation: sourceLocation)
    }
}
