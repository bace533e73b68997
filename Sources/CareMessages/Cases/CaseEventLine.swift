import Foundation

/// A case's event on one line of text, `key=value` apart by tabs: what an index of a hundred thousand cases is read from. JSON would cost ten
/// times as much to read.
///
/// A key that is not known is passed over, so that an older version reads what a newer one wrote.
package enum CaseEventLine {
    /// One key: how its value is written and read.
    private struct Field: Sendable {
        let key: String
        let write: @Sendable (CaseEvent) -> String?
        let read: @Sendable (inout CaseEvent, String) -> Bool
    }

    /// The line, without line break.
    package static func text(_ event: CaseEvent) -> String {
        fields.compactMap { field in field.write(event).map { field.key + "=" + escaped($0) } }.joined(separator: "\t")
    }

    /// The event of a line; `nil` when it is none: a value that cannot be read, or one of the first five missing.
    package static func event(_ line: some StringProtocol) -> CaseEvent? { event(utf8: Array(line.utf8)[...]) }

    /// What a list of cases needs of a line before it reads the case.
    package struct Head: Sendable, Equatable {
        /// The case.
        package let caseID: String
        /// The type's code.
        package let type: String
        /// When it was sent.
        package let sent: Date
    }

    /// The head of a line's event, without reading the rest; `nil` when it does not stand where ``text(_:)`` puts it.
    package static func head(utf8 line: ArraySlice<UInt8>) -> Head? {
        line.withUnsafeBufferPointer { line in
            var fields = line[...]
            func value(_ key: StaticString) -> String? {
                let field = fields.prefix { $0 != UInt8(ascii: "\t") }
                fields = fields[field.endIndex...].dropFirst()
                let isWanted = key.withUTF8Buffer { key in field.starts(with: key) }
                return isWanted ? String(decoding: field.dropFirst(key.utf8CodeUnitCount), as: UTF8.self) : nil
            }
            guard value("m=") != nil, let id = value("c=").flatMap(unescaped), let type = value("t="),
                let sent = value("s=").flatMap(instant)
            else { return nil }
            return Head(caseID: id, type: type, sent: sent)
        }
    }

    /// The event of a line's bytes; `nil` as for ``event(_:)``.
    package static func event(utf8 line: ArraySlice<UInt8>) -> CaseEvent? {
        var event = CaseEvent.blank
        var needed = 5
        for part in line.split(separator: UInt8(ascii: "\t")) {
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            guard let index = positions[String(decoding: part[..<equals], as: UTF8.self)] else { continue }
            let value = String(decoding: part[part.index(after: equals)...], as: UTF8.self)
            guard let plain = unescaped(value), fields[index].read(&event, plain) else { return nil }
            if index < 5 { needed -= 1 }
        }
        return needed == 0 ? event : nil
    }

    private static let positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($0.element.key, $0.offset) })

    private static let fields: [Field] = [
        field("m", \.messageID, { $0 }, { $0 }), field("c", \.caseID, { $0 }, { $0 }),
        field("t", \.type, \.rawValue, { MessageType(rawValue: $0) }), field("s", \.sent, instantText, instant),
        field("f", \.sender, unitText, unit), field("r", \.receivers, { $0.map(unitText).joined(separator: ",") }, { list($0, unit) }),
        field("ref", optional: \.refersTo, { $0 }, { $0 }), field("rep", optional: \.replaces, { $0 }, { $0 }),
        field("fbk", optional: \.facts.folkbokforingskommun, { $0 }, { $0 }), field("prot", optional: \.facts.isProtected, flagText, flag),
        field("u18", optional: \.facts.isUnder18, flagText, flag), field("u21", optional: \.facts.isUnder21, flagText, flag),
        code("consent", \.facts.consent), field("adm", optional: \.facts.admitted, instantText, instant),
        field("need", optional: \.facts.needAssessed, instantText, instant),
        field("exp", optional: \.facts.expectedDischarge, \.text, { PlannedTime($0) }),
        field(
            "needs", optional: \.facts.needs, { $0.map(\.rawValue).joined(separator: ",") },
            { list($0) { Inskrivningsmeddelande.Behov(rawValue: $0) } }),
        field("unit", optional: \.facts.unit, { $0 }, { $0 }), code("form", \.facts.vardform),
        field("ass", optional: \.facts.assessed, instantText, instant), code("sip", \.facts.needsSIP),
        code("open", \.facts.openCareAvailable), field("openfrom", optional: \.facts.openCareFrom, \.text, { PlannedTime($0) }),
        field("left", optional: \.facts.left, instantText, instant), field("meet", optional: \.facts.meeting, instantText, instant),
        field("call", optional: \.facts.called, { $0.joined(separator: ",") }, { list($0) { $0 } }),
        field(
            "ins", optional: \.facts.insatser, { $0.map { $0.organisationsnummer + ($0.isOpen ? ":1" : ":0") }.joined(separator: ",") },
            { list($0, insats) }),
        field("home", optional: \.facts.placement, placementText, placement),
        field("pk", optional: \.facts.placeringskommun, { $0 }, { $0 }), field("vk", optional: \.facts.vistelsekommun, { $0 }, { $0 }),
        field(
            "part", optional: \.facts.partyChanges, { $0.map { $0.change + ":" + unitText($0.unit) }.joined(separator: ",") },
            { list($0, partyChange) }),
        field(
            "parts", optional: \.facts.parts, { $0.map(\.rawValue).joined(separator: ",") },
            { list($0) { BegaranHalsoundersokning.Part(rawValue: $0) } }),
        field(
            "omit", optional: \.facts.omittedParts, { $0.map(\.rawValue).joined(separator: ",") },
            { list($0) { BegaranHalsoundersokning.Part(rawValue: $0) } }),
        field("st", optional: \.facts.status, { $0 }, { $0 }), field("lvl", optional: \.facts.level, { $0 }, { $0 }),
        field("succ", optional: \.facts.successor, { $0 }, { $0 }),
    ]
}

// MARK: - Fields

extension CaseEventLine {
    private typealias Path<Value> = WritableKeyPath<CaseEvent, Value> & Sendable

    private static func field<Value>(
        _ key: String, _ path: any Path<Value>, _ write: @escaping @Sendable (Value) -> String,
        _ read: @escaping @Sendable (String) -> Value?
    ) -> Field {
        Field(
            key: key, write: { write($0[keyPath: path]) },
            read: { event, text in
                guard let value = read(text) else { return false }
                event[keyPath: path] = value
                return true
            })
    }

    private static func field<Value>(
        _ key: String, optional path: any Path<Value?>, _ write: @escaping @Sendable (Value) -> String,
        _ read: @escaping @Sendable (String) -> Value?
    ) -> Field {
        Field(
            key: key, write: { $0[keyPath: path].map(write) },
            read: { event, text in
                guard let value = read(text) else { return false }
                event[keyPath: path] = value
                return true
            })
    }

    private static func code<Code: RawRepresentable>(_ key: String, _ path: any Path<Code?>) -> Field
    where Code: SendableMetatype, Code.RawValue == String {
        field(key, optional: path, { $0.rawValue }, { Code(rawValue: $0) })
    }
}

// MARK: - Values

extension CaseEventLine {
    private static func instantText(_ instant: Date) -> String { String(instant.timeIntervalSince1970) }
    private static func instant(_ text: String) -> Date? { Double(text).map { Date(timeIntervalSince1970: $0) } }
    private static func flagText(_ flag: Bool) -> String { flag ? "1" : "0" }
    private static func flag(_ text: String) -> Bool? { text == "1" ? true : text == "0" ? false : nil }

    /// A list of values apart by commas; `nil` when one of them cannot be read.
    private static func list<Value>(_ text: String, _ read: (String) -> Value?) -> [Value]? {
        let parts = text.split(separator: ",")
        let values = parts.compactMap { read(String($0)) }
        return values.count == parts.count ? values : nil
    }

    private static func unitText(_ unit: CaseEvent.Unit) -> String {
        let address = escaped(unit.address, also: UInt8(ascii: ","))
        return [unit.organisationsnummer, unit.role.rawValue, unit.kommunkod ?? "", address].joined(separator: ":")
    }

    private static func unit(_ text: String) -> CaseEvent.Unit? {
        let parts = text.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let role = Roll(rawValue: parts[1]), let address = unescaped(parts[3]) else { return nil }
        return CaseEvent.Unit(
            organisationsnummer: parts[0], role: role, kommunkod: parts[2].isEmpty ? nil : parts[2], address: address)
    }

    private static func insats(_ text: String) -> EventFacts.Insats? {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 2, let isOpen = flag(parts[1]) else { return nil }
        return EventFacts.Insats(organisationsnummer: parts[0], isOpen: isOpen)
    }

    private static func partyChange(_ text: String) -> EventFacts.PartyChange? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let unit = unit(parts[1]) else { return nil }
        return EventFacts.PartyChange(change: parts[0], unit: unit)
    }

    private static func placementText(_ placement: EventFacts.Placement) -> String {
        [placement.event, placement.day?.text, placement.placeringskommun, placement.form, placement.vistelsekommun]
            .map { $0 ?? "" }.joined(separator: ":")
    }

    private static func placement(_ text: String) -> EventFacts.Placement? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.isEmpty ? nil : String($0) }
        guard parts.count == 5 else { return nil }
        var placement = EventFacts.Placement()
        placement.event = parts[0]
        placement.placeringskommun = parts[2]
        placement.form = parts[3]
        placement.vistelsekommun = parts[4]
        guard let day = parts[1] else { return placement }
        placement.day = CalendarDay(day)
        return placement.day == nil ? nil : placement
    }
}

// MARK: - Escaping

extension CaseEventLine {
    /// Hides the characters that hold a line together.
    private static func escaped(_ text: String, also separator: UInt8 = UInt8(ascii: "\t")) -> String {
        let special: (UInt8) -> Bool = { $0 < 0x20 || $0 == UInt8(ascii: "%") || $0 == separator }
        guard text.utf8.contains(where: special) else { return text }
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            if special(byte) {
                escaped += ((byte < 0x10 ? "%0" : "%") + String(byte, radix: 16)).utf8
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func unescaped(_ text: String) -> String? { text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding : text }
}
