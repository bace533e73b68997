import COpenSSL

/// An AES-128 key for the contents of one message. Its bytes are wiped when it goes.
package final class ContentKey: Sendable {
    /// Bytes in a key.
    package static let length = 16

    private let storage: KeyBytes

    /// A new random key.
    package convenience init() {
        var bytes = [UInt8](repeating: 0, count: Self.length)
        precondition(RAND_priv_bytes(&bytes, Int32(bytes.count)) == 1, "no random bytes from OpenSSL")
        self.init(storage: KeyBytes(&bytes))
    }

    /// The key of these bytes; nil when they are not 16. They are wiped.
    package convenience init?(taking bytes: inout [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.init(storage: KeyBytes(&bytes))
    }

    private init(storage: KeyBytes) { self.storage = storage }

    /// Lends the bytes for one call. They are wiped in their place later, so an array that is kept turns to zeros.
    func withBytes<Result>(_ body: ([UInt8]) -> Result) -> Result { body(storage.bytes) }

    private final class KeyBytes: Sendable {
        let bytes: [UInt8]

        init(_ source: inout [UInt8]) {
            // A copy of its own, so that wiping it wipes the only one.
            bytes = source.withUnsafeBufferPointer { Array($0) }
            source.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
        }

        deinit {
            bytes.withUnsafeBytes { OPENSSL_cleanse(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count) }
        }
    }
}
