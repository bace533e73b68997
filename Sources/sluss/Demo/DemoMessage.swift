import CareMessages
import Foundation
import Gateway

/// One of the examples, made fresh for the demo.
struct DemoMessage {
    let type: MessageType
    let messageID = UUID().uuidString.lowercased()
    let caseID: String
    var refersTo: String?
    /// Another ward than the example's: a second open admission on the same ward would be refused, and rightly. The example's own, A101, is left
    /// to whoever tries `sluss new M01` afterwards.
    var ward = "A111"

    init(_ type: MessageType, caseID: String) {
        self.type = type
        self.caseID = caseID
    }

    var bytes: [UInt8] {
        var example = ExampleMessage(type, sent: Date(), messageID: messageID, caseID: caseID)
        example.refersTo = refersTo
        return Array(example.xml.replacing("SE2321009900-A101", with: "SE2321009900-\(ward)").utf8)
    }
}

/// The files that prove the demo's claims, read as anybody could read them.
enum DemoReading {
    struct Copy: Decodable, Sendable {
        let id: String
        let partner: String
    }

    struct Record: Decodable {
        let code: String?
        let reason: String?
        let nextTryAt: Date?
    }

    /// The copies that an `.accepted.json` names.
    static func copies(_ answer: Data) throws -> [Copy] {
        struct Accepted: Decodable { let copies: [Copy] }
        return try JSONDecoder().decode(Accepted.self, from: answer).copies
    }

    /// The records of a `history.jsonl`.
    static func history(_ path: String) throws -> [Record] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .custom { decoder in
            let text = try decoder.singleValueContainer().decode(String.self)
            return Timestamps.date(text) ?? .distantPast
        }
        let lines = (FileManager.default.contents(atPath: path) ?? Data()).split(separator: UInt8(ascii: "\n"))
        return lines.compactMap { try? decoder.decode(Record.self, from: $0) }
    }

    /// The handed-over files of a business message, found by its id in the note beside each.
    static func files(of messageID: String, in inbox: String) -> [String] {
        names(inbox).filter { $0.hasSuffix(".xml") }.map { "\(inbox)/\($0)" }.filter { path in
            let note = FileManager.default.contents(atPath: String(path.dropLast(4)) + ".json") ?? Data()
            return String(decoding: note, as: UTF8.self).contains(messageID)
        }
    }

    static func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    static func position(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= needle.count else { return nil }
        return (0...(bytes.count - needle.count)).first { bytes[$0] == needle[0] && Array(bytes[$0..<($0 + needle.count)]) == needle }
    }
}
