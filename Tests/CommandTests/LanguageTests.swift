import Foundation
import TestSupport
import Testing

@Suite("The language of words")
struct LanguageTests {
    /// Words of the argument parser and of our English texts that no Swedish sentence has.
    private static let english = [
        "Error", "Usage", "USAGE", "OVERVIEW", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Unknown", "Missing", "Unexpected", " invalid ",
        "Please", "Did you mean", "for more information", "detailed help", "Show ", "default", "values:", " the ", " and ", " is not ",
    ]

    private func expectSwedish(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for word in Self.english { #expect(!text.contains(word), "”\(word)” in:\n\(text)", sourceLocation: sourceLocation) }
    }

    @Test("The help of every command is Swedish where the environment says so", arguments: UsageTests.commands)
    func help(_ command: [String]) async throws {
        let result = try await sluss(command + ["--help"], language: "sv")
        #expect(result.exitCode == 0 && result.errors.isEmpty)
        expectSwedish(result.outputText)
        #expect(result.outputText.contains("\nEXEMPEL\n") && result.outputText.contains("\nANVÄNDNING: "))
        #expect(result.outputText.contains("Visa denna hjälp."))
    }

    @Test("Wrong arguments are explained in Swedish, and end with 64 all the same", arguments: UsageTests.slips)
    func slips(_ slip: UsageTests.Slip) async throws {
        let result = try await sluss(slip.arguments, language: "sv")
        #expect(result.exitCode == 64 && result.output.isEmpty)
        guard slip.arguments.contains("--json") else { return expectSwedish(result.errorText) }
        // Beside these stand the texts in both languages.
        let error = try JSONObject(result.errorText)
        for field in ["message", "remedy", "message_sv", "remedy_sv"] { expectSwedish(try #require(error[field])) }
    }

    @Test(
        "A complaint of the parser keeps what it is about",
        arguments: [
            (["queue", "--colour"], "Fel: Okänd flagga '--colour'."), (["send"], "Fel: Argument saknas: '<files> ...'."),
            (["queue", "--jsn"], "Fel: Okänd flagga '--jsn'. Menade du '--json'?"),
            (["queue", "--config"], "Värde saknas för '--config <file>'."),
            (["queue", "--json=1"], "Flaggan '--json' tar inget värde, men '1' angavs."),
            (["queue", "--type", "M99"], "Värdet 'M99' är fel för '--type <type>'. Ange något av följande:\n  - M01\n"),
            (["queue", "--state", "lost"], "Värdet 'lost' är fel för '--state <state>'. Ange något av följande:\n  - incoming\n"),
        ])
    func complaint(_ arguments: [String], _ words: String) async throws {
        let result = try await sluss(arguments, language: "sv")
        #expect(result.exitCode == 64 && result.errorText.contains(words), "\(result.errorText)")
    }

    @Test("What happened to a message is told in the reader's language; the history itself holds codes")
    func history() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try await lab.serve(until: "deferred", for: id)
        #expect(
            Transcript.text(try await lab.run(["queue"], language: "sv")) == """
                exit 0
                out:
                ID  TILLSTÅND  TYP  PARTNER  ÅLDER  FÖRSÖK  NÄSTA FÖRSÖK  SENASTE ORSAK
                ID1  deferred  M17  region  SPAN  1  TIME  G002: Ingen tar emot på partnerns adress. localhost:PORT: Anslutningen nekades
                err:
                1 meddelande: 1 deferred
                """)
        let shown = try await lab.run(["message", "show", id], language: "sv")
        let history = shown.outputText.components(separatedBy: "historik\n").last ?? ""
        #expect(
            Transcript.normalized(history) == """
                  TIME  inlämnat  incoming → ready  av NAME
                  TIME  uppskjutet  #1  inflight → deferred  tillfälligt fel  \
                G002: Ingen tar emot på partnerns adress. localhost:PORT: Anslutningen nekades  nästa försök TIME  SPAN

                """)
        expectSwedish(shown.outputText)
        let stored = String(decoding: try lab.folder.bytes(of: "spool/outbound/deferred/\(id)/history.jsonl"), as: UTF8.self)
        #expect(stored.contains("\"G002\"") && !stored.contains("Nothing listens") && !stored.contains("Ingen tar emot"))
        let line = try #require(try JSONObject.lines(try await lab.run(["queue", "--json"], language: "sv").outputText).first)
        #expect(line["last_message_en"] == "Nothing listens at the partner's address.")
        #expect(line["last_message_sv"] == "Ingen tar emot på partnerns adress.")
    }

    @Test("After an operator's act the list tells the act's reason, not the code of the trouble before it")
    func actAfterTrouble() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        try await lab.serve(until: "deferred", for: id)
        _ = try await lab.run("queue", "hold", id, "--reason", "wrong ward")
        let line = try #require(try JSONObject.lines(try await lab.run("queue", "--json").outputText).first)
        #expect(line["last_reason"] == "wrong ward" && line["last_code"] == nil && line["last_message_sv"] == nil)
    }

    @Test(
        "SLUSS_LANGUAGE decides before the locale, and the locale in the order of POSIX",
        arguments: [
            (["SLUSS_LANGUAGE": "sv", "LC_ALL": "en_GB.UTF-8"], true), (["SLUSS_LANGUAGE": "en", "LC_ALL": "sv_SE.UTF-8"], false),
            (["SLUSS_LANGUAGE": "", "LC_ALL": "sv_SE.UTF-8"], true), (["SLUSS_LANGUAGE": "", "LC_ALL": "", "LANG": "sv_FI"], true),
            (["SLUSS_LANGUAGE": "", "LC_ALL": "C", "LC_MESSAGES": "sv_SE", "LANG": "sv_SE"], false),
        ])
    func precedence(_ environment: [String: String], _ isSwedish: Bool) async throws {
        var tool = try Binary.tool()
        tool.environment = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "C"].merging(environment) { $1 }
        #expect(try await tool.run(["--help"]).outputText.contains("EXEMPEL") == isSwedish)
    }
}
