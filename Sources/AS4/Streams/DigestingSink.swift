import Signatures

/// A sink that computes the SHA-256 of what passes through, so that content is read once.
final class DigestingSink: ByteSink {
    private let base: any ByteSink
    private var digest = Digest.SHA256Stream()
    /// Bytes written so far.
    private(set) var count = 0
    /// The SHA-256 of everything, once finished; empty before.
    private(set) var sha256: [UInt8] = []

    init(_ base: any ByteSink) { self.base = base }

    func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) {
        digest.update(bytes)
        count += bytes.count
        try base.write(bytes)
    }

    func finish() throws(StreamFault) -> any ByteSource {
        sha256 = digest.finish()
        return try base.finish()
    }
}

extension ByteSource {
    /// The SHA-256 of all of it. Throws ``StreamFault``.
    func sha256() throws(StreamFault) -> [UInt8] {
        var digest = Digest.SHA256Stream()
        try forEachPiece(orThrow: \.self) { piece throws(StreamFault) in digest.update(piece) }
        return digest.finish()
    }
}
