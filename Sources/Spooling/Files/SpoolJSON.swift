import FoundationEssentials

/// JSON as the spool writes it: one line, sorted keys, instants as ``SpoolTime``.
enum SpoolJSON {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(SpoolTime.text(date))
        }
        return encoder
    }()

    private static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = SpoolTime.date(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant")
            }
            return date
        }
        return decoder
    }()

    /// One line without its end; nil when the value cannot be expressed (a number that is none).
    static func bytes(_ value: some Encodable) -> [UInt8]? {
        guard let data = try? encoder.encode(value) else { return nil }
        return [UInt8](data)
    }

    /// Reads what `bytes(_:)` wrote; unknown keys are ignored. Nil when it is anything else.
    static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        try? decoder.decode(type, from: Data(bytes))
    }
}
