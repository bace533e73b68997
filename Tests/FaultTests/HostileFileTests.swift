import Foundation
import TestSupport
import Testing

/// What a hostile file costs, measured on the process that refuses it: processor time, memory, connections, files.
@Suite(
    "Hostile files", .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"),
    .enabled(if: Tool.arePresent("strace", "tar", "gzip") && IngressExerciser.program != nil, "strace, tar or gzip is not installed"))
struct HostileFileTests {
    /// Folders of the corpus and the doors that their files are put through. Archives are opened, compressed files both ways.
    static let doors: [(folder: String, kinds: [String])] = [
        ("xml-dos", ["envelope", "message", "encrypted"]), ("xml-encoding", ["envelope", "message", "encrypted"]),
        ("xml-entity", ["envelope", "message", "encrypted"]), ("xml-conformance", ["message"]), ("c14n", ["message"]),
        ("enveloped-signature", ["message", "encrypted"]), ("saml-attacks", ["message", "envelope", "encrypted"]),
        ("xmldsig-vectors", ["message", "encrypted"]), ("as4-signature", ["envelope"]), ("as4-receipts", ["envelope"]),
        ("mime", ["entity"]),
        ("gzip", ["gzip", "encrypted"]), ("names", ["message", "entity"]), ("pki", ["certificate"]), ("xsd", ["message"]),
    ]
    /// Folders whose files come in by none of these doors, and what is done with them.
    static let elsewhere = [
        "crypto": "values of algorithms: WycheproofTests, CipherVectorTests",
        "http": "requests for the listener itself: RequestCorpusTests, ParserVectorTests",
    ]
    /// Kinds whose verdict "read" is no acceptance of a message.
    static let harmless: Set<String> = ["certificate", "gzip"]

    struct Cost {
        let verdict: String
        let milliseconds: Int
        let kilobytes: Int
        let file: String

        init?(_ line: Substring) {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 5, let time = Int(fields[1]), let size = Int(fields[2]) else { return nil }
            (verdict, milliseconds, kilobytes, file) = (fields[0], time, size, "\(fields[3]) \(fields[4])")
        }
    }

    /// Lines of the list: every file, archives unpacked and compressed files decompressed below `folder`.
    private static func list(in folder: TemporaryFolder) throws -> [String] {
        var lines: [String] = []
        for (name, kinds) in doors {
            for file in SharedCorpus.names(in: "attack/\(name)") {
                let source = SharedCorpus.file("attack/\(name)/\(file)")
                for path in try unpacked(source, to: try folder.makeFolder("\(name)/\(file).d"), isStream: name == "gzip") {
                    lines += kinds.map { "\($0)\t\(path)" }
                }
            }
        }
        return lines
    }

    private static func unpacked(_ source: String, to folder: String, isStream: Bool) throws -> [String] {
        if source.hasSuffix(".tar.gz") {
            guard try Tool.require("tar").runBlocking(["-xzf", source, "-C", folder]).isSuccess else {
                throw SupportFailure("tar \(source)")
            }
            return try FileManager.default.subpathsOfDirectory(atPath: folder).map { folder + "/" + $0 }.filter { path in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            }
        }
        guard source.hasSuffix(".gz"), !isStream else { return [source] }
        let target = folder + "/content"
        try Data(try Tool.require("gzip").runBlocking(["-dc", source]).output).write(to: URL(filePath: target))
        return [target]
    }

    private static func tree(_ folder: String) throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() }

    /// What a trace shows after the mark: calls of the network, and files opened or made to be written.
    private static func deeds(_ trace: String) -> (network: [Substring], written: [Substring]) {
        let lines = trace.split(separator: "\n").drop { !$0.contains("\"BEGIN\"") }.dropFirst()
        let written = lines.filter { line in
            let isWriting = ["O_WRONLY", "O_RDWR", "O_CREAT", "mkdir", "rename", "link", "creat("].contains { line.contains($0) }
            // Scratch has no name and is gone with the message; its folder is there.
            let isScratch = line.contains("O_TMPFILE") || line.contains(" = -1 EEXIST")
            return isWriting && !isScratch && !line.contains("/proc/self/clear_refs")
        }
        // Foundation asks the machine's own name service once.
        let network = lines.filter { $0.contains(/(socket|connect|sendto|sendmsg|bind)\(/) && !$0.contains("AF_UNIX") }
        return (network, written)
    }

    @Test("Every folder of attacks has its doors, or another test")
    func folders() {
        let all = SharedCorpus.names(in: "attack").filter { !$0.contains(".") }
        #expect(all == (Self.doors.map(\.folder) + Self.elsewhere.keys).sorted())
    }

    @Test("A message that is well-formed is taken out of its encryption and refused for what it says, not for how it came")
    func behindEncryption() async throws {
        let program = try #require(IngressExerciser.program)
        try await TemporaryFolder.with("encrypted") { folder in
            let pki = try DevelopmentPKI.shared()
            let configuration = try GatewayPair(in: folder.path, certificates: pki).write().kommun
            let partner = [pki.certificate(.region, .as4), pki.key(.region, .as4), pki.certificate(.kommun, .as4)]
            let lines = try [("<a/>", "a"), ("<!DOCTYPE a><a/>", "b")].map { "encrypted\t" + (try folder.write($0.0, to: $0.1)) + "\n" }
            let result = try await Tool(path: program).run([configuration] + partner, input: Array(lines.joined().utf8))
            let verdicts = result.outputText.split(separator: "\n").compactMap(Cost.init).map(\.verdict)
            #expect(verdicts == ["S001", "D004"], "\(result.outputText) \(result.errorText)")
        }
    }

    @Test("No hostile file is accepted, costs a second or 64 MB, makes a connection or leaves a file")
    func costs() async throws {
        let program = try #require(IngressExerciser.program)
        try await TemporaryFolder.with("hostile") { folder in
            let pki = try DevelopmentPKI.shared()
            let configuration = try GatewayPair(in: folder.path, certificates: pki).write().kommun
            let partner = [pki.certificate(.region, .as4), pki.key(.region, .as4), pki.certificate(.kommun, .as4)]
            let lines = try Self.list(in: folder)
            let spool = folder.file("kommun")
            // Once without files, so that the spool is made.
            _ = try await Tool(path: program).run([configuration])
            try FileManager.default.createDirectory(
                atPath: spool + "/spool/scratch", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let before = try Self.tree(spool)
            let trace = folder.file("trace")
            let calls = "trace=network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat"
            let result = try await Tool.require("strace").run(
                ["-f", "--seccomp-bpf", "-qq", "-o", trace, "-e", calls, program, configuration] + partner,
                input: Array((lines.joined(separator: "\n") + "\n").utf8), timeout: .seconds(300))
            #expect(result.isSuccess, "\(result.errorText.suffix(500))")
            let costs = result.outputText.split(separator: "\n").compactMap(Cost.init)
            #expect(costs.count == lines.count && costs.count > 6_000, "\(costs.count) of \(lines.count)")
            for cost in costs {
                #expect(cost.verdict != "accepted" && !cost.verdict.hasPrefix("unavailable") && cost.verdict != "not packed", "\(cost)")
                #expect(cost.milliseconds < 1_000 && cost.kilobytes < 64 * 1024, "\(cost)")
            }
            let deeds = Self.deeds(try String(contentsOfFile: trace, encoding: .utf8))
            #expect(deeds.network.isEmpty, "\(deeds.network.prefix(5))")
            #expect(deeds.written.isEmpty, "\(deeds.written.prefix(5))")
            #expect(try Self.tree(spool) == before)
            let (slowest, largest) = (costs.map(\.milliseconds).max() ?? 0, costs.map(\.kilobytes).max() ?? 0)
            print("hostile files: \(costs.count) put through, slowest \(slowest) ms, largest growth \(largest) kB")
        }
    }
}
