import TestSupport
import Testing

@testable import AS4

@Suite("Charsets of the wire", .enabled(if: SharedCorpus.isPresent, "\(SharedCorpus.skipReason)"))
struct ForeignCharsetTests {
    @Test("An HTTP charset that contradicts the document is refused before the document is looked at")
    func mismatch() throws {
        let entity = Capture.entity(try SharedCorpus.bytes(of: "attack/xml-encoding/charset-mismatch.http"))
        #expect(entity.contentType.contains("UTF-7"))
        #expect(Verdict { try UnpackedEntity(entity) }.code == "A014")
    }
}
