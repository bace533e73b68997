import Foundation
import TestSupport
import Testing

@testable import AS4

@Suite("gzip")
struct GzipTests {
    private func verdict(_ bytes: [UInt8], _ limits: InboundLimits = .standard) -> Verdict {
        Verdict { try Gzip.decompress(bytes, limits: limits) }
    }

    @Test(
        "Compressing gives the same bytes each time, with no time in them, and decompresses to the content",
        arguments: [0, 1, 100, 65_536, 300_000])
    func roundTrip(_ size: Int) throws {
        var generator = SeededGenerator(seed: UInt64(size))
        let content = (0..<size).map { _ in UInt8.random(in: 0...40, using: &generator) }
        let compressed = try Gzip.compress(content)
        #expect(try Gzip.compress(content) == compressed)
        #expect(Array(compressed[4..<8]) == [0, 0, 0, 0])
        #expect(try Gzip.decompress(compressed, limits: .standard) == content)
    }

    @Test("What the gzip program makes is read, and it reads what we make", .enabled(if: Tool.arePresent("gzip"), "gzip is not installed"))
    func foreign() throws {
        let gzip = try Tool.require("gzip")
        let content = Array(repeating: Array("åäö text\n".utf8), count: 1000).flatMap { $0 }
        let theirs = try gzip.runBlocking(["-9", "-c"], input: content)
        #expect(try Gzip.decompress(theirs.output, limits: .standard) == content)
        #expect(try gzip.runBlocking(["-dc"], input: try Gzip.compress(content)).output == content)
    }

    @Test("Every truncation and every flipped bit of a small stream is refused")
    func damaged() throws {
        let whole = try Gzip.compress(Sample.payload)
        for count in 0..<whole.count { #expect(verdict(Array(whole.prefix(count))).code == "A045") }
        var accepted = 0
        for bit in 0..<(whole.count * 8) {
            var bytes = whole
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            // Header bytes without meaning (time, system, level) may change; the content may not.
            if let content = try? Gzip.decompress(bytes, limits: .standard) {
                #expect(content == Sample.payload)
                accepted += 1
            }
        }
        #expect(accepted <= 6 * 8 + 8)
    }

    @Test("A second member, zero bytes or anything else after the stream is refused")
    func trailing() throws {
        let whole = try Gzip.compress(Sample.payload)
        for rest in [whole, [0], Array("x".utf8)] { #expect(verdict(whole + rest).code == "A047") }
    }

    @Test("The ratio limit holds above its floor and the output limit always, to the byte")
    func limits() throws {
        let zeros = [UInt8](repeating: 0, count: 1024 * 1024)
        #expect(verdict(try Gzip.compress(zeros)) == .accepted)
        #expect(verdict(try Gzip.compress(zeros + [0])).code == "A046")
        var limits = InboundLimits.standard
        limits.payloadBytes = 1000
        #expect(verdict(try Gzip.compress([UInt8](repeating: 1, count: 1000)), limits) == .accepted)
        #expect(verdict(try Gzip.compress([UInt8](repeating: 1, count: 1001)), limits).code == "A046")
    }

    @Test(
        "Content that shrinks like a bomb is packed so that we take it ourselves, and every other as gzip does by itself",
        arguments: [1_048_576, 1_048_577, 5_000_000, 16 * 1024 * 1024])
    func dense(_ size: Int) throws {
        let sides = try Sides.shared.get()
        let content = [UInt8](repeating: 0, count: size)
        let payload = OutboundPayload(.compressed(contentID: "film", mimeType: "video/mp4"), content: MemorySource(content))
        for recipient in [nil, sides.kommun.certificate] {
            let packed = try OutboundPackager(key: sides.region.key, certificate: sides.region.certificate, encryptingFor: recipient)
                .pack(Sample.message(at: sides.now), payloads: [payload])
            let unpackager = InboundUnpackager(keys: [try sides.kommun.decryptionKey()])
            let received = try unpackager.unpack(packed.entity, now: sides.now) { _ in sides.policy }
            #expect(try received.contents() == [content])
            let part = try #require(try UnpackedEntity(packed.entity).contents().first)
            let usual = try Gzip.compress(content).count
            #expect(recipient != nil || (part.count == usual) == (size <= 1_048_576))
            // No more is sent than must be.
            #expect(part.count <= max(usual, size / 7) + 28)
        }
    }

    @Test("The gzip program reads what is packed without repetitions", .enabled(if: Tool.arePresent("gzip"), "gzip is not installed"))
    func literal() throws {
        let content = [UInt8](repeating: 0, count: 300_000) + Sample.payload
        let sink = try MemoryScratch().makeSink()
        try Gzip.compress(MemorySource(content), into: sink, effort: .literal)
        let packed = try sink.finish().bytes()
        #expect(packed.count > content.count / 9)
        #expect(try Tool.require("gzip").runBlocking(["-dc"], input: packed).output == content)
    }

    /// INDEX.tsv of the attack corpus, row by row. `multi-member.gz` is a policy row: refused.
    static let attacks = [
        ("bad-isize.gz", "A045"), ("bomb-1GiB.gz", "A046"), ("multi-member.gz", "A047"), ("not-gzip.gz", "A045"), ("truncated.gz", "A045"),
        ("zip-instead.gz", "A045"),
    ]

    @Test(
        "Each gzip attack is refused for its own reason, as EBMS:0303, in less than a second",
        .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"), arguments: attacks)
    func attack(_ name: String, _ code: String) throws {
        let bytes = try SharedCorpus.bytes(of: "attack/gzip/\(name)")
        let spent = ProcessorTime.seconds { #expect(verdict(bytes) == Verdict(code: code, ebms: "EBMS:0303")) }
        #expect(spent < 1)
    }

    @Test("The table of gzip attacks names every file of the corpus", .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"))
    func complete() {
        #expect(SharedCorpus.names(in: "attack/gzip") == Self.attacks.map(\.0).sorted())
    }
}
