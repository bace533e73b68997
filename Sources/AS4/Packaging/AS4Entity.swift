/// An HTTP entity: what stands in one request or response.
package struct AS4Entity: Sendable, Equatable {
    /// Value of the Content-Type header.
    package let contentType: String
    /// The body, transfer coding removed.
    package let body: [UInt8]

    /// Makes an entity from what HTTP delivered or is to deliver.
    package init(contentType: String, body: [UInt8]) {
        self.contentType = contentType
        self.body = body
    }
}
