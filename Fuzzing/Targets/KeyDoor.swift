import Foundation
import Signatures

/// Certificates come with messages and connections, the rest from files of operators and from the network.
enum KeyDoor {
    /// Every reader in turn. A certificate that is read has one encoding only.
    static func material(_ bytes: [UInt8]) {
        if let certificate = try? Certificate(der: bytes) {
            precondition(certificate.der == bytes, "a certificate of two encodings")
            use(certificate, at: certificate.notBefore)
            let twice = certificate.pem + certificate.pem
            precondition((try? Certificate.chain(pem: twice)) == [certificate, certificate], "a chain that is not read back")
        }
        if let certificate = try? Certificate(pem: bytes) {
            precondition((try? Certificate(pem: certificate.pem)) == certificate, "a certificate that is not read back")
        }
        // Two are enough: with each of a long chain the fuzzer would spend its time on signatures.
        for certificate in ((try? Certificate.chain(pem: bytes)) ?? []).prefix(2) { use(certificate, at: certificate.notAfter) }
        _ = try? RevocationList(bytes)
        _ = try? PrivateKey(pem: bytes)
        _ = try? PublicKey(subjectPublicKeyInfo: bytes)
        _ = Base64.decode(String(decoding: bytes, as: UTF8.self))
    }

    private static func use(_ certificate: Certificate, at time: Date) {
        let policy = TrustPolicy(anchors: [certificate], pins: [Pin(.leaf, of: certificate), Pin(.spki, of: certificate)])
        for purpose in [CertificatePurpose.signing, .tlsServer, .tlsClient] {
            try? ChainCheck.check(leaf: certificate, chain: [certificate], purpose: purpose, policy: policy, at: time)
        }
        _ = certificate.verify(certificate.sha256, over: certificate.sha256, algorithm: .rsaSHA256)
        _ = certificate.verify(certificate.sha256 + certificate.sha256, over: certificate.sha256, algorithm: .ecdsaP256SHA256)
    }
}
