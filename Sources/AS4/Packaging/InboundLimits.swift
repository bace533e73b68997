/// How large an entity may be before it is refused. Counts that no honest peer reaches are fixed.
package struct InboundLimits: Sendable, Equatable {
    /// Bytes of the whole entity. The transport should stop earlier, with the same number.
    package var entityBytes = 16 * 1024 * 1024
    /// Bytes of one payload part after decompression; a business message has at most 10 MiB.
    package var payloadBytes = 16 * 1024 * 1024
    /// Bytes of all payload parts together after decompression.
    package var allPayloadBytes = 16 * 1024 * 1024
    /// Bytes of the SOAP envelope, which is held in memory.
    package var envelopeBytes = 1024 * 1024
    /// Bytes of an uncompressed XML part: its signature is over its canonical form, for which it is held in memory as a tree.
    package var uncompressedXMLBytes = 10 * 1024 * 1024
    /// MIME parts, root included. WSS4J peers stop at 30 references, so no honest message has more.
    package var parts = 32
    /// Bytes of one part's header block.
    package var partHeaderBytes = 16 * 1024
    /// Fields of one part's header block.
    package var partHeaderFields = 32
    /// How many times its size a gzip stream may grow to. Applies above `expansionFloor` only.
    package var expansionRatio = 100
    /// Bytes that decompression may always give.
    package var expansionFloor = 1024 * 1024

    /// Properties in one list of the header; the four corner profile needs three.
    static let mostProperties = 64
    /// Parts the header may name. WSS4J peers stop at 30 references.
    static let mostParts = 32

    /// The limits of a gateway for notices of a few kilobytes with room for attachments.
    package static let standard = InboundLimits()

    /// The standard limits, to be changed one by one.
    package init() {}
}
