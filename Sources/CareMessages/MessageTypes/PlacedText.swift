/// A text that a person wrote freely, and where it stands; rule E10 looks for person numbers in it.
package struct PlacedText: Sendable {
    /// The text. Content.
    let text: String
    /// Path below the root.
    let path: String
}
