import NIOCore
import NIOPosix
import NIOSSL
import Signatures

/// The TLS of the profile as NIOSSL settings. NIOSSL's defaults allow TLS 1.0, CBC suites and the system's roots.
enum TLSSettings {
    /// The suites of TLS 1.2; those of TLS 1.3 are fixed and all good.
    static let suites: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]
    static let curves: [NIOTLSCurve] = [.x25519, .secp256r1, .secp384r1]
    /// SHA-256 and stronger, in the peer's handshake signatures.
    static let peerSignatures: [NIOSSL.SignatureAlgorithm] = [
        .ecdsaSecp256R1Sha256, .ecdsaSecp384R1Sha384, .rsaPssRsaeSha256, .rsaPssRsaeSha384, .rsaPssRsaeSha512,
        .rsaPkcs1Sha256, .rsaPkcs1Sha384, .rsaPkcs1Sha512,
    ]
    /// How long a closing connection may wait for the peer's close_notify; what still arrives is thrown away meanwhile.
    static let closingTime = TimeAmount.seconds(2)

    /// Serves with `identity`; names the anchors to clients, so that those with several certificates choose the right one.
    static func server(_ identity: TLSIdentity, anchors: [Certificate], pool: NIOThreadPool = .singleton) throws -> TLSConfiguration {
        var settings = TLSConfiguration.makeServerConfiguration(
            certificateChain: try identity.chain.map { .certificate(try native($0)) },
            privateKey: .privateKey(try native(identity.key, pool)))
        settings.sendCANameList = true
        return try harden(settings, anchors: anchors)
    }

    /// Calls with `identity`.
    static func client(_ identity: TLSIdentity, anchors: [Certificate], pool: NIOThreadPool = .singleton) throws -> TLSConfiguration {
        var settings = TLSConfiguration.makeClientConfiguration()
        settings.certificateChain = try identity.chain.map { .certificate(try native($0)) }
        settings.privateKey = .privateKey(try native(identity.key, pool))
        return try harden(settings, anchors: anchors)
    }

    /// `noHostnameVerification` demands a certificate of the peer; the custom callback then replaces NIOSSL's own judgement,
    /// host name included. The roots are set all the same, so that forgetting the callback would not mean the system's roots.
    private static func harden(_ base: TLSConfiguration, anchors: [Certificate]) throws -> TLSConfiguration {
        var settings = base
        settings.minimumTLSVersion = .tlsv12
        settings.maximumTLSVersion = .tlsv13
        settings.cipherSuiteValues = suites
        settings.curves = curves
        settings.verifySignatureAlgorithms = peerSignatures
        settings.certificateVerification = .noHostnameVerification
        settings.trustRoots = .certificates(try anchors.map(native))
        settings.applicationProtocols = ["http/1.1"]
        settings.renegotiationSupport = .none
        settings.shutdownTimeout = closingTime
        return settings
    }

    private static func native(_ key: TLSIdentity.Key, _ pool: NIOThreadPool) throws -> NIOSSLPrivateKey {
        switch key {
        case .pem(let bytes): try NIOSSLPrivateKey(bytes: bytes, format: .pem)
        case .held(let key): NIOSSLPrivateKey(customPrivateKey: HeldTLSKey(key: key, pool: pool))
        }
    }

    private static func native(_ certificate: Certificate) throws -> NIOSSLCertificate {
        try NIOSSLCertificate(bytes: certificate.der, format: .der)
    }
}
