import Documents
import Foundation
import Logging
import Spooling
import TestSupport
import Testing

@testable import Gateway

@Suite("Log lines")
struct JSONLogHandlerTests {
    private func line(_ message: String, _ metadata: Logger.Metadata = [:], _ format: LogFormat = .json) -> String {
        let event = LogEvent(
            level: .info, message: "\(message)", metadata: metadata, source: "test", file: #fileID, function: #function, line: #line)
        return JSONLogHandler(format: format).line(of: event, at: Date(timeIntervalSince1970: 1_780_000_000.25))
    }

    private static let hostile = [
        "a\"b", "a\\b", "a\nlevel: error", "a\r\n{\"event\":\"forged\"}", "\u{1B}[31mred", "\u{202E}evil", "\u{2028}", "å ä ö", "😀", "\0",
        "\u{7F}\u{85}",
    ]

    @Test("Whatever a value holds, the line is one line of ASCII, and a reader gets the value back", arguments: hostile)
    func escapes(_ text: String) throws {
        for line in [line("event", ["field": "\(text)"]), line(text)] {
            #expect(
                line.hasSuffix("\n") && line.dropLast().allSatisfy { $0.isASCII && ("\u{20}"..."\u{7E}").contains($0) },
                "\(line.debugDescription)")
            let fields = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            #expect(fields["field"] == text || fields["event"] == text)
        }
        let plain = line("event", ["field": "\(text)"], .text)
        #expect(plain.dropLast().allSatisfy { $0.isASCII && !$0.isNewline })
    }

    @Test("A line begins with time, level and event, then come the fields by name")
    func order() {
        let metadata: Logger.Metadata = ["partner": "kommun", "id": "01km"]
        #expect(
            line("message done", metadata) == """
                {"time":"2026-05-28T20:26:40.250Z","level":"info","event":"message done","id":"01km","partner":"kommun"}\n
                """)
        #expect(line("message done", metadata, .text) == "2026-05-28T20:26:40.250Z info message done id=\"01km\" partner=\"kommun\"\n")
    }

    @Test("Fields of the event win over those of the logger")
    func merges() {
        var handler = JSONLogHandler(format: .json)
        handler[metadataKey: "a"] = "logger"
        handler[metadataKey: "b"] = "logger"
        let event = LogEvent(
            level: .error, message: "e", metadata: ["a": "event"], source: "test", file: #fileID, function: #function, line: 1)
        let line = handler.line(of: event, at: Date())
        #expect(line.contains("\"a\":\"event\"") && line.contains("\"b\":\"logger\"") && line.contains("\"level\":\"error\""))
    }

    @Test("Instants are written and read in one form", arguments: [0, 0.001, 1_780_000_000.25, 4_102_444_800])
    func times(_ seconds: TimeInterval) throws {
        let date = Date(timeIntervalSince1970: seconds)
        let text = Timestamps.text(date)
        #expect(text.hasSuffix("Z") && text.count == 24)
        #expect(abs(try #require(Timestamps.date(text)).timeIntervalSince(date)) < 0.0011)
    }

    @Test("A number is a JSON number, and only what is given as one")
    func numbers() throws {
        let metadata: Logger.Metadata = [
            "count": .stringConvertible(3), "share": .stringConvertible(0.5), "none": .stringConvertible(Double.nan), "text": "3",
        ]
        let fields = try #require(try JSONSerialization.jsonObject(with: Data(line("e", metadata).utf8)) as? [String: Any])
        #expect(fields["count"] as? Int == 3 && fields["share"] as? Double == 0.5)
        #expect(fields["none"] as? String == "nan" && fields["text"] as? String == "3")
        #expect(line("e", metadata, .text).contains("count=\"3\""))
        let log = CollectedLog()
        log.log.note(.error, "e", ["reason": "r"], numbers: ["count": 7])
        #expect(log.lines.first?.contains("\"count\":7,\"reason\":\"r\"") == true)
    }

    @Test("Trouble is logged by code, place and call, and never by a submitter's file name")
    func trouble() {
        let log = CollectedLog()
        log.log.trouble("e", FileTrouble(operation: "open", path: "/submit/Anna Andersson.xml", errno: 13), ["id": "x"])
        log.log.trouble("e", Refusal(GatewayCode.notServiced))
        #expect(log.lines.count == 2 && log.lines[0].contains("\"errno\":13") && log.lines[0].contains("\"operation\":\"open\""))
        #expect(!log.lines.joined().contains("Anna") && log.lines[1].contains("\"code\":\"R004\""))
    }

    @Test("What happened to a message is logged by id, states, partner and code")
    func events() {
        let log = CollectedLog()
        var random = SystemRandomNumberGenerator()
        let id = MessageID.make(at: Date(), random: &random)
        var change = StateChange(event: "deferred", from: .inflight, to: .deferred, partner: "kommun")
        (change.code, change.attempt, change.elapsed, change.isTrouble) = ("G002", 3, .milliseconds(1_500), true)
        log.log.moved(id, change)
        let peer = PeerIdentity(partner: "region", certificateSHA256: String(repeating: "ab", count: 32), address: "127.0.0.1")
        log.log.received(.stored(id, type: "M01"), from: peer)
        log.log.received(.repeated(id), from: peer)
        log.log.received(.refused(ebms: "EBMS:0004", code: "E05", place: "/a/b"), from: peer)
        log.log.received(.unavailable(code: "P010"), from: peer)
        let words = [
            ["warning", "message deferred", "\(id)", "G002", "\"attempt\":3", "\"elapsed_ms\":1500"], ["info", "message received", "M01"],
            ["info", "repeated", "\(id)"], ["warning", "message refused", "E05", "/a/b"], ["error", "not taken now", "P010"],
        ]
        #expect(log.lines.count == words.count)
        for (line, expected) in zip(log.lines, words) { for word in expected { #expect(line.contains(word), "\(line)") } }
    }
}
