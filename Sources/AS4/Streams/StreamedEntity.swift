/// An HTTP entity of any size: what ``AS4Entity`` is in memory, with a body that is read piece by piece.
package struct StreamedEntity: Sendable {
    /// Value of the Content-Type header.
    package let contentType: String
    /// The body, transfer coding removed.
    package let body: any ByteSource

    /// Makes an entity from what HTTP delivered or what lies in a spool.
    package init(contentType: String, body: any ByteSource) {
        self.contentType = contentType
        self.body = body
    }

    /// The same entity as one in memory.
    package init(_ entity: AS4Entity) {
        self.init(contentType: entity.contentType, body: MemorySource(entity.body))
    }
}

/// Runs work on a source or a sink; its fault is trouble of our own, answered with A092 (EBMS:0202).
func storing<Result>(_ work: () throws(StreamFault) -> Result) throws(EBMSError) -> Result {
    do {
        return try work()
    } catch {
        throw EBMSError(error)
    }
}

extension EBMSError {
    /// Trouble of our own disk while a message is worked on.
    init(_ fault: StreamFault) {
        self.init(.storage, detail: "\(fault.operation.rawValue) errno \(fault.errorNumber)")
    }
}
