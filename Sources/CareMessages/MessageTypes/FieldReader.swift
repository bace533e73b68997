import Documents
import Foundation

/// Reads the fields of one element of a message that has passed the schema. What the schema promised is checked again: a broken
/// promise is a refusal.
package struct FieldReader {
    let element: Element

    private static let namespace = MessageType.namespace

    func child(_ name: String) throws(Refusal) -> FieldReader {
        FieldReader(element: try element.only(name, in: Self.namespace))
    }

    func optional(_ name: String) throws(Refusal) -> FieldReader? {
        let found = element.children(name, in: Self.namespace)
        guard found.count <= 1 else { throw Refusal(ReadingCode.repeated, at: found[1].place) }
        return found.first.map { FieldReader(element: $0) }
    }

    func optional<Value>(_ name: String, _ read: (FieldReader) throws(Refusal) -> Value) throws(Refusal) -> Value? {
        guard let found = try optional(name) else { return nil }
        return try read(found)
    }

    func all<Value>(_ name: String, _ read: (FieldReader) throws(Refusal) -> Value) throws(Refusal) -> [Value] {
        var values: [Value] = []
        for found in element.children(name, in: Self.namespace) { values.append(try read(FieldReader(element: found))) }
        return values
    }

    /// Text as it stands, of the child `name`.
    func text(_ name: String) throws(Refusal) -> String { try child(name).element.text() }

    /// Text with outer white space removed and inner collapsed, as the schema reads an xs:token.
    func token(_ name: String) throws(Refusal) -> String { try child(name).token() }

    func optionalToken(_ name: String) throws(Refusal) -> String? { try optional(name)?.token() }

    /// Text as it stands, of the child `name` when there is one.
    func optionalText(_ name: String) throws(Refusal) -> String? { try optional(name)?.element.text() }

    /// The text of every child `name`, as it stands.
    func texts(_ name: String) throws(Refusal) -> [String] { try all(name) { (item) throws(Refusal) in try item.element.text() } }

    func token() throws(Refusal) -> String {
        let text = try element.text()
        guard text.utf8.contains(where: { $0 <= 0x20 }) else { return text }
        return text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }).joined(separator: " ")
    }

    func code<Code: RawRepresentable>(_ name: String) throws(Refusal) -> Code where Code.RawValue == String {
        try child(name).code()
    }

    func optionalCode<Code: RawRepresentable>(_ name: String) throws(Refusal) -> Code? where Code.RawValue == String {
        guard let found = try optional(name) else { return nil }
        return try found.code() as Code
    }

    func code<Code: RawRepresentable>() throws(Refusal) -> Code where Code.RawValue == String {
        guard let code = Code(rawValue: try token()) else { throw unreadable() }
        return code
    }

    func instant(_ name: String) throws(Refusal) -> Date { try child(name).instant() }

    func instant() throws(Refusal) -> Date {
        guard let instant = InstantText.parse(try token()) else { throw unreadable() }
        return instant
    }

    func optionalInstant(_ name: String) throws(Refusal) -> Date? {
        try optional(name) == nil ? nil : instant(name)
    }

    func day(_ name: String) throws(Refusal) -> CalendarDay {
        let field = try child(name)
        guard let day = CalendarDay(try field.token()) else { throw field.unreadable() }
        return day
    }

    func plannedTime(_ name: String) throws(Refusal) -> PlannedTime {
        let field = try child(name)
        guard let time = PlannedTime(try field.token()) else { throw field.unreadable() }
        return time
    }

    func number(_ name: String) throws(Refusal) -> Int {
        let field = try child(name)
        guard let number = Int(try field.token()) else { throw field.unreadable() }
        return number
    }

    func optionalDay(_ name: String) throws(Refusal) -> CalendarDay? { try optional(name) == nil ? nil : day(name) }

    func optionalPlannedTime(_ name: String) throws(Refusal) -> PlannedTime? { try optional(name) == nil ? nil : plannedTime(name) }

    func boolean(_ name: String) throws(Refusal) -> Bool {
        guard let value = try optionalBoolean(name) else { throw unreadable() }
        return value
    }

    func optionalBoolean(_ name: String) throws(Refusal) -> Bool? {
        guard let field = try optional(name) else { return nil }
        switch try field.token() {
        case "true", "1": return true
        case "false", "0": return false
        default: throw field.unreadable()
        }
    }

    func unreadable() -> Refusal { Refusal(ReadingCode.unreadable, at: element.place) }
}
