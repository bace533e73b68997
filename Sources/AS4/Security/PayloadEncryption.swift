/// What an agreement says of encryption of payload parts beneath TLS (eDelivery AS4 1.15: every part, or none).
package enum PayloadEncryption: String, Sendable, Equatable, CaseIterable {
    /// Every part must be encrypted; a message that is not is refused with A067 (EBMS:0103).
    case required
    /// Ours are not encrypted. A message that is encrypted to a key of ours is still read: more protection than agreed harms nobody.
    case off
}
