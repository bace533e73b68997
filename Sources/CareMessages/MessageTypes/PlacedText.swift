/// A text that a person wrote freely, and where it stands; rule E10 looks for person numbers in it.
struct PlacedText: Sendable {
    let text: String
    /// Path below the root.
    let path: String
}
