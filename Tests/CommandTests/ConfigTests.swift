import Foundation
import TestSupport
import Testing

@Suite("sluss config")
struct ConfigTests {
    @Test("A good configuration is accepted, and nothing is made")
    func accepted() async throws {
        let lab = try CommandLab.kommun()
        let before = try lab.folder.names()
        let result = try await lab.run("config", "check")
        #expect(
            Transcript.text(result, in: lab.folder) == """
                exit 0
                out:
                err:
                FOLDER/sluss.yaml: accepted (0 errors, 0 warnings)
                """)
        #expect(try lab.folder.names() == before)
        #expect(try lab.folder.names(in: "spool").isEmpty)
    }

    @Test("Every problem is shown at once with file, line and column, in the language of the environment")
    func problems() async throws {
        let lab = try CommandLab.kommun {
            $0.appendix = "delivry: { stop_grace: 10s }\ndisk: { minimum_free: lots }"
        }
        let english = try await lab.run("config", "check")
        #expect(english.exitCode == 78)
        let all = english.outputText.split(separator: "\n")
        // Each problem on a line, and below it what to do.
        let lines = all.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        #expect(
            all.count == 2 * lines.count
                && all.enumerated().allSatisfy { $0.element.hasPrefix("    Remedy: ") != $0.offset.isMultiple(of: 2) })
        #expect(lines.allSatisfy { $0.contains(#/^\S+/sluss\.yaml:\d+:\d+: (error|warning) C\d{3} /#) }, "\(english.outputText)")
        for wanted in ["C020 delivry", "C033 disk.minimum_free"] {
            #expect(lines.contains { $0.contains("error \(wanted)") }, "\(wanted) is missing")
        }
        #expect(english.errorText.contains("not accepted (") && english.errorText.hasSuffix("0 warnings)\n"))
        let swedish = try await lab.run(["config", "check"], language: "sv")
        #expect(swedish.outputText.split(separator: "\n").count == all.count)
        #expect(swedish.outputText.contains(": fel C020 delivry") && swedish.errorText.contains("godtas inte"))
        let json = try JSONObject.lines(try await lab.run("config", "check", "--json").outputText)
        #expect(json.count == lines.count && json.allSatisfy { ($0.number("line") ?? 0) > 0 && ($0.number("column") ?? 0) > 0 })
    }

    @Test("Files that are not there and keys that do not fit are named by their keys")
    func files() async throws {
        let pki = try DevelopmentPKI.shared()
        let lab = try CommandLab.kommun {
            $0.credentials[.as4] = ("missing.pem", "missing.key")
        }
        let problems = try JSONObject.lines(try await lab.run("config", "check", "--json").outputText)
        let found = Set(problems.map { "\($0["code"] ?? "") \($0["key"] ?? "")" })
        #expect(found == ["C080 as4.certificate", "C080 as4.key"])
        let mixed = try CommandLab.kommun { $0.credentials[.tls] = (pki.certificate(.kommun, .tls), pki.key(.region, .tls)) }
        let mismatch = try JSONObject.lines(try await mixed.run("config", "check", "--json").outputText)
        #expect(mismatch.map { $0["code"] } == ["C083"])
    }

    @Test("Commands that need the configuration stop at its errors, and say the same", arguments: ["queue", "serve"])
    func commandsStop(_ command: String) async throws {
        let lab = try CommandLab.kommun { $0.appendix = "delivry: { stop_grace: 10s }" }
        let words = try await lab.run(command)
        #expect(words.exitCode == 78 && words.output.isEmpty)
        #expect(words.errorText.contains("error C020 delivry"))
        let json = try await lab.run(command, "--json")
        let errors = try JSONObject.lines(json.errorText)
        #expect(json.exitCode == 78 && errors.map { $0["code"] } == ["C020"] && errors[0]["key"] == "delivry")
    }

    @Test(
        "A file that is no configuration is refused with its place",
        arguments: [("", "C010"), ("version: [1", "C005"), ("a: b\u{1B}", "C004"), ("version: 2\n", "C011")])
    func notAConfiguration(_ text: String, _ code: String) async throws {
        let folder = try TemporaryFolder("config")
        let path = try folder.write(text, to: "sluss.yaml")
        let result = try await sluss(["config", "check", "--config", path])
        #expect(result.exitCode == 78)
        #expect(result.outputText.contains(" error \(code)"), "\(result.outputText)")
        expectNoTrace(result)
    }

    @Test("The example is printed as it is and is a configuration but for the files it names")
    func example() async throws {
        let folder = try TemporaryFolder("example")
        let printed = try await sluss(["config", "example"])
        #expect(printed.exitCode == 0 && printed.errors.isEmpty)
        let path = try folder.write(printed.output, to: "sluss.yaml")
        let check = try await sluss(["config", "check", "--json", "--config", path])
        let codes = Set(try JSONObject.lines(check.outputText).compactMap { $0["code"] })
        // What is left are files and folders (C080–C104), which belong to the machine.
        #expect(!codes.isEmpty && codes.allSatisfy { (Int($0.dropFirst()) ?? 0) >= 80 }, "\(codes)")
    }

    @Test("The file is found by option, variable, and in the working folder, in this order")
    func whereItIs() async throws {
        let lab = try CommandLab.kommun()
        var tool = try Binary.tool()
        tool.environment = ["SLUSS_LANGUAGE": "en", "SLUSS_CONFIG": ""]
        let here = try await tool.run(["config", "check"], folder: lab.folder.path)
        #expect(here.exitCode == 0 && here.errorText.hasPrefix("sluss.yaml: accepted"))
        let option = try await lab.run("config", "check", "--config", "other.yaml")
        #expect(option.exitCode == 78 && option.outputText.hasPrefix("other.yaml:1:1: error C001"))
    }
}
