import Documents
import NIOSSL
import Signatures
import Testing

@testable import Gateway

@Suite("TLS settings", .enabled(if: TransportPKI.isAvailable, "openssl is not installed"))
struct TLSSettingsTests {
    @Test(
        "Server and client speak TLS 1.2 with ECDHE and AEAD or TLS 1.3, demand a certificate, and nothing else",
        arguments: [true, false])
    func profile(isServer: Bool) throws {
        let pki = try TransportPKI.made()
        let (identity, anchors) = (try pki.identity("server"), [try pki.certificate("ca")])
        let settings = try isServer ? TLSSettings.server(identity, anchors: anchors) : TLSSettings.client(identity, anchors: anchors)
        #expect(settings.minimumTLSVersion == .tlsv12)
        #expect(settings.maximumTLSVersion == .tlsv13)
        #expect(
            Set(settings.cipherSuiteValues) == [
                .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
            ])
        #expect(settings.curves == [.x25519, .secp256r1, .secp384r1])
        #expect(settings.verifySignatureAlgorithms?.contains(.rsaPkcs1Sha1) == false)
        #expect(settings.verifySignatureAlgorithms?.contains(.ecdsaSha1) == false)
        #expect(settings.certificateVerification == .noHostnameVerification)
        #expect(settings.applicationProtocols == ["http/1.1"])
        guard case .none = settings.renegotiationSupport else {
            Issue.record("renegotiation is allowed")
            return
        }
        guard case .certificates(let roots) = settings.trustRoots else {
            Issue.record("the system's roots are trusted")
            return
        }
        #expect(roots.count == 1)
        #expect(settings.certificateChain.count == 1)
        #expect(settings.keyLogCallback == nil)
    }

    @Test("A key that is not the certificate's is refused when the contexts are made, and a failed reload changes nothing")
    func wrongKey() throws {
        let pki = try TransportPKI.made()
        let wrong = TLSIdentity(chain: [try pki.certificate("server")], keyPEM: try pki.bytes("client.key"))
        let peers = [PeerTrust(partner: "region", policy: try pki.policy(pinning: ["client"]))]
        let runtime = TransportBench.runtime(TestClock())
        #expect { try TLSContexts(identity: wrong, peers: peers, runtime: runtime) } throws: { ($0 as? Refusal)?.code == "G014" }
        let contexts = try TLSContexts(identity: pki.identity("server"), peers: peers, runtime: runtime)
        #expect { try contexts.reload(identity: wrong, peers: peers) } throws: { ($0 as? Refusal)?.code == "G014" }
        #expect(contexts.current.number == 1)
    }

    @Test("A pin in two partners is refused, whatever its kind")
    func sharedPin() throws {
        let pki = try TransportPKI.made()
        let peers = try ["one", "two"].map { PeerTrust(partner: $0, policy: try pki.policy(pinning: ["client"], kind: .spki)) }
        #expect {
            try TLSContexts(identity: pki.identity("server"), peers: peers, runtime: TransportBench.runtime(TestClock()))
        } throws: { ($0 as? Refusal)?.code == "G015" }
    }
}
