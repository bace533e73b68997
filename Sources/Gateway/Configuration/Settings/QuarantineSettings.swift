/// How much of what was refused is kept, encrypted (`quarantine`). Without the section nothing is.
package struct QuarantineSettings: Sendable, Equatable {
    /// The certificate whose owner may read what is kept, as a path.
    package let certificate: String
    /// The most messages kept at once.
    package let maximumMessages: Int
    /// The most bytes kept at once.
    package let maximumBytes: Int
    /// How long each is kept.
    package let age: Duration
}
