import Foundation
import TestSupport
import Testing

@Suite("sluss check")
struct CheckTests {
    @Test("The examples are accepted")
    func examples() async throws {
        let result = try await sluss(["check"] + Example.all)
        #expect(
            Transcript.text(result) == """
                exit 0
                out:
                ROOT/Schemas/examples/M01-inskrivningsmeddelande.xml: accepted (M01; unsigned)
                ROOT/Schemas/examples/M05-utskrivningsklar.xml: accepted (M05; unsigned)
                ROOT/Schemas/examples/M17-remiss.xml: accepted (M17; unsigned)
                err:
                """)
    }

    @Test("A wrong check digit is named with rule, line, place and remedy, without the number")
    func refusal() async throws {
        let text = try Example.text("M17").replacing("201005089816", with: "201005089817")
        let result = try await sluss(["check", "-"], input: Array(text.utf8))
        #expect(
            Transcript.text(result) == """
                exit 1
                out:
                -: refused (M17)
                -:45: error E04: The identifier's check digit is wrong.
                  Place: /sam:Remiss/sam:Patient/sam:Patientid/sam:Identitetsvarde
                  Ground: Folkbokföringslagen (1991:481) 18 §; lag (2022:1697); lag (1974:174)
                  Remedy: Fetch it again from the population register, the directory or the code list.
                err:
                """)
    }

    @Test("Every spoiled copy is refused with exactly its rule, in one run")
    func spoiledCopies() async throws {
        let folder = try TemporaryFolder("spoiled")
        let spoiled = SpoiledExample.refused
        #expect(spoiled.count >= 60)
        for (index, example) in spoiled.enumerated() { try folder.write(try example.text(), to: "\(index).xml") }
        let result = try await sluss(["check", "--json"] + spoiled.indices.map { folder.file("\($0).xml") })
        #expect(result.exitCode == 1 && result.errors.isEmpty)
        let answers = try JSONObject.lines(result.outputText)
        #expect(answers.count == spoiled.count)
        for (example, answer) in zip(spoiled, answers) {
            let codes = Set(answer.objects("findings").filter { $0["severity"] == "error" }.compactMap { $0["code"] })
            #expect(answer.flag("accepted") == false && codes == [example.code], "\(example.name): \(codes)")
        }
        for word in Example.patientData { #expect(!result.outputText.contains(word), "shows \(word)") }
    }

    @Test("What only deserves a warning is accepted with the warning", arguments: SpoiledExample.warned)
    func warnings(_ example: SpoiledExample) async throws {
        let result = try await sluss(["check", "--json", "-"], input: Array(try example.text().utf8))
        #expect(result.exitCode == 0)
        let answer = try #require(try JSONObject.lines(result.outputText).first)
        #expect(answer.flag("accepted") == true)
        #expect(answer.objects("findings").map { $0["code"] } == [example.code])
        #expect(answer.objects("findings").allSatisfy { $0["severity"] == "warning" })
    }

    @Test("A signed message is judged with its signer, and a changed byte refuses it")
    func signatures() async throws {
        let lab = try CommandLab.kommun()
        let id = try await lab.sendReferral()
        let shown = try await lab.run("message", "show", id, "--with-content", "--reason", "test")
        let pki = try DevelopmentPKI.shared()
        let good = try await sluss(["check", "-"], input: shown.output)
        #expect(good.exitCode == 0)
        #expect(good.outputText == "-: accepted (M17; signed by 2120009903, trust not judged)\n")
        let trusted = try await sluss(["check", "--trust", pki.folder + "/ca/signing-ca.pem", "-"], input: shown.output)
        #expect(trusted.outputText == "-: accepted (M17; signed by 2120009903, trusted)\n")
        let stranger = try await sluss(["check", "--trust", pki.folder + "/ca/tls-ca.pem", "-"], input: shown.output)
        #expect(stranger.exitCode == 1 && stranger.outputText.contains("error T001"))
        let changed = Array(shown.outputText.replacing("PLANERAD", with: "AKUT").utf8)
        let tampered = try await sluss(["check", "-"], input: changed)
        #expect(tampered.exitCode == 1 && tampered.outputText.contains("error S006"))
    }

    @Test("A file that cannot be read is named, and the others are judged all the same")
    func missingFile() async throws {
        let result = try await sluss(["check", "/nonexistent/a.xml", Example.path("M17")])
        #expect(
            Transcript.text(result) == """
                exit 74
                out:
                ROOT/Schemas/examples/M17-remiss.xml: accepted (M17; unsigned)
                err:
                sluss: U002: The file cannot be read (/nonexistent/a.xml: No such file or directory).
                  Remedy: Check its name and mode.
                """)
    }

    struct Garbage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
    }

    static let rubbish = [
        Garbage(testDescription: "nothing", bytes: []), Garbage(testDescription: "a NUL", bytes: [0]),
        Garbage(testDescription: "a PDF file", bytes: Array("%PDF-1.7".utf8)),
        Garbage(testDescription: "UTF-16", bytes: [0xFF, 0xFE, 0x3C, 0x00]),
        Garbage(testDescription: "eleven MiB of brackets", bytes: [UInt8](repeating: 0x3C, count: 11 << 20)),
    ]

    @Test("Garbage is refused, whatever it is", arguments: rubbish)
    func garbage(_ garbage: Garbage) async throws {
        let result = try await sluss(["check", "-"], input: garbage.bytes)
        #expect(result.exitCode == 1 && result.outputText.hasPrefix("-: refused\n"))
        #expect(result.outputText.contains(/error D00[1-7]:/))
        expectNoTrace(result)
    }

    @Test("A folder, and a trust file that is none, are input errors")
    func wrongFiles() async throws {
        let folder = try await sluss(["check", ProjectRoot.path])
        #expect(folder.exitCode == 74 && folder.errorText.contains("U002"))
        let trust = try await sluss(["check", "--trust", Example.path("M17"), Example.path("M17")])
        #expect(trust.exitCode == 74 && trust.errorText.contains("U002"))
        expectNoTrace(trust)
    }

    @Test("A file name cannot steer the terminal")
    func fileNames() async throws {
        let folder = try TemporaryFolder("names")
        try folder.write("x", to: "a\u{1B}[31m\u{202E}b.xml")
        let result = try await sluss(["check", folder.file("a\u{1B}[31m\u{202E}b.xml")])
        #expect(result.exitCode == 1)
        #expect(!result.outputText.contains("\u{1B}") && !result.outputText.contains("\u{202E}"))
    }
}
