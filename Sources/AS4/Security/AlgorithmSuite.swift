import Documents
import Signatures

/// The algorithms of one version of the eDelivery AS4 profile, as data: what we write, and what we read under it.
package struct AlgorithmSuite: Sendable, Equatable {
    /// Its name in the configuration, such as `edelivery-1.15`.
    package let name: String
    /// Identifiers of signature algorithms a message may carry; the first is written.
    package let signatures: [String]
    /// Identifier of the content encryption.
    package let contentEncryption: String
    /// Identifiers of the key transport or agreement; the first is written.
    package let keyTransports: [String]
    /// Whether this version of the gateway can use it.
    package let isAvailable: Bool

    /// eDelivery AS4 1.15: RSA-SHA256, AES-128-GCM, RSA-OAEP.
    package static let eDelivery115 = AlgorithmSuite(
        name: "edelivery-1.15", signatures: [SignatureAlgorithm.rsaSHA256.uri], contentEncryption: EncryptionNames.aes128GCM,
        keyTransports: [EncryptionNames.rsaOAEP, EncryptionNames.rsaOAEPMGF1P], isAvailable: true)

    /// eDelivery AS4 2.0 (December 2024): Ed25519, X25519 with HKDF and AES key wrap. Named, so that a configuration that asks for it is told
    /// that it is not there yet.
    package static let eDelivery20 = AlgorithmSuite(
        name: "edelivery-2.0", signatures: ["http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519"],
        contentEncryption: EncryptionNames.aes128GCM, keyTransports: ["http://www.w3.org/2021/04/xmldsig-more#x25519"], isAvailable: false)

    /// All that have a name.
    package static let all = [eDelivery115, eDelivery20]

    /// The usable suite of a name. Throws A094 for a name that is not known, or one that is not available.
    package static func named(_ name: String) throws(Refusal) -> AlgorithmSuite {
        guard let suite = all.first(where: { $0.name == name }) else {
            throw Refusal(AS4Code.algorithmSuite, detail: "expected=\(all.filter(\.isAvailable).map(\.name).joined(separator: ", "))")
        }
        guard suite.isAvailable else { throw Refusal(AS4Code.algorithmSuite, detail: "\(suite.name) is not available yet") }
        return suite
    }
}
