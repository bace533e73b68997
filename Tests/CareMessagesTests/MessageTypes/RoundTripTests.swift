import CareMessages
import Documents
import Foundation
import Signatures
import Testing

/// Typed values to XML and back. `make test-roundtrip` makes ten thousand messages of each type, `make test` some hundred.
@Suite("Writing and reading back")
struct RoundTripTests {
    private static let isFull = ProcessInfo.processInfo.environment["SLUSS_FULL_ROUNDTRIP"] != nil
    private static let count = isFull ? 10_000 : 150
    private static let batch = 500

    @Test("What is written follows the schema and reads back as the same values", arguments: MessageType.allCases)
    func identity(_ type: MessageType) throws {
        let schema = try Schema(main: SchemaFiles.main, files: SchemaFiles.all)
        var source = ValueSource(seed: UInt64(type.number) &* 1_000_003)
        for index in 0..<Self.count {
            let message = try source.message(type)
            let document = try Document.parse(MessageWriter.bytes(message), limits: .message)
            let violations = schema.violations(in: document)
            #expect(violations.isEmpty, "message \(index): \(violations.map { "\($0.place.path ?? "") \($0.detail ?? "")" })")
            let read = try MessageReader.read(UnsignedContent(document))
            try #require(read == message, "message \(index) reads back differently")
        }
    }

    @Test(
        "xmllint finds what is written valid", .enabled(if: Root.has("xmllint"), "xmllint is not installed"),
        arguments: MessageType.allCases)
    func foreignJudge(_ type: MessageType) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sluss-roundtrip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var source = ValueSource(seed: UInt64(type.number) &* 1_000_003)
        var left = Self.isFull ? Self.count : 40
        while left > 0 {
            let files = try (0..<min(left, Self.batch)).map { index in
                let file = folder.appending(path: "\(index).xml")
                try Data(MessageWriter.bytes(source.message(type))).write(to: file)
                return file.path
            }
            let verdict = try Root.run(["xmllint", "--noout", "--nonet", "--schema", Root.path("Schemas/samverkan.xsd")] + files)
            #expect(verdict.status == 0, "\(verdict.output.split(separator: "\n").filter { !$0.hasSuffix("validates") }.prefix(3))")
            left -= files.count
        }
    }
}
