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

    /// The most messages of one partner, so that none fills the place of the others.
    var partnerMessages: Int { max(1, maximumMessages / 4) }
    /// The most bytes of one partner that has more than one message there.
    var partnerBytes: Int { maximumBytes / 4 }
}
