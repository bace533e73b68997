/// How payload parts are protected beneath TLS: the one place where XML Encryption (eDelivery AS4 1.15, aes128-gcm with rsa-oaep) is
/// to join. Encryption stands between signing and MIME outbound, and between MIME and verification inbound.
package enum PayloadProtection: Sendable, Equatable {
    /// Signed, not encrypted. Encrypted messages of others are refused with A053 (EBMS:0103).
    case none
}
