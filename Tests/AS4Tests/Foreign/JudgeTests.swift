import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// What we send, judged by programs that share no code with us.
@Suite("Our messages before foreign judges")
struct JudgeTests {
    let sides: Sides

    init() throws { sides = try Sides.shared.get() }

    private static let verifier = URL(filePath: SharedCorpus.path).deletingLastPathComponent().appending(path: "tools/as4verify.py").path
    private static let canVerify: Bool = {
        guard let python = Tool.python, FileManager.default.fileExists(atPath: verifier) else { return false }
        return (try? python.runBlocking(["-c", "import lxml, cryptography"]).isSuccess) == true
    }()
    private static let schemas = SharedCorpus.file("xsd/flat/ebms-header-3_0-200704.xsd")

    /// A user message, a receipt, an error and a message without payload, as files of one folder.
    private func write(into folder: TemporaryFolder) throws -> [String: String] {
        let packed = try Sample.packaged(sides)
        let received = try InboundUnpackager().unpack(packed.entity, now: sides.now) { _ in sides.policy }
        let writer = try SignalWriter(key: sides.kommun.key, certificate: sides.kommun.certificate)
        var empty = Sample.message(id: "0009@region.example.se", at: sides.now)
        empty.parts = []
        var error = EBMSError(.digest, at: Place(path: "/S12:Envelope", line: 1))
        error.refToMessageID = packed.sent.messageID
        return [
            "message": try folder.write(Self.dumped(packed.entity), to: "message.as4"),
            "encrypted": try folder.write(Self.dumped(try Sample.encrypted(sides).entity), to: "encrypted.as4"),
            "receipt": try folder.write(try writer.receipt(for: received, messageID: "r@k", now: sides.now).body, to: "receipt.xml"),
            "error": try folder.write(try writer.error(error, messageID: "e@k", now: sides.now).body, to: "error.xml"),
            "empty": try folder.write(try UnpackedEntity(try Sample.entity(sides, empty, attachments: [])).envelope, to: "empty.xml"),
        ]
    }

    private static func dumped(_ entity: AS4Entity) -> [UInt8] {
        Array("Content-Type: \(entity.contentType)\r\n\r\n".utf8) + entity.body
    }

    @Test(
        "An independent verifier finds every reference and signature valid, decrypts and unpacks the payload",
        .enabled(if: canVerify, "needs the interpreter SLUSS_PYTHON with lxml and cryptography, and ../shared/tools"))
    func independentVerifier() throws {
        let python = try #require(Tool.python)
        try TemporaryFolder.with("judge") { folder in
            for (kind, path) in try write(into: folder) {
                let arguments = ["-W", "ignore", Self.verifier, path, "--key", sides.pki.key(.kommun, .as4)]
                let output = try python.runBlocking(arguments).outputText
                let hasPayload = kind == "message" || kind == "encrypted"
                let count = hasPayload ? 3 : 2
                #expect(output.contains("=> VALID") && output.components(separatedBy: "-> ok").count == count + 1, "\(kind): \(output)")
                #expect(output.contains("DECRYPT OK") == (kind == "encrypted"), "\(output)")
                if hasPayload { #expect(output.contains("gunzip -> \(Sample.payload.count) bytes"), "\(output)") }
            }
            let packed = try Sample.packaged(sides).entity
            let tampered = try packed.replacing(">0007:2120009903<", with: ">0007:2120009911<")
            let path = try folder.write(Self.dumped(tampered), to: "tampered.as4")
            #expect(try python.runBlocking(["-W", "ignore", Self.verifier, path]).outputText.contains("=> INVALID"))
        }
    }

    @Test(
        "xmlsec1 verifies our receipts, errors and messages without payload",
        .enabled(if: Tool.arePresent("xmlsec1"), "xmlsec1 is not installed"))
    func xmlsec() throws {
        let xmlsec = try Tool.require("xmlsec1")
        try TemporaryFolder.with("judge") { folder in
            let files = try write(into: folder)
            for (kind, side) in [("receipt", sides.kommun), ("error", sides.kommun), ("empty", sides.region)] {
                let certificate = try folder.write(side.certificate.pem, to: "\(kind).pem")
                let path = try #require(files[kind])
                let arguments = [
                    "--verify", "--insecure", "--pubkey-cert-pem", certificate, "--id-attr:Id", Namespace.ebms + ":Messaging",
                    "--id-attr:Id", Namespace.soap + ":Body", path,
                ]
                let result = try xmlsec.runBlocking(arguments)
                #expect(result.isSuccess && (result.outputText + result.errorText).contains("References (ok/all): 2/2"), "\(kind)")
                var bytes = try folder.bytes(of: "\(kind).xml")
                let place = try #require(ByteSearch.first(Array("<eb:MessageId>".utf8), in: bytes[...]))
                bytes[place + 14] ^= 1
                try folder.write(bytes, to: "\(kind).xml")
                #expect(!(try xmlsec.runBlocking(arguments)).isSuccess, "\(kind), one bit changed")
            }
        }
    }

    @Test(
        "The ebMS header of everything we send is valid under the OASIS schemas",
        .enabled(if: Tool.arePresent("xmllint") && SharedCorpus.has("xsd/flat"), "needs xmllint and ../shared/corpus"))
    func schema() throws {
        let xmllint = try Tool.require("xmllint")
        try TemporaryFolder.with("judge") { folder in
            for (kind, path) in try write(into: folder) {
                var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
                if kind == "message" { bytes = try UnpackedEntity(try Sample.packaged(sides).entity).envelope }
                if kind == "encrypted" { bytes = try UnpackedEntity(try Sample.encrypted(sides).entity).envelope }
                let messaging = try SOAPEnvelope(bytes).messaging
                try folder.write(try Canonicalizer.bytes(messaging), to: "header.xml")
                let result = try xmllint.runBlocking(["--nonet", "--noout", "--schema", Self.schemas, folder.file("header.xml")])
                #expect(result.isSuccess, "\(kind): \(result.errorText)")
            }
        }
    }
}
