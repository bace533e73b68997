/// One payload to send.
package struct OutboundPayload: Sendable {
    /// What the header is to say of it.
    package let part: PayloadPart
    /// The content, not compressed.
    package let content: any ByteSource

    /// Takes content as it lies.
    package init(_ part: PayloadPart, content: any ByteSource) {
        self.part = part
        self.content = content
    }
}
