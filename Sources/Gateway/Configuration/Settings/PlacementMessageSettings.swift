/// Whether placement messages (M20) are exchanged (`placement_messages`). No statute demands them, so both ways are a decision of the
/// organisation, with a legal basis of its own (rule E2003).
package struct PlacementMessageSettings: Sendable, Equatable {
    /// Whether we send them.
    package let send: Bool
    /// Whether we take them.
    package let receive: Bool
}
