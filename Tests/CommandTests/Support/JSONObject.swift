import Foundation
import Testing

/// A line of JSON as a test looks at it.
struct JSONObject {
    private let value: [String: Any]

    /// - Throws: when the line is no JSON object.
    init(_ line: some StringProtocol) throws {
        value = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no JSON object: \(line)")
    }

    /// Every line of a text, each of which must be an object.
    static func lines(_ text: String) throws -> [JSONObject] {
        try text.split(separator: "\n").map { try JSONObject($0) }
    }

    subscript(_ key: String) -> String? { value[key] as? String }

    func objects(_ key: String) -> [JSONObject] { (value[key] as? [[String: Any]] ?? []).map { JSONObject($0) } }
    func object(_ key: String) -> JSONObject? { (value[key] as? [String: Any]).map { JSONObject($0) } }
    func strings(_ key: String) -> [String] { value[key] as? [String] ?? [] }
    func flag(_ key: String) -> Bool? { value[key] as? Bool }
    func number(_ key: String) -> Int? { value[key] as? Int }
    var isEmpty: Bool { value.isEmpty }

    private init(_ value: [String: Any]) { self.value = value }

    /// The fields as the documentation names them: `copies`, `copies[].id`. Fields of plain objects are not looked into.
    var fields: Set<String> {
        var found: Set<String> = []
        for (key, inner) in value {
            found.insert(key)
            guard let list = inner as? [[String: Any]] else { continue }
            for element in list { found.formUnion(JSONObject(element).fields.map { "\(key)[].\($0)" }) }
        }
        return found
    }
}
