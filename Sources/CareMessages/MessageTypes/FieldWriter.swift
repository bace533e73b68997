import Documents
import Foundation

/// Collects the child elements of one element of a message, in the order of the schema. The counterpart of ``FieldReader``: what is written
/// here reads back as the same value.
package struct FieldWriter {
    /// What has been written so far.
    private(set) var children: [Markup] = []

    /// Text as it stands; nothing for `nil`.
    package mutating func text(_ name: String, _ value: String?) {
        guard let value else { return }
        children.append(Markup(Self.qualified(name), text: value))
    }

    /// A code of the schema; nothing for `nil`.
    package mutating func code<Code: RawRepresentable>(_ name: String, _ value: Code?) where Code.RawValue == String {
        text(name, value?.rawValue)
    }

    /// An instant in Swedish civil time with its offset; nothing for `nil`.
    package mutating func instant(_ name: String, _ value: Date?) { text(name, value.map(InstantText.exactText)) }

    /// A day; nothing for `nil`.
    package mutating func day(_ name: String, _ value: CalendarDay?) { text(name, value?.text) }

    /// A day or an instant; nothing for `nil`.
    package mutating func plannedTime(_ name: String, _ value: PlannedTime?) {
        switch value {
        case .day(let day): self.day(name, day)
        case .instant(let instant): self.instant(name, instant)
        case nil: break
        }
    }

    /// A truth value; nothing for `nil`.
    package mutating func boolean(_ name: String, _ value: Bool?) { text(name, value.map { $0 ? "true" : "false" }) }

    /// A number without fraction; nothing for `nil`.
    package mutating func number(_ name: String, _ value: Int?) { text(name, value.map(String.init)) }

    /// An element with children of its own.
    package mutating func child(_ name: String, _ write: (inout FieldWriter) -> Void) {
        var inner = FieldWriter()
        write(&inner)
        children.append(Markup(Self.qualified(name), children: inner.children))
    }

    /// An element with children of its own for each value; nothing for none. An optional value is a list of at most one.
    package mutating func each<Values: Sequence>(_ name: String, _ values: Values, _ write: (Values.Element, inout FieldWriter) -> Void) {
        for value in values { child(name) { write(value, &$0) } }
    }

    static func qualified(_ name: String) -> String { "sam:" + name }
}
