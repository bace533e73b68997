import Documents
import NIOCore
import NIOPosix
import NIOSSL
import Signatures

/// A TLS key that the TLS library does not hold: it asks for each signature of a handshake, which is made on a worker thread.
struct HeldTLSKey: NIOSSLCustomPrivateKey, Hashable {
    let key: PrivateKey
    let pool: NIOThreadPool

    /// What the key can sign with, the best first; TLS 1.3 knows RSA with PSS only.
    var signatureAlgorithms: [NIOSSL.SignatureAlgorithm] {
        switch key.algorithm {
        case .rsaSHA256: [.rsaPssRsaeSha256, .rsaPssRsaeSha384, .rsaPssRsaeSha512, .rsaPkcs1Sha256, .rsaPkcs1Sha384, .rsaPkcs1Sha512]
        case .ecdsaP256SHA256: [.ecdsaSecp256R1Sha256]
        }
    }

    func sign(channel: any Channel, algorithm: NIOSSL.SignatureAlgorithm, data: ByteBuffer) -> EventLoopFuture<ByteBuffer> {
        let bytes = Array(data.readableBytesView)
        return pool.runIfActive(eventLoop: channel.eventLoop) {
            guard let scheme = Self.schemes[algorithm] else { throw Refusal(KeyCode.signingFailed, detail: "TLS algorithm") }
            return ByteBuffer(bytes: try key.handshakeSignature(over: bytes, scheme: scheme))
        }
    }

    /// RSA key exchange is of TLS 1.2 without forward secrecy, which the profile does not have.
    func decrypt(channel: any Channel, data: ByteBuffer) -> EventLoopFuture<ByteBuffer> {
        channel.eventLoop.makeFailedFuture(Refusal(KeyCode.signingFailed, detail: "TLS key exchange by RSA"))
    }

    private static let schemes: [NIOSSL.SignatureAlgorithm: PrivateKey.HandshakeScheme] = [
        .rsaPssRsaeSha256: .init(digest: .sha256, isPSS: true), .rsaPssRsaeSha384: .init(digest: .sha384, isPSS: true),
        .rsaPssRsaeSha512: .init(digest: .sha512, isPSS: true), .rsaPkcs1Sha256: .init(digest: .sha256, isPSS: false),
        .rsaPkcs1Sha384: .init(digest: .sha384, isPSS: false), .rsaPkcs1Sha512: .init(digest: .sha512, isPSS: false),
        .ecdsaSecp256R1Sha256: .init(digest: .sha256, isPSS: false),
    ]

    static func == (left: HeldTLSKey, right: HeldTLSKey) -> Bool { left.key === right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(key)) }
}
