import Documents
import Foundation
import Signatures
import TestSupport
import Testing

extension Interop {
    /// A dialogue with an AS4 access point made by others, the Python library `as4`. It shares no code with us.
    @Suite(
        "Live AS4 peer",
        .enabled(if: Peer.isPossible, "needs the interpreter SLUSS_PYTHON with the package as4 0.2.0, which .ci/run installs"))
    struct LivePeerTests {
        private static func words(_ organisation: TestOrganisation) -> String {
            "\(organisation.label):\(organisation.organisationsnummer)"
        }

        @Test("The peer receives from a region: it verifies and unpacks our message, and its receipt counts as delivery")
        func receives() async throws {
            let (pki, python) = (try DevelopmentPKI.shared(), try #require(Tool.python))
            try await TemporaryFolder.with("peer") { folder in
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let configuration = try pair.write().region
                let log = folder.file("peer.log")
                let peer = try Daemon(
                    python.path,
                    [
                        "-W", "ignore", Peer.script, "serve", pki.folder, Self.words(.kommun), Self.words(.region),
                        "\(pair.region.partners[0].port)", folder.file("in"),
                    ],
                    log: log)
                #expect(try await eventually { peer.text.contains("listening") }, "\(peer.text)")
                let region = try await RunningGateway(configuration: configuration, log: folder.file("region.log"))
                let message = try folder.write(SampleMessage.text(), to: "message.xml")
                let sent = try await Binary.tool().run(["send", "--config", configuration, message])
                #expect(sent.isSuccess, "\(sent.errorText)")
                let id = sent.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
                let done = "\(pair.regionFolder)/spool/outbound/done/\(id)"
                let isDone = try await eventually { FileManager.default.fileExists(atPath: done) }
                #expect(isDone, "\(peer.text) \(region.logText().suffix(800))")
                #expect(peer.text.contains("received"), "\(peer.text)")
                // What it unpacked is what we signed, byte for byte.
                let unpacked = try folder.bytes(of: "in/" + #require(folder.names(in: "in").first { $0.hasSuffix(".xml") }))
                #expect(unpacked == [UInt8](try Data(contentsOf: URL(filePath: done + "/message.xml"))))
                try await region.stop()
                print("interop: as4 0.2.0 received a message of ours and its receipt was accepted")
            }
        }

        @Test("The peer's refusal is understood: the message ends as failed, with the peer's code")
        func refuses() async throws {
            let (pki, python) = (try DevelopmentPKI.shared(), try #require(Tool.python))
            try await TemporaryFolder.with("peer") { folder in
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let configuration = try pair.write().region
                // A kommun that expects somebody else's key under the region's number.
                let stranger = "\(TestOrganisation.neighbour.label):\(TestOrganisation.region.organisationsnummer)"
                let port = pair.region.partners[0].port
                let peer = try Daemon(
                    python.path,
                    ["-W", "ignore", Peer.script, "serve", pki.folder, Self.words(.kommun), stranger, "\(port)", folder.file("in")],
                    log: folder.file("peer.log"))
                #expect(try await eventually { peer.text.contains("listening") }, "\(peer.text)")
                let region = try await RunningGateway(configuration: configuration, log: folder.file("region.log"))
                let message = try folder.write(SampleMessage.text(), to: "message.xml")
                let sent = try await Binary.tool().run(["send", "--config", configuration, message])
                let id = sent.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
                let failed = "\(pair.regionFolder)/spool/outbound/failed/\(id)"
                let hasFailed = try await eventually { FileManager.default.fileExists(atPath: failed) }
                #expect(hasFailed, "\(peer.text) \(region.logText().suffix(800))")
                let list = try await Binary.tool().run(["queue", "list", "--config", configuration, "--state", "failed", "--json"])
                #expect(list.outputText.contains("EBMS:0101"), "\(list.outputText)")
                try await region.stop()
                print("interop: as4 0.2.0 refused a message of ours and its error was understood")
            }
        }

        @Test("The peer sends to a kommun: its message is taken once, our receipt proves it, and our error is understood")
        func sends() async throws {
            let (pki, python) = (try DevelopmentPKI.shared(), try #require(Tool.python))
            try await TemporaryFolder.with("peer") { folder in
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let kommun = try await RunningGateway(configuration: try pair.write().kommun, log: folder.file("kommun.log"))
                let certificate = try #require(try Certificate.load(path: pki.certificate(.region, .signing)).first)
                let signer = try EnvelopedSigner(key: PrivateKey.load(path: pki.key(.region, .signing)), certificate: certificate)
                let payload = try folder.write(
                    signer.sign(try Document.parse(Array(SampleMessage.text().utf8)), at: Date()), to: "message.xml")
                let url = "https://localhost:\(pair.region.partners[0].port)/as4"
                let result = try await python.run(
                    ["-W", "ignore", Peer.script, "send", pki.folder, Self.words(.region), Self.words(.kommun), url, payload])
                let lines = result.outputText.split(separator: "\n").map(String.init)
                #expect(result.isSuccess && lines.count == 4, "\(result.outputText) \(result.errorText) \(kommun.logText().suffix(800))")
                #expect(lines.first?.hasPrefix("first 200 receipt for ") == true, "\(lines)")
                #expect(lines.dropFirst().first?.hasPrefix("again 200 receipt for ") == true, "\(lines)")
                #expect(lines.dropFirst(2).first?.hasPrefix("tampered 200 error EBMS:0101 about ") == true, "\(lines)")
                let inbox = pair.kommunFolder + "/inbox"
                func handedOver() throws -> [String] {
                    try FileManager.default.contentsOfDirectory(atPath: inbox).filter { $0.hasSuffix(".xml") && !$0.hasPrefix(".") }
                }
                #expect(try await eventually { try handedOver().count == 1 })
                let file = try #require(try handedOver().first)
                #expect(try Data(contentsOf: URL(filePath: "\(inbox)/\(file)")) == Data(contentsOf: URL(filePath: payload)))
                try await kommun.stop()
                print("interop: as4 0.2.0 sent a message to us and accepted our receipt and our error")
            }
        }
    }
}

/// The library's side.
private enum Peer {
    static let isPossible = Tool.python.map { (try? $0.runBlocking(["-c", "import as4, cryptography"]).isSuccess) == true } ?? false
    static let script = ProjectRoot.file("Tests/InteropTests/as4_live_peer.py")
}

/// A program that runs beside a test and writes to a file. Killed with the object.
private final class Daemon: Sendable {
    private let process: ChildProcess
    private let log: String

    init(_ path: String, _ arguments: [String], log: String) throws {
        self.log = log
        let output = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { for descriptor in [output, nothing] { close(descriptor) } }
        process = try ChildProcess(.init(path: path, arguments: arguments), streams: .init(input: nothing, output: output, errors: output))
    }

    deinit {
        process.end()
    }

    var text: String { String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self) }
}
