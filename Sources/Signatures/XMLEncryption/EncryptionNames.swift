/// Namespaces and identifiers of XML Encryption 1.0 and 1.1 that the profile knows.
package enum EncryptionNames {
    /// XML Encryption 1.0 (prefix `xenc`).
    package static let xenc = "http://www.w3.org/2001/04/xmlenc#"
    /// XML Encryption 1.1 (prefix `xenc11`).
    package static let xenc11 = "http://www.w3.org/2009/xmlenc11#"
    /// The one allowed content encryption (eDelivery AS4 1.15): AES-128 in GCM, as IV ‖ ciphertext ‖ tag.
    package static let aes128GCM = xenc11 + "aes128-gcm"
    /// RSA-OAEP with its own digest and mask generation, the form we write.
    package static let rsaOAEP = xenc11 + "rsa-oaep"
    /// The older RSA-OAEP, whose mask generation is MGF1 with SHA-1.
    package static let rsaOAEPMGF1P = xenc + "rsa-oaep-mgf1p"
    /// MGF1 with SHA-256.
    package static let mgf1SHA256 = xenc11 + "mgf1sha256"
}
