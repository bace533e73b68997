import Testing

@testable import Gateway

@Suite("A configuration file that is not the YAML we take")
struct SpoiledSyntaxTests {
    @Test("is refused at the place of the fault", arguments: rows)
    func isRefused(_ row: SpoiledFile) throws { try row.check() }

    static let rows = [
        SpoiledFile(.syntax, "", ("  port: 8443", "  port: 8443\n ▶\tx: 1"), says: "YAML"),
        SpoiledFile(.syntax, "", ("crls: [tls.crl]\n  require_crl", "crls: [tls.crl\n  require_crl▶")),
        SpoiledFile(.syntax, "", ("name: Region Exempel", "name: Region▶: Exempel")),
        SpoiledFile(.syntax, "", ("\"03\"", "▶@03")),
        SpoiledFile(.severalDocuments, "", ("log: {", "▶---\nlog: {")),
        SpoiledFile(.repeatedKey, "port", ("  port: 8443", "  port: 8443\n  ▶port: 8444"), says: "already stands in line 13"),
        SpoiledFile(.repeatedKey, "log", ("log: {", "log: { level: info }\n▶log: {")),
        SpoiledFile(.repeatedKey, "name", ("  - name: prov\n", "  - name: prov\n    ▶\"name\": prov2\n")),
        SpoiledFile(.reference, "tls", ("tls:\n", "tls: ▶&own\n")),
        SpoiledFile(.reference, "organisation.name", ("name: Region Exempel", "name: ▶&n Region Exempel")),
        SpoiledFile(.reference, "", ("name: Region Exempel", "name: ▶*missing")),
        SpoiledFile(.reference, "log.<<", ("log: {", "log: { ▶<<: { format: json },")),
        SpoiledFile(.tag, "listen.port", ("port: 8443", "port: ▶!!int 8443")),
        SpoiledFile(.tag, "organisation.name", ("name: Region Exempel", "name: ▶!secret Region Exempel")),
        SpoiledFile(.tag, "paths", ("paths:", "paths: ▶!!map")),
        SpoiledFile(.wrongShape, "", ("version: 1", "version: 1\n▶[a, b]: 1")),
        SpoiledFile(.notText, "", ("Exempel", "Exem▶\u{7}pel"), says: "U+7"),
    ]

    @Test("An alias below an anchor is not followed, however often it repeats")
    func laughs() {
        let lines = (1...40).map {
            "a\($0): &a\($0) [\(Array(repeating: $0 == 1 ? "x" : "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
        }
        let problems = ConfigurationSample.problems(of: "version: 1\n" + lines.joined(separator: "\n"))
        #expect(problems.count(where: { $0.code == "C008" }) == 40)
    }

    @Test(
        "Nothing, or something that is no mapping, is refused",
        arguments: [
            ("", "C010"), ("# only a comment\n", "C010"), ("---\n", "C010"), ("null\n", "C010"), ("{}\n", "C022"), ("just text\n", "C022"),
            ("- a\n- b\n", "C022"),
        ])
    func isEmpty(text: String, code: String) {
        #expect(ConfigurationSample.problems(of: text).map(\.code) == [code])
    }

    @Test("Bytes that are not UTF-8 are refused at their line")
    func bytes() throws {
        let bytes = Array("version: 1\nname: Malm".utf8) + [0xF6, 0x0A]
        let failure = #expect(throws: ConfigurationFailure.self) {
            try ConfigurationFile.read(bytes, path: "a.yaml", at: ConfigurationSample.now)
        }
        #expect(failure?.problems.map { "\($0.code) \($0.line)" } == ["C004 2"])
    }

    @Test("A byte order mark and line ends of Windows are taken")
    func foreignEditors() {
        #expect(ConfigurationSample.problems(of: "\u{FEFF}" + ConfigurationSample.good.replacing("\n", with: "\r\n")) == [])
    }

    @Test("Deep nesting ends in a problem, not in a crash")
    func deep() {
        let text = "version: 1\nlisten: " + String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
        #expect(!ConfigurationSample.problems(of: text).isEmpty)
    }
}
