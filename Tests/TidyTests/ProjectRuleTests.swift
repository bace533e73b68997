import Foundation
import TestSupport
import Testing

@Suite("Rules for the repository as a whole")
struct ProjectRuleTests {
    @Test("Base names are unique in a target")
    func uniqueNames() {
        Offence.expectNone(ProjectRules.sharedNames(TrackedFiles.paths))
        let paths = ["Sources/A/X/S.swift", "Sources/A/Y/S.swift", "Sources/B/S.swift", "Tests/A/S.swift"]
        #expect(ProjectRules.sharedNames(paths).map(\.path) == ["Sources/A/X/S.swift", "Sources/A/Y/S.swift"])
    }

    @Test("A file is named after something it declares")
    func filesAreNamed() {
        Offence.expectNone(ProjectRules.misnamedFiles(TrackedFiles.products))
        let stray = SourceFile(path: "Sources/A/Spool.swift", text: "struct Queue {} // Spool\n")
        let named = SourceFile(path: "Sources/A/Spool+Recovery.swift", text: "extension Spool {}\n")
        #expect(ProjectRules.misnamedFiles([stray, named]).map(\.path) == ["Sources/A/Spool.swift"])
    }

    @Test("Every error code is explained in Docs/errors.md, and no other")
    func codesAreExplained() throws {
        #expect(!ProjectRules.declaredCodes(TrackedFiles.products).isEmpty, "no code was found, so this test proves nothing")
        let page = try #require(try? ProjectRoot.text(of: "Docs/errors.md"), "Docs/errors.md is missing")
        Offence.expectNone(ProjectRules.undocumentedCodes(TrackedFiles.products, page: page))
    }

    @Test("A code without explanation and an explanation without code are found")
    func codesAreCompared() {
        let source = SourceFile(path: "Sources/A/C.swift", text: "enum C: String {\n    case a = \"D001\"\n    case b = \"D002\"\n}\n")
        let offences = ProjectRules.undocumentedCodes([source], page: "| D001 | … |\n| D009 | … |\n| E101 | … |")
        #expect(
            offences.map(\.description) == [
                "Docs/errors.md:0: D009 is not in the sources", "Sources/A/C.swift:3: D002 is not explained in Docs/errors.md",
            ])
    }

    @Test("A document that is mentioned exists")
    func documentsExist() {
        Offence.expectNone(
            ProjectRules.missingDocuments(TrackedFiles.texts.filter { !$0.path.hasPrefix("Tests/TidyTests/") }, paths: TrackedFiles.paths))
        let text = "See Docs/a.md, b.md,\nDocs/c.md and https://example.org/d.md.\n"
        let offences = ProjectRules.missingDocuments([SourceFile(path: "README.md", text: text)], paths: ["Docs/a.md", "x/b.md"])
        #expect(offences.map(\.line) == [2])
    }

    @Test("No file is larger than 512 KiB")
    func noLargeFile() throws {
        var sizes: [String: Int] = [:]
        for path in TrackedFiles.paths {
            sizes[path] = try FileManager.default.attributesOfItem(atPath: ProjectRoot.file(path))[.size] as? Int
        }
        Offence.expectNone(ProjectRules.largeFiles(sizes))
        #expect(ProjectRules.largeFiles(["a": 512 * 1024, "b": 512 * 1024 + 1]).map(\.path) == ["b"])
    }

    @Test("No key and no certificate is part of the repository")
    func noKeyMaterial() {
        Offence.expectNone(ProjectRules.keyMaterial(TrackedFiles.texts))
        #expect(ProjectRules.keyMaterial([SourceFile(path: "a.pem", text: "x\n-----BEGIN PRIVATE KEY-----\n")]).map(\.line) == [2])
    }

    @Test("The changelog has a part for what is not released")
    func changelog() throws {
        let lines = try ProjectRoot.text(of: "CHANGELOG.md").split(separator: "\n")
        #expect(lines.contains("## [Unreleased]"))
    }

    @Test(
        "The makefile has the promised targets",
        arguments: ["demo", "test", "test-faults", "build", "check", "format", "bench-quick", "clean"])
    func makefileTargets(_ target: String) throws {
        let lines = try ProjectRoot.text(of: "Makefile").split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("\(target):") && $0.contains("## ") }, "no target \(target) with an explanation")
    }

    @Test("The embedded script of the development CA is the script itself")
    func embeddedScript() throws {
        let script = try ProjectRoot.text(of: "Certs/development-ca.sh")
        let swift = try ProjectRoot.text(of: "Sources/sluss/EmbeddedDevelopmentCA.swift")
        #expect(swift.contains("###\"\"\"\n\(script)\n\"\"\"###\n"), "stale; run Scripts/embed.sh")
    }

    @Test("Scripts are executable")
    func scriptsRun() {
        let scripts = TrackedFiles.paths.filter { $0.hasSuffix(".sh") } + [".ci/run"]
        #expect(scripts.count > 3)
        for path in scripts { #expect(FileManager.default.isExecutableFile(atPath: ProjectRoot.file(path)), "\(path)") }
    }
}
