import Foundation
import TestSupport
import Testing

@Suite("Support of the tests")
struct SupportTests {
    @Test("A temporary folder is private, and gone after use")
    func temporaryFolder() throws {
        let path = try TemporaryFolder.with { folder in
            #expect(try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int == 0o700)
            try folder.write("abc", to: "a")
            #expect(try folder.bytes(of: "a") == [0x61, 0x62, 0x63])
            #expect(try folder.names() == ["a"])
            return folder.path
        }
        #expect(FileManager.default.fileExists(atPath: path) == TemporaryFolder.areKept)
    }

    @Test("Free ports are not given twice")
    func ports() throws {
        let ports = try (0..<50).map { _ in try FreePort.next() }
        #expect(Set(ports).count == 50)
    }

    @Test("A table is read from the part of the document that has it")
    func table() throws {
        let text =
            "# A\n| x |\n|---|\n| 1 |\n## Spool states\nWords.\n\n| state | meaning |\n|---|---|\n| `ready` | may be **tried** |\n| done | |\n\nEnd"
        let table = try #require(MarkdownTable(in: text, after: "Spool states"))
        #expect(table.columns == ["state", "meaning"])
        #expect(table.rows == [["ready", "may be tried"], ["done", ""]])
        #expect(MarkdownTable(in: text, after: "Other") == nil)
        #expect(MarkdownTable(in: "# A\nwords\n# B\n| x |\n|---|\n| 1 |", after: "A") == nil)
    }

    @Test("Waiting ends when the condition holds, or when the time is up")
    func waiting() async throws {
        var count = 0
        #expect(
            try await eventually(within: .seconds(600), every: .milliseconds(1)) {
                count += 1
                return count == 3
            })
        #expect(try await eventually(within: .milliseconds(20), every: .milliseconds(5)) { false } == false)
    }

    @Test("The configuration of a pair names each other's ports, pins and folders")
    func configuration() throws {
        let folder = try TemporaryFolder("pair")
        let pair = try GatewayPair(in: folder.path, certificates: try DevelopmentPKI.shared())
        let files = try pair.write()
        let region = try String(contentsOfFile: files.region, encoding: .utf8)
        let pki = try DevelopmentPKI.shared()
        let port = try #require(pair.kommun.port)
        #expect(region.contains("endpoint: \"https://localhost:\(port)/as4\""))
        #expect(region.contains(try pki.pin(.kommun, .as4)))
        #expect(!region.contains(try pki.pin(.region, .as4)))
        #expect(try folder.names(in: "kommun") == ["inbox", "sluss.yaml", "spool", "submit"])
        #expect(try FileManager.default.attributesOfItem(atPath: files.kommun)[.posixPermissions] as? Int == 0o600)
    }
}
