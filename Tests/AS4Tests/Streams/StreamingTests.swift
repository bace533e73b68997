import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

@Suite("Messages of any size")
struct StreamingTests {
    let sides: Sides

    init() throws { sides = try Sides.shared.get() }

    private static let piece = SourceWindow.length

    /// Lengths at which a window, a piece of input or the memory of a sink ends, and random ones.
    static let lengths = [0, 1, piece - 1, piece, piece + 1, 2 * piece - 3, 2 * piece, 3 * piece + 7]

    @Test("Whatever number and length of parts, encrypted or not, each comes out as it went in, with its digest", arguments: 0..<16)
    func roundTrip(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) + 99)
        let contents = (0..<Int.random(in: 0...7, using: &generator)).map { number -> [UInt8] in
            let length = Self.lengths.randomElement(using: &generator) ?? 0
            let isDense = Bool.random(using: &generator)
            return (0..<length).map { isDense ? UInt8(truncatingIfNeeded: $0 / 1000 + number) : generator.next().byte }
        }
        let payloads = contents.enumerated().map { number, content in
            OutboundPayload(.compressed(contentID: "part-\(number)@a", mimeType: "application/pdf"), content: MemorySource(content))
        }
        let recipient = seed % 2 == 0 ? sides.kommun.certificate : nil
        let packed = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate, encryptingFor: recipient)
            .pack(Sample.message(at: sides.now), payloads: payloads)
        var limits = InboundLimits.standard
        limits.expansionRatio = 2000
        let received = try InboundUnpackager(limits: limits, keys: [try sides.kommun.decryptionKey()]).unpack(packed.entity, now: sides.now)
        { _ in sides.policy }
        #expect(try received.contents() == contents)
        #expect(received.payloads.map(\.sha256) == contents.map(Digest.sha256))
        #expect(received.payloads.map(\.part) == payloads.map(\.part))
        #expect(try SentMessage(stored: packed.entity) == packed.sent)
    }

    @Test("A delimiter is found, and what only looks like one is not, wherever the edge of a window cuts it", arguments: -48..<8)
    func delimiterAtEdge(_ shift: Int) throws {
        let head = "--B\r\nContent-Type: application/soap+xml\r\n\r\n<e/>\r\n--B\r\nContent-ID: <a>\r\n\r\n"
        let fill = [UInt8](repeating: UInt8(ascii: "-"), count: Self.piece - head.utf8.count + shift)
        let content = fill + Array("\r\n--Bx\r\n--B -\r\n--B-\r\n--\r\n".utf8)
        let body = Array(head.utf8) + content + Array("\r\n--B \t\r\nContent-ID: <b>\r\n\r\nx\r\n--B--".utf8)
        let entity = AS4Entity(contentType: "multipart/related; type=\"application/soap+xml\"; boundary=B", body: body)
        #expect(try UnpackedEntity(entity).contents() == [content, [UInt8(ascii: "x")]])
    }

    @Test("A part in base64 is decoded across pieces, and anything doubtful in it is refused")
    func base64() throws {
        func verdict(_ text: [UInt8]) throws -> ([[UInt8]], String) {
            let head =
                "--B\r\nContent-Type: application/soap+xml\r\n\r\n<e/>\r\n--B\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            let entity = AS4Entity(
                contentType: "multipart/related; type=\"application/soap+xml\"; boundary=B",
                body: Array(head.utf8) + text + Array("\r\n--B--\r\n".utf8))
            let found = Verdict { try UnpackedEntity(entity) }
            return (found == .accepted ? try UnpackedEntity(entity).contents() : [], found.code)
        }
        let content = try SyntheticSource(count: 400_001).bytes()
        let options: Data.Base64EncodingOptions = [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
        let text = Array(Data(content).base64EncodedString(options: options).utf8)
        #expect(try verdict(text) == ([content], "accepted"))
        for (text, expected) in [("QQ==", "A"), ("QUI=", "AB"), ("QUJD", "ABC"), ("", "")] {
            #expect(try verdict(Array(text.utf8)).0 == [Array(expected.utf8)], "\(text)")
        }
        for text in ["QR==", "QUK=", "QQ=", "Q===", "=", "QQ==QQ==", "QQ=A", "QUJ", "Q UJD", "QUJD!", "QUJD=", "QQ==="] {
            #expect(try verdict(Array(text.utf8)).1 == "A011", "\(text)")
        }
    }

    @Test("Each part, all parts and the envelope have a limit of their own, to the byte")
    func limits() throws {
        let payloads = ["a", "b"].map {
            OutboundPayload(.compressed(contentID: $0, mimeType: "text/plain"), content: MemorySource([UInt8](repeating: 1, count: 1000)))
        }
        let packed = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate)
            .pack(Sample.message(at: sides.now), payloads: payloads)
        func code(_ change: (inout InboundLimits) -> Void) -> String {
            var limits = InboundLimits.standard
            change(&limits)
            return Verdict { try InboundUnpackager(limits: limits).unpack(packed.entity, now: sides.now) { _ in sides.policy } }.code
        }
        #expect(code { $0.payloadBytes = 1000 } == "accepted")
        #expect(code { $0.payloadBytes = 999 } == "A046")
        #expect(code { $0.allPayloadBytes = 2000 } == "accepted")
        #expect(code { $0.allPayloadBytes = 1999 } == "A046")
        let envelope = try UnpackedEntity(packed.entity).envelope.count
        #expect(code { $0.envelopeBytes = envelope } == "accepted")
        #expect(code { $0.envelopeBytes = envelope - 1 } == "A015")
        #expect(code { $0.entityBytes = packed.entity.body.count - 1 } == "A015")
    }

    @Test("Trouble with scratch space at any moment is ours: EBMS:0202, and never a message")
    func fullDisk() throws {
        let packed = try Sample.packaged(sides, payload: Sample.large)
        let verdict = Verdict {
            try InboundUnpackager().unpack(StreamedEntity(packed.entity), scratch: FullScratch(), now: sides.now) { _ in sides.policy }
        }
        #expect(verdict == Verdict(code: "A092", ebms: "EBMS:0202"))
        let payload = OutboundPayload(.compressedXML(), content: SyntheticSource(count: 600_000))
        let packager = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate)
        let sending = Verdict {
            try packager.pack(
                Sample.message(at: sides.now), payloads: [payload], scratch: FullScratch(), into: try MemoryScratch().makeSink())
        }
        #expect(sending.code == "A092")
    }

    @Test("A message of 64 MB, encrypted or not, is packed and unpacked with a few megabytes of memory", arguments: [false, true])
    func memory(_ isEncrypted: Bool) throws {
        let folder = try TemporaryFolder("large")
        defer { withExtendedLifetime(folder) {} }
        let size = 64 << 20
        let scratch = CountingScratch(folder)
        let payload = OutboundPayload(.compressed(contentID: "large", mimeType: "application/zip"), content: SyntheticSource(count: size))
        let packager = try OutboundPackager(
            key: sides.region.key, certificate: sides.region.certificate, encryptingFor: isEncrypted ? sides.kommun.certificate : nil)
        var limits = InboundLimits.standard
        (limits.entityBytes, limits.payloadBytes, limits.allPayloadBytes) = (size * 2, size, size)
        let before = ResidentMemory.bytes
        let packed = try packager.pack(Sample.message(at: sides.now), payloads: [payload], scratch: scratch, into: try scratch.makeSink())
        let received = try InboundUnpackager(limits: limits, keys: [try sides.kommun.decryptionKey()]).unpack(
            StreamedEntity(contentType: packed.contentType, body: packed.body), scratch: scratch, now: sides.now
        ) { _ in sides.policy }
        #expect(received.payloads.map(\.content.count) == [size])
        #expect(received.payloads.first?.sha256 == (try payload.content.sha256()))
        // Other tests run beside this one, so the bound is loose; a copy of the content in memory would break it many times over.
        #expect(ResidentMemory.bytes - before < 32 << 20)
        #expect(
            scratch.total.sinks == (isEncrypted ? 4 : 3) && scratch.total.largestWrite <= SourceWindow.length
                && scratch.total.bytes > 3 * size)
    }
}

extension UInt64 {
    fileprivate var byte: UInt8 { UInt8(truncatingIfNeeded: self) }
}
