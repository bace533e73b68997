import Documents

/// One place where a message breaks a rule.
struct Breach: Sendable {
    /// Path of the element concerned, below the root: `Kuvert/Mottagare[2]/Roll`. When it is missing, its nearest present parent is meant.
    let path: String
    /// A closer reason than the rule's own text.
    let reason: LocalText?

    init(_ path: String, _ reason: LocalText? = nil) {
        self.path = path
        self.reason = reason
    }

    /// One breach when the condition holds.
    static func when(_ condition: Bool, at path: String) -> [Breach] { condition ? [Breach(path)] : [] }
}
