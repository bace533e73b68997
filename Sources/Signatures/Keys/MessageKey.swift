import Documents

/// What messages need of a private key, wherever it lies: to sign, and to unwrap content keys. Calls block and may come from any thread.
package protocol MessageKey: Sendable {
    /// What the key signs with.
    var algorithm: SignatureAlgorithm { get }
    /// Whether it can unwrap content keys.
    var canUnwrap: Bool { get }
    /// Signs `bytes`; an ECDSA value is r‖s. Throws K007.
    func sign(_ bytes: [UInt8]) throws(Refusal) -> [UInt8]
    /// Unwraps a content key. One that was not wrapped for this key gives a random key, and no word about it.
    func unwrap(_ wrapped: [UInt8], _ transport: KeyTransport) -> ContentKey
    /// Whether the certificate certifies the public half.
    func matches(_ certificate: Certificate) -> Bool
}
