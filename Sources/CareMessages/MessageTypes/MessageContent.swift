/// What the common rules need of any message type's own part.
protocol MessageContent: Sendable {
    /// Everything a person wrote freely.
    var freeTexts: [PlacedText] { get }
    /// Identifiers of organisations, units, municipalities and counties.
    var identifiers: [PlacedIdentifier] { get }
    /// The placement, for the types that carry one.
    var placering: Placering? { get }
}
