import Documents
import Foundation
import Signatures
import Spooling
import TestSupport
import Testing

extension Faults {
    /// Many messages, signed, encrypted and compressed, to and from an access point made by others over a line that is cut again and again.
    @Suite(
        "A foreign peer over a bad line",
        .enabled(if: ForeignPeer.isPossible, "needs the interpreter SLUSS_PYTHON with the package as4 0.2.0, which .ci/run installs"))
    struct ForeignPeerTests {
        private static let count = 500
        private static let cuts = 20

        /// First answers are lost, then requests.
        private static func cut(_ line: BadLine, while body: () async throws -> Bool) async throws -> Bool {
            line.fault = .cutsAnswers(cuts)
            return try await eventually(within: .seconds(480), every: .milliseconds(100)) {
                if line.fault == .cutsAnswers(0) { line.fault = .cutsRequests(cuts) }
                return try await body()
            }
        }

        @Test("500 messages reach the peer, each is done with a receipt that proves it, and nothing is lost to the cuts")
        func sends() async throws {
            try await TemporaryFolder.with("foreign") { folder in
                let pki = try DevelopmentPKI.shared()
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let port = try FreePort.next()
                let received = folder.file("in")
                let peer = try ForeignPeer(
                    ["serve", pki.folder, ForeignPeer.kommun, ForeignPeer.region, "\(port)", received], log: folder.file("peer.log"))
                #expect(try await eventually { peer.text.contains("listening") }, "\(peer.text)")
                let line = try BadLine(from: pair.region.partners[0].port, to: port)
                let configuration = try pair.write().region
                for number in 0..<Self.count {
                    let name = "\(pair.regionFolder)/submit/\(number).xml"
                    try Data(FreshMessage().bytes).write(to: URL(filePath: name), options: .atomic)
                }
                let region = try await RunningGateway(configuration: configuration, log: folder.file("region.log"))
                let done = pair.regionFolder + "/spool/outbound/done"
                let isDone = try await Self.cut(line) { try FileManager.default.contentsOfDirectory(atPath: done).count >= Self.count }
                #expect(isDone, "\(region.logText().suffix(600)) \(peer.text.suffix(600))")
                #expect(try FileManager.default.contentsOfDirectory(atPath: done).count == Self.count)
                for id in try FileManager.default.contentsOfDirectory(atPath: done) {
                    #expect(FileManager.default.fileExists(atPath: "\(done)/\(id)/receipt.as4"))
                }
                // The library knows no duplicates, so what came again after a lost answer is in its list twice; its content is one.
                let ids = try String(contentsOfFile: received + "/received.txt", encoding: .utf8).split(separator: "\n")
                #expect(Set(ids).count == Self.count && ids.count >= Self.count)
                #expect(try FileManager.default.contentsOfDirectory(atPath: received).count { $0.hasSuffix(".xml") } == Self.count)
                #expect(line.cuts >= Self.cuts)
                try await region.stop()
                print("foreign peer: \(Self.count) sent, \(line.cuts) cuts, \(ids.count - Self.count) came twice")
            }
        }

        @Test("500 messages of the peer are taken once each, and it accepts a receipt for every one of them")
        func receives() async throws {
            try await TemporaryFolder.with("foreign") { folder in
                let pki = try DevelopmentPKI.shared()
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let certificate = try #require(try Certificate.load(path: pki.certificate(.region, .signing)).first)
                let signer = try EnvelopedSigner(key: PrivateKey.load(path: pki.key(.region, .signing)), certificate: certificate)
                _ = try folder.makeFolder("out")
                for number in 0..<Self.count {
                    try folder.write(signer.sign(try Document.parse(FreshMessage().bytes), at: Date()), to: "out/\(number).xml")
                }
                let kommun = try await RunningGateway(configuration: try pair.write().kommun, log: folder.file("kommun.log"))
                let port = try FreePort.next()
                let line = try BadLine(from: port, to: try #require(pair.kommun.port))
                let peer = try ForeignPeer(
                    ["flood", pki.folder, ForeignPeer.region, ForeignPeer.kommun, "https://localhost:\(port)/as4", folder.file("out")],
                    log: folder.file("peer.log"))
                #expect(try await Self.cut(line) { peer.text.contains("receipts ") }, "\(peer.text) \(kommun.logText().suffix(600))")
                #expect(peer.text.contains("receipts \(Self.count) ") && peer.text.contains("others []"), "\(peer.text)")
                let inbox = pair.kommunFolder + "/inbox"
                func handedOver() throws -> Int {
                    try FileManager.default.contentsOfDirectory(atPath: inbox).count { $0.hasSuffix(".xml") && !$0.hasPrefix(".") }
                }
                #expect(try await eventually { try handedOver() == Self.count })
                try await kommun.stop()
                #expect(try handedOver() == Self.count)
                print("foreign peer: \(Self.count) received, \(line.cuts) cuts, \(peer.text.trimmingCharacters(in: .newlines))")
            }
        }
    }
}

/// The library as4 as a program beside the test. Killed with the object.
private final class ForeignPeer: Sendable {
    static let isPossible = Tool.python.map { (try? $0.runBlocking(["-c", "import as4, cryptography"]).isSuccess) == true } ?? false
    static let region = "\(TestOrganisation.region.label):\(TestOrganisation.region.organisationsnummer)"
    static let kommun = "\(TestOrganisation.kommun.label):\(TestOrganisation.kommun.organisationsnummer)"

    private let process: ChildProcess
    private let log: String

    init(_ arguments: [String], log: String) throws {
        self.log = log
        let python = try #require(Tool.python)
        let output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [output, nothing] { close(descriptor) } }
        let script = ProjectRoot.file("Tests/InteropTests/as4_live_peer.py")
        process = try ChildProcess(
            .init(path: python.path, arguments: ["-W", "ignore", script] + arguments),
            streams: .init(input: nothing, output: output, errors: output))
    }

    deinit {
        process.end()
    }

    var text: String { String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self) }
}
