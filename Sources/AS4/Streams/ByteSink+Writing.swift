extension ByteSink {
    /// Adds bytes in memory. Throws ``StreamFault``.
    package func write(_ bytes: [UInt8]) throws(StreamFault) {
        var failure: StreamFault?
        bytes.withUnsafeBytes { buffer in
            do throws(StreamFault) { try write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Adds all of a source, piece by piece. Throws ``StreamFault``.
    package func write(contentsOf source: any ByteSource) throws(StreamFault) {
        try source.forEachPiece(orThrow: \.self) { piece throws(StreamFault) in try write(piece) }
    }
}
