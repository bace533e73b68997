import Documents
import Foundation
import Signatures
import TestSupport
import Testing

@testable import AS4

/// Documents of Säker digital kommunikation (DIGG). They are what AS4 carries, not AS4: the access point hands them on byte for byte, and
/// refuses them where a message is awaited.
@Suite("Documents of SDK", .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"))
struct SDKDocumentTests {
    private static let folder = "as4/digg-sdk-docs"

    /// What each comes to when it is posted as though it were a message: comments, no envelope, a header without what one needs.
    static let documents = [
        ("Kvittens_AP-Accepterat.xml", "D014"), ("Kvittens_RE-SCHFel.xml", "D014"), ("Kvittens_RE-SIG.xml", "D014"),
        ("TF2.4.1.xml", "D014"),
        ("XHE-NonXML-tm-base.xml", "D014"), ("XHE-tm-base-ext-sigenc.xml", "A020"), ("XHE-tm-base.xml", "A020"),
        ("as4_xhe_encrypted.xml", "A024"), ("domibus-p-mode.xml", "D014"), ("messageWithAttachments3.xml", "A020"), ("min.xml", "A020"),
        ("xhe_decoded_from_as4_xhe_encrypted.xml", "A020"),
    ]

    @Test("All of them in one encrypted message come out byte for byte")
    func carried() throws {
        let sides = try Sides.shared.get()
        let contents = try Self.documents.map { try SharedCorpus.bytes(of: "\(Self.folder)/\($0.0)") }
        let payloads = contents.enumerated().map { OutboundPayload(.compressedXML(contentID: "document-\($0)"), content: MemorySource($1)) }
        let packed = try OutboundPackager(
            key: sides.region.key, certificate: sides.region.certificate, encryptingFor: sides.kommun.certificate
        ).pack(Sample.message(at: sides.now), payloads: payloads)
        let unpackager = InboundUnpackager(keys: [try sides.kommun.decryptionKey()])
        let received = try unpackager.unpack(packed.entity, now: sides.now) { _ in sides.policy }
        #expect(try received.contents() == contents)
        #expect(received.payloads.map(\.sha256) == contents.map(Digest.sha256))
    }

    @Test("Posted as a message, each is refused for what it is", arguments: documents)
    func refused(_ name: String, _ code: String) throws {
        let body = try SharedCorpus.bytes(of: "\(Self.folder)/\(name)")
        let entity = AS4Entity(contentType: "application/soap+xml", body: body)
        #expect(Verdict { try InboundUnpackager().unpack(entity, now: .now) { _ in nil } }.code == code)
    }

    @Test("The table names every file")
    func complete() {
        #expect(SharedCorpus.names(in: Self.folder) == Self.documents.map(\.0).sorted())
    }
}
