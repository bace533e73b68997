import Foundation

/// A file of test vectors of the Wycheproof project; what a group holds is the test's matter.
struct VectorFile<Group: Decodable>: Decodable {
    private let testGroups: [Group]

    /// The groups of a file, by its name without what all have in common.
    static func groups(_ name: String) throws -> [Group] {
        try JSONDecoder().decode(Self.self, from: Corpus.unzipped("crypto/\(fileName(name))")).testGroups
    }

    /// The name of the file in the folder.
    static func fileName(_ name: String) -> String { "wycheproof-\(name)_test.json.gz" }
}

/// What a vector says of itself.
enum VectorResult: String, Decodable {
    case valid, invalid, acceptable
}

/// Bytes, written in hexadecimal.
struct HexBytes: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let digits = Array(try container.decode(String.self).utf8)
        let pairs = stride(from: 0, to: digits.count, by: 2).map { String(decoding: digits[$0..<min($0 + 2, digits.count)], as: UTF8.self) }
        bytes = pairs.compactMap { $0.count == 2 ? UInt8($0, radix: 16) : nil }
        guard bytes.count == pairs.count else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
        }
    }
}
