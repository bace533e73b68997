/// A closed set of reasons to refuse. The raw value is the stable code that operators search for, such as `D004`.
package protocol RefusalCode: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    /// What is wrong, without content.
    var text: LocalText { get }
    /// What the sender or the operator can do about it.
    var remedy: LocalText { get }
}
