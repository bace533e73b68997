import FoundationEssentials

/// A JSON value as the spool writes and reads it. No booleans and no nulls: the spool has none; read, they are a value of no use.
enum SpoolValue: Equatable {
    case text(String)
    case integer(Int)
    case real(Double)
    case list([SpoolValue])
    case object([String: SpoolValue])
    /// `true`, `false` or `null` from a file that others wrote.
    case word

    init(_ date: Date) { self = .text(SpoolTime.text(date)) }
    init(_ id: MessageID) { self = .text(id.description) }
    init(_ value: some RawRepresentable<String>) { self = .text(value.rawValue) }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    var list: [SpoolValue]? { if case .list(let values) = self { values } else { nil } }
    var object: [String: SpoolValue]? { if case .object(let members) = self { members } else { nil } }
    var date: Date? { text.flatMap(SpoolTime.date) }
    var id: MessageID? { text.flatMap { MessageID($0) } }
    var real: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .real(let number): number
        case .text, .list, .object, .word: nil
        }
    }

    func append(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): Self.append(text, to: &bytes)
        case .integer(let number): bytes += String(number).utf8
        case .real(let number): bytes += String(number).utf8
        case .word: bytes += "null".utf8
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// What must be escaped is, and nothing else.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: bytes += "\\u00\(Checksum.hex([byte]))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// What the spool stores as a JSON object.
protocol SpoolStored {
    /// Every member that has a value.
    var members: [String: SpoolValue] { get }

    /// Nil when a member that must be there is missing or makes no sense. Unknown members are ignored.
    init?(members: [String: SpoolValue])
}
