import Foundation
import Testing

@testable import Spooling

@Suite struct SpoolJSONTests {
    static let texts = [
        "", "plain", "a\"b\\c", "a\nb\t\r\u{0}\u{1F}", "å ä ö", "😀 \u{10FFFF}", "\u{2028}\u{202E}", "/slashes//", "\u{7F}\u{80}",
        "{\"a\":[1]}",
    ]

    private func record(_ text: String) -> HistoryRecord {
        HistoryRecord(at: Sample.noon, event: .deferred) {
            ($0.from, $0.to, $0.attempt, $0.partner, $0.outcome) = (.inflight, .deferred, 3, text, .temporaryFailure)
            ($0.code, $0.reason, $0.nextTryAt, $0.actor, $0.elapsedSeconds) = ("c", text, Sample.noon, text, 1.25)
        }
    }

    @Test("What is written is JSON as others read it, and is read back equal", arguments: texts)
    func bothWays(_ text: String) throws {
        let record = record(text)
        let bytes = SpoolJSON.bytes(record)
        #expect(!bytes.contains(UInt8(ascii: "\n")))
        let foreign = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(foreign["reason"] as? String == text && foreign["elapsed_seconds"] as? Double == 1.25 && foreign["attempt"] as? Int == 3)
        #expect(foreign["next_try_at"] as? String == "2026-03-01T12:00:00.000Z" && foreign.count == 12)
        #expect(SpoolJSON.value(HistoryRecord.self, from: bytes) == record)

        var envelope = Sample.envelope().sealed(over: Sample.body)
        (envelope.attributes[text], envelope.expiresAt) = (text, Sample.noon)
        envelope.consignment = Consignment.Note(key: "k", content: text, copies: [.init(id: envelope.id, partner: text)])
        #expect(SpoolJSON.value(Envelope.self, from: SpoolJSON.bytes(envelope)) == envelope)
        let header = EntityFile(Sample.request, of: envelope.id, at: Sample.noon, seen: text).header
        #expect(SpoolJSON.value(EntityFile.Header.self, from: SpoolJSON.bytes(header)) == header)
    }

    @Test("What another writer makes of the same record is read as the same, unknown members aside", arguments: texts)
    func foreign(_ text: String) throws {
        var object = try #require(try JSONSerialization.jsonObject(with: Data(SpoolJSON.bytes(record(text)))) as? [String: Any])
        object["later"] = ["a": [true, NSNull(), -1.5e3]]
        for options in [JSONSerialization.WritingOptions.prettyPrinted, []] {
            let bytes = [UInt8](try JSONSerialization.data(withJSONObject: object, options: options))
            #expect(SpoolJSON.value(HistoryRecord.self, from: bytes) == record(text))
        }
        let escaped = #"{"event":"submitted","at":"2026-03-01T12:00:00.000Z","reason":"\u00e5\ud83d\ude00\/\b"}"#
        #expect(SpoolJSON.value(HistoryRecord.self, from: Array(escaped.utf8))?.reason == "å😀/\u{8}")
    }

    @Test(
        "What is no value, or no record, is nil",
        arguments: [
            "", "{", "{}", "[]", "{\"at\":1}", "nul", "\"a", "{\"a\":1,}", "{\"a\":1}{", "{\"a\":1,\"a\":2}", "\"\\ud83d\"", "\"\\x\"",
            "1.2.3",
            "{\"at\":\"2026-03-01T12:00:00.000Z\",\"event\":\"unheard_of\"}",
            "{\"at\":\"2026-03-01T12:00:00.000Z\",\"event\":\"held\",\"from\":\"nowhere\"}",
            "{\"at\":\"2026-03-01T12:00:00.000Z\",\"event\":\"held\",\"attempt\":\"1\"}", String(repeating: "[", count: 10_000),
        ])
    func refused(_ text: String) { #expect(SpoolJSON.value(HistoryRecord.self, from: Array(text.utf8)) == nil) }
}
