/// What the gate tells the request handler behind it, as user events of the pipeline.
enum ConnectionEvent: Sendable {
    /// The peer is proved; requests may come.
    case opened
    /// The first bytes of a request have come.
    case requestBegins
    /// Framing outweighs content.
    case mostlyFraming
}
