import Foundation
import TestSupport
import Testing

@Suite("Docs/integrating.md")
struct IntegratingTests {
    /// The files that a supplier's program meets, as the daemon writes them: accepted, refused, failed, and the note beside a message.
    private static func written() async throws -> [String] {
        var writer = ConfigurationWriter(.region, certificates: try .shared(), port: try FreePort.next())
        // Nobody listens at the partners' addresses, and nobody waits for them.
        writer.partners = [.init(.kommun, port: try FreePort.next()), .init(.neighbour, port: try FreePort.next())]
        for index in writer.partners.indices {
            writer.partners[index].retry = "{ first_delay: 1s, longest_delay: 1s, jitter: 0, expiry: 1min, maximum_attempts: 2 }"
        }
        let lab = try CommandLab(writer)
        let gateway = try await RunningGateway(configuration: lab.configuration, log: lab.folder.file("log"))
        let text = try Example.text("M01")
        let other = text.replacing("0d6a5f1e0101", with: "0d6a5f1e0102").replacing("7b1f0a9e2001", with: "7b1f0a9e2002")
        let spoiled = other.replacing("201203159809", with: "201203159808")
        for (name, content) in [("notice-1", text), ("notice-2", spoiled)] {
            let part = try lab.folder.write(content, to: "submit/\(name).part")
            try FileManager.default.moveItem(atPath: part, toPath: lab.folder.file("submit/\(name).xml"))
        }
        let isOver = try await eventually(within: .seconds(60)) {
            let notice = (try? lab.folder.bytes(of: "submit/notice-1.failed.json")).flatMap {
                try? JSONObject(String(decoding: $0, as: UTF8.self))
            }
            let isHandedOver = try lab.folder.names(in: "inbox").contains { $0.hasSuffix(".xml") }
            return notice?.objects("copies").count == 2 && isHandedOver
        }
        #expect(isOver, "\(gateway.logText().suffix(2_000))")
        #expect(try await gateway.stop() == 0)
        #expect(
            try lab.folder.names(in: "submit").filter { !$0.hasPrefix(".") } == [
                "notice-1.accepted.json", "notice-1.failed.json", "notice-2.refused.json", "notice-2.xml.refused",
            ])
        let note = try #require(try lab.folder.names(in: "inbox").first { $0.hasSuffix(".json") })
        return try ["submit/notice-1.accepted.json", "submit/notice-2.refused.json", "submit/notice-1.failed.json", "inbox/\(note)"].map {
            try normalized(try lab.folder.bytes(of: $0))
        }
    }

    private static func normalized(_ json: [UInt8]) throws -> String {
        var object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        // The copies come in the order of their ids, which is chance within a millisecond.
        if let copies = object["copies"] as? [[String: Any]] {
            object["copies"] = copies.sorted { ($0["partner"] as? String ?? "") < ($1["partner"] as? String ?? "") }
        }
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return Transcript.normalized(String(decoding: bytes, as: UTF8.self)).replacing(/"attempts" : \d+/, with: "\"attempts\" : N")
    }

    @Test("The examples on the page are what the daemon writes, but for ids and times")
    func examples() async throws {
        let page = try ProjectRoot.text(of: "Docs/integrating.md")
        let shown = page.components(separatedBy: "```json\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
        let written = try await Self.written()
        #expect(shown.count == written.count)
        for (example, real) in zip(shown, written) { #expect(try Self.normalized(Array(example.utf8)) == real, "\(real)") }
    }
}
