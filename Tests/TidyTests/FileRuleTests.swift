import Testing

@Suite("Rules for every file")
struct FileRuleTests {
    @Test("The repository keeps the rule", arguments: FileRule.all)
    func repositoryKeeps(_ rule: FileRule) {
        let offences = TrackedFiles.texts.flatMap(rule.check)
        Offence.expectNone(offences)
    }

    @Test("The rule fires on every bad sample", arguments: FileRule.all)
    func fires(_ rule: FileRule) {
        #expect(!rule.bad.isEmpty)
        for sample in rule.bad {
            #expect(!rule.check(SourceFile(path: sample.path, text: sample.text)).isEmpty, "did not fire on:\n\(sample.text.prefix(300))")
        }
    }

    @Test("The rule is silent on every good sample", arguments: FileRule.all)
    func isSilent(_ rule: FileRule) {
        #expect(!rule.good.isEmpty)
        for sample in rule.good {
            let offences = rule.check(SourceFile(path: sample.path, text: sample.text))
            #expect(offences.isEmpty, "fired on:\n\(sample.text.prefix(300))\n\(offences)")
        }
    }

    @Test("The rules see the sources of every target")
    func seesSources() {
        let targets = Set(TrackedFiles.products.map { $0.path.split(separator: "/")[1] })
        #expect(targets.isSuperset(of: ["Documents", "Signatures", "CareMessages", "AS4", "Spooling", "Gateway", "sluss"]))
        #expect(TrackedFiles.paths.contains("Tests/TidyTests/FileRuleTests.swift"))
        #expect(!TrackedFiles.paths.contains { $0.hasPrefix(".build/") || $0.hasPrefix(".git/") })
    }

    @Test(
        "A function that is excused from a limit is there and would break it",
        arguments: [FileRule.longFunctions, FileRule.wideFunctions])
    func excuses(_ list: [String: String]) throws {
        for (key, reason) in list {
            let parts = key.split(separator: " ")
            let file = try #require(TrackedFiles.products.first { $0.path == parts[0] }, "\(key) is excused and not there")
            let functions = FunctionScanner.functions(in: file.code).filter { $0.name == parts[1] }
            #expect(functions.contains { $0.lineCount > 40 || $0.parameterCount > 4 }, "\(key) needs no excuse any more")
            #expect(reason.count > 10)
        }
    }

    @Test("An offence names the line that editors jump to")
    func namesLine() throws {
        let rule = try #require(FileRule.safetyRules.first { $0.name.contains("unwrap") })
        let samples = [("let a = 1\nlet b = a!\n", 2), ("/*\n a!\n*/\nlet s = \"\"\"\n x!\n \"\"\"\nlet c = d!\n", 7)]
        for (text, line) in samples {
            let offences = rule.check(SourceFile(path: "Sources/AS4/A.swift", text: text))
            #expect(offences.map(\.description) == ["Sources/AS4/A.swift:\(line): force unwrap; use guard let, or throw"])
        }
    }
}
