import Documents
import Foundation
import TestSupport
import Testing

@testable import AS4

@Suite("MIME attacks", .enabled(if: SharedCorpus.isPresent && Tool.arePresent("tar"), "\(SharedCorpus.skipReason)"))
struct MultipartAttackTests {
    /// What the reader makes of each sample: a refusal, or how many attachments it finds. The samples' envelopes have no header, so those
    /// that split cleanly are judged against the header by hand: what is not `payload@x` alone is refused by the match of the parts.
    enum Expected: Equatable {
        case refused(String)
        case attachments([String])
    }

    /// MANIFEST.tsv of the archive, row by row. Rows that it calls policy: n02 two parts (the second is then refused as unreferenced),
    /// n06 three parts (the same), n08 refused, n12 unfolded to an impossible Content-ID and refused, n15 decoded, n19 the second part
    /// is the root, n28 not decoded. n20 falls on the part that its inner delimiter cuts short, before its type is looked at.
    static let samples: [(String, Expected)] = [
        ("p01-valid", .attachments(["payload@x"])), ("n01-dup-content-id", .refused("A009")),
        ("n02-dup-content-id-case", .attachments(["payload@x", "PAYLOAD@x"])), ("n03-two-boundary-params", .refused("A002")),
        ("n04-boundary-rfc2231", .refused("A002")), ("n05-boundary-prefix", .attachments(["payload@x"])),
        ("n06-boundary-in-part", .attachments(["payload@x", "evil@x"])), ("n07-no-close", .refused("A004")),
        ("n08-preamble", .refused("A003")),
        ("n09-epilogue", .refused("A005")), ("n10-bare-lf", .refused("A003")), ("n11-mixed-lf-delim", .attachments(["payload@x"])),
        ("n12-obs-fold", .refused("A008")), ("n13-dup-content-type", .refused("A007")), ("n14-dup-cte", .refused("A007")),
        ("n15-cte-base64", .attachments(["payload@x"])), ("n16-cte-qp", .refused("A011")),
        ("n17-start-missing", .attachments(["payload@x"])),
        ("n18-start-wrong", .refused("A013")), ("n19-start-second", .attachments(["soap@x"])), ("n20-nested", .refused("A006")),
        ("n21-header-nul", .refused("A006")), ("n22-header-64k", .refused("A006")), ("n23-10000-parts", .refused("A010")),
        ("n24-boundary-200", .refused("A002")), ("n25-boundary-empty", .refused("A002")),
        ("n26-unreferenced-part", .attachments(["payload@x", "extra@x"])), ("n27-missing-part", .attachments([])),
        ("n28-content-id-encoded", .attachments(["pay%6Coad@x"])), ("n29-filename-traversal", .attachments(["payload@x"])),
        ("n30-huge-preamble-1M-dashes", .refused("A003")),
    ]

    private static func unpacked() throws -> TemporaryFolder {
        let folder = try TemporaryFolder("mime")
        let archive = SharedCorpus.file("attack/mime/as4-multipart-attacks.tar.gz")
        guard try Tool.require("tar").runBlocking(["xzf", archive, "-C", folder.path]).isSuccess else { throw SupportFailure("tar") }
        return folder
    }

    @Test("Each MIME attack is refused for its own reason or split as the manifest says, in less than a second")
    func samples() throws {
        let folder = try Self.unpacked()
        defer { withExtendedLifetime(folder) {} }
        #expect(try folder.names().filter { $0 != "MANIFEST.tsv" } == Self.samples.map(\.0).sorted())
        for (name, expected) in Self.samples {
            let entity = Capture.entity(try folder.bytes(of: name))
            let spent = ProcessorTime.seconds { #expect(outcome(entity) == expected, "\(name)") }
            #expect(spent < 1, "\(name)")
        }
    }

    @Test(
        "Parts that split cleanly are refused unless each is named exactly once in the header",
        arguments: [
            (["payload@x"], "accepted"), (["payload@x", "PAYLOAD@x"], "A040"), (["payload@x", "evil@x"], "A040"),
            (["payload@x", "extra@x"], "A040"), ([], "A041"),
            (["pay%6Coad@x"], "A040"), (["soap@x"], "A040"),
        ])
    func match(_ ids: [String], _ code: String) throws {
        var message = Sample.message(at: .now)
        message.parts = [.compressedXML(contentID: "payload@x")]
        let type = try MediaType(parsing: "application/gzip")
        let attachments = ids.map { UnpackedEntity.Attachment(contentID: $0, mediaType: type, content: MemorySource([])) }
        #expect(Verdict { try PartMatch(message: message, attachments: attachments).requireOneToOne() }.code == code)
    }

    @Test("Base64 is decoded to the content that the digest covers, and mixed line ends stay content")
    func contents() throws {
        let folder = try Self.unpacked()
        defer { withExtendedLifetime(folder) {} }
        func content(_ name: String) throws -> [[UInt8]] {
            try UnpackedEntity(Capture.entity(try folder.bytes(of: name))).contents()
        }
        #expect(try content("n15-cte-base64") == [Array("DATA".utf8)])
        #expect(try content("n05-boundary-prefix") == [Array("x\r\n--Bextra\r\ny".utf8)])
        #expect(try content("n11-mixed-lf-delim") == [Array("x\n--B\nContent-ID: <evil@x>\n\nEVIL".utf8)])
    }

    @Test(
        "No malformed message of other readers' tests crashes ours or holds it up",
        arguments: [
            "mime4j-testmsgs", "mimetools-testmsgs", "stalwart-malformed",
        ])
    func foreign(_ archive: String) throws {
        let folder = try TemporaryFolder("mime")
        let path = SharedCorpus.file("attack/mime/\(archive).tar.gz")
        #expect(try Tool.require("tar").runBlocking(["xzf", path, "-C", folder.path]).isSuccess)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.file(name), isDirectory: &isFolder) && !isFolder.boolValue
        }
        #expect(files.count > 50)
        for name in files {
            let captured = Capture.entity(try folder.bytes(of: name))
            // As it stands, and as though it were AS4.
            let boundary = (try? MediaType(parsing: captured.contentType))?.parameters["boundary"] ?? "x"
            let type = "multipart/related; type=\"application/soap+xml\"; boundary=\"\(boundary)\""
            for entity in [captured, captured.with(contentType: type)] {
                #expect(ProcessorTime.seconds { _ = Verdict { try UnpackedEntity(entity) } } < 1, "\(name)")
            }
        }
        withExtendedLifetime(folder) {}
    }

    private func outcome(_ entity: AS4Entity) -> Expected {
        do throws(EBMSError) {
            return .attachments(try UnpackedEntity(entity).attachments.map(\.contentID))
        } catch {
            return .refused(error.refusal.code)
        }
    }
}
