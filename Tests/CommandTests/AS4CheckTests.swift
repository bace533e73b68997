import Foundation
import TestSupport
import Testing

@Suite("sluss as4 check")
struct AS4CheckTests {
    /// A referral from kommun to region as it lies in the kommun's spool, and its receipt, captured.
    struct Exchange {
        let pair: GatewayPair
        let folder: TemporaryFolder
        /// The request and the receipt as HTTP bodies with header lines.
        let (request, receipt): (String, String)
        let receiver: String

        init() async throws {
            let pki = try DevelopmentPKI.shared()
            folder = try TemporaryFolder("wire")
            pair = try GatewayPair(in: folder.path, certificates: pki)
            let (region, kommun) = try pair.write()
            receiver = region
            let (first, second) = (
                try await RunningGateway(configuration: region, log: folder.file("region.log")),
                try await RunningGateway(configuration: kommun, log: folder.file("kommun.log"))
            )
            let sent = try await Binary.tool().run(["send", "--config", kommun, Example.path("M17")])
            let id = sent.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
            let done = "\(pair.kommunFolder)/spool/outbound/done/\(id)"
            guard try await eventually({ FileManager.default.fileExists(atPath: done) }) else {
                throw SupportFailure("not delivered: \(sent.errorText) \(first.logText().suffix(500)) \(second.logText().suffix(500))")
            }
            try await first.stop()
            try await second.stop()
            request = try Self.captured(done + "/request.as4", in: folder, as: "request.http")
            receipt = try Self.captured(done + "/receipt.as4", in: folder, as: "receipt.http")
        }

        /// A stored entity as an HTTP message: its Content-Type as header line.
        private static func captured(_ path: String, in folder: TemporaryFolder, as name: String) throws -> String {
            let bytes = try Data(contentsOf: URL(filePath: path))
            let end = try #require(bytes.firstIndex(of: 0x0A))
            let head = try #require(try JSONSerialization.jsonObject(with: bytes[..<end]) as? [String: Any])
            let type = try #require(head["content_type"] as? String)
            return try folder.write(
                Array("POST /as4 HTTP/1.1\r\nHost: x\r\nContent-Type: \(type)\r\n\r\n".utf8) + [UInt8](bytes[(end + 1)...]), to: name)
        }
    }

    /// What is printed of a message that is accepted, beyond what is always.
    static let acceptedFields: Set<String> = [
        "kind", "header", "signer", "payloads", "payloads[].content_id", "payloads[].mime_type", "payloads[].size_bytes",
        "payloads[].sha256",
        "references[].uri", "references[].state",
    ]

    @Test("A captured message and its receipt are accepted under the configuration, and by trust and pin alone; what is altered is refused")
    func verdicts() async throws {
        let pki = try DevelopmentPKI.shared()
        let exchange = try await Exchange()
        let (request, folder) = (exchange.request, exchange.folder)
        func check(_ arguments: [String]) async throws -> (ToolResult, JSONObject) {
            let result = try await sluss(["as4", "check", "--json"] + arguments)
            return (result, try #require(try JSONObject.lines(result.outputText).first, "\(result.errorText)"))
        }
        let configured = try await check([request, "--config", exchange.receiver, "--agreement", "med-kommun"])
        #expect(configured.0.exitCode == 0 && configured.1["verdict"] == "accepted" && configured.1["kind"] == "message")
        #expect(
            configured.0.outputText.contains("\"encrypted\":true")
                && configured.0.outputText.components(separatedBy: "\"equal\"").count == 4)

        #expect(configured.1.fields == Self.acceptedFields.union(["verdict", "file", "references"]))

        // Without a configuration: the region's key and certificate in one file, the kommun's certificate, the authorities' files.
        let key = try String(contentsOfFile: pki.key(.region, .as4), encoding: .utf8)
        let own = try folder.write(key + String(contentsOfFile: pki.certificate(.region, .as4), encoding: .utf8), to: "own.pem")
        _ = try folder.makeFolder("ca")
        for path in [pki.root(.as4), pki.issuing(.as4)] {
            try folder.write(String(contentsOfFile: path, encoding: .utf8), to: "ca/" + (path as NSString).lastPathComponent)
        }
        let trust = ["--trust", folder.file("ca"), "--pin", pki.certificate(.kommun, .as4)]
        let given = try await check([request, "--key", own] + trust)
        #expect(given.0.exitCode == 0 && given.1["verdict"] == "accepted", "\(given.0.outputText)")
        let keyless = try await check([request] + trust)
        #expect(keyless.0.exitCode == 65 && keyless.1["ebms"] == "EBMS:0103" && keyless.1["code"] == "A053")
        let stranger = try await check([request, "--key", own, "--trust", folder.file("ca"), "--pin", pki.certificate(.neighbour, .as4)])
        #expect(stranger.0.exitCode == 65 && stranger.1["code"] == "T006")
        let late = try await check([request, "--key", own, "--now", "2099-01-01T00:00:00Z"] + trust)
        #expect(late.0.exitCode == 65 && late.1["code"] == "T002")

        let theirs = ["--trust", folder.file("ca"), "--pin", pki.certificate(.region, .as4)]
        let receipt = try await check([exchange.receipt, "--receipt-for", request] + theirs)
        #expect(receipt.0.exitCode == 0 && receipt.1["kind"] == "receipt", "\(receipt.0.outputText)")
        let alone = try await check([exchange.receipt] + theirs)
        #expect(alone.0.exitCode == 65 && alone.1["verdict"] == "signal")

        let altered = try String(contentsOfFile: exchange.receipt, encoding: .utf8).replacing(
            "</eb:RefToMessageId>", with: "x</eb:RefToMessageId>")
        let bad = try await check([try folder.write(altered, to: "altered.http"), "--receipt-for", request] + theirs)
        #expect(bad.0.exitCode == 65 && bad.1["ebms"] == "EBMS:0302" && bad.1["code"] == "A058", "\(bad.0.outputText)")
        #expect(bad.0.outputText.contains("\"different\""))
        let words = try await sluss(["as4", "check", exchange.receipt, "--receipt-for", request] + theirs)
        #expect(words.outputText.contains("accepted") && words.outputText.contains("equal"))
    }

    @Test(
        "A bare envelope with its part, a MIME body without header lines and an unreadable file get their verdicts",
        .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"))
    func forms() async throws {
        try await TemporaryFolder.with("wire") { folder in
            let envelope = SharedCorpus.file("attack/as4-signature/p01-valid.xml")
            let part = try folder.write("<p>payload</p>", to: "payload")
            let trust = [
                "--trust", SharedCorpus.file("attack/pki/root.pem"), "--pin", SharedCorpus.file("attack/pki/good-a.pem"), "--now",
                "2026-11-22T12:01:00Z", "--json",
            ]
            let result = try await sluss(["as4", "check", envelope, "--part", "payload@a.example.se=\(part)"] + trust)
            // One file of trust holds no issuing CA: the chain is what fails, after every reference was found equal.
            #expect(result.exitCode == 65 && result.outputText.contains("\"code\":\"T001\""), "\(result.outputText)")
            #expect(result.outputText.components(separatedBy: "\"equal\"").count >= 4)
            let mime = try folder.write("--b\r\nContent-Type: application/soap+xml\r\n\r\n<a/>\r\n--b--\r\n", to: "body.mime")
            let bare = try await sluss(["as4", "check", mime, "--json"])
            #expect(bare.exitCode == 65 && bare.outputText.contains("\"code\":\"A020\""), "\(bare.outputText)")
            #expect(try await sluss(["as4", "check", folder.file("none")]).exitCode == 74)
            #expect(try await sluss(["as4", "check", mime, "--now", "noon"]).exitCode == 64)
        }
    }
}
