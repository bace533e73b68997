import AS4
import Foundation
import Signatures

/// A partner whose key we trust, and our own key that it encrypts to. Made once, when the door is first opened.
struct TrustedPartner: Sendable {
    static let shared = TrustedPartner()

    /// The partner's signing key.
    let own: FreshCertificate
    /// Our decryption key, which signs our answers too.
    let recipient: FreshCertificate
    private let stranger: FreshCertificate
    let policy: SignerPolicy
    let keys: [DecryptionKey]
    let answers: SignalWriter

    init?() {
        guard let root = FreshCertificate(named: "Fuzzing root"), let own = FreshCertificate(named: "Fuzzing partner", by: root),
            let recipient = FreshCertificate(named: "Fuzzing recipient", by: root),
            let stranger = FreshCertificate(named: "Fuzzing stranger", by: root),
            let key = try? DecryptionKey(key: recipient.key, certificate: recipient.certificate),
            let answers = try? SignalWriter(key: recipient.key, certificate: recipient.certificate)
        else { return nil }
        (self.own, self.recipient, self.stranger, keys, self.answers) = (own, recipient, stranger, [key], answers)
        policy = SignerPolicy(
            trust: TrustPolicy(anchors: [root.certificate]), certificates: [own.certificate, recipient.certificate])
    }

    /// What the placeholders of an input stand for: certificates, and the content key wrapped in each way a partner may.
    func wrapped(_ key: ContentKey) -> [(name: String, value: String)]? {
        let to = recipient.certificate.publicKey
        guard let current = to.wrap(key, .oaepSHA256), let older = to.wrap(key, .oaepSHA256MaskSHA1),
            let foreign = stranger.certificate.publicKey.wrap(key, .oaepSHA256), let identifier = recipient.certificate.subjectKeyIdentifier
        else { return nil }
        let binary = [
            ("TOKEN", own.certificate.der), ("RECIPIENT", recipient.certificate.der), ("STRANGER", stranger.certificate.der),
            ("KEY", current), ("OLDER-KEY", older), ("FOREIGN-KEY", foreign), ("IDENTIFIER", identifier),
        ]
        return binary.map { ($0.0, Base64.encode($0.1)) }
            + [("ISSUER", recipient.certificate.issuer), ("SERIAL", recipient.certificate.serialNumber)]
    }
}
