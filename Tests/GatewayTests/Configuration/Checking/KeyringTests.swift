import Foundation
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("The keyring", .enabled(if: Tool.arePresent("openssl", "sh"), "openssl makes the certificates"))
struct KeyringTests {
    private func accepted(_ change: (inout ConfigurationWriter) throws -> Void = { _ in }) throws -> (
        ConfigurationCheck.Accepted, DevelopmentPKI
    ) {
        var gateway = try CheckedGateway()
        try change(&gateway.writer)
        let outcome = try gateway.check()
        return (try #require(outcome.accepted, "\(outcome.problems.map(\.english))"), gateway.certificates)
    }

    @Test("holds our own certificates, chains and keys that belong together")
    func own() throws {
        let (accepted, certificates) = try accepted()
        for use in CertificateUse.allCases {
            let own = accepted.keyring.credentials(for: use)
            let file = try Certificate.load(path: "\(certificates.folder)/region/\(use.rawValue).pem")
            #expect(own.certificate == file[0] && own.chain == file)
            #expect(own.key.matches(own.certificate))
        }
        #expect(accepted.keyring.tlsKeyPEM == [UInt8](try Data(contentsOf: URL(filePath: certificates.key(.region, .tls)))))
    }

    @Test("trusts the partner's certificate for each use, and no other certificate of the same CA")
    func policies() throws {
        let (accepted, certificates) = try accepted()
        let partner = try #require(accepted.configuration.partner(named: "kommun"))
        let keyring = accepted.keyring
        let cases: [(DevelopmentPKI.Use, CertificatePurpose, TrustPolicy)] = [
            (.tls, .tlsServer, keyring.tlsPolicy(for: partner)), (.tls, .tlsClient, keyring.tlsPolicy(for: partner)),
            (.as4, .signing, keyring.as4Policy(for: partner)), (.signing, .signing, keyring.signingPolicy(for: partner)),
        ]
        for (use, purpose, policy) in cases {
            let good = try Certificate.load(path: certificates.certificate(.kommun, use))
            try ChainCheck.check(leaf: good[0], chain: good, purpose: purpose, policy: policy, at: Date())
            let other = try Certificate.load(path: certificates.certificate(.neighbour, use))
            #expect(throws: (any Error).self) {
                try ChainCheck.check(leaf: other[0], chain: other, purpose: purpose, policy: policy, at: Date())
            }
            #expect(policy.revocation == .hard && !policy.crls.isEmpty && policy.issuingCA != nil && policy.minimumRSABits == 3072)
        }
    }

    @Test("trusts our own signature and not the partner's where only ours will do")
    func ownSignature() throws {
        let (accepted, certificates) = try accepted()
        let policy = accepted.keyring.ownSigningPolicy
        let own = try Certificate.load(path: certificates.certificate(.region, .signing))
        try ChainCheck.check(leaf: own[0], chain: own, purpose: .signing, policy: policy, at: Date())
        let other = try Certificate.load(path: certificates.certificate(.kommun, .signing))
        #expect(throws: (any Error).self) {
            try ChainCheck.check(leaf: other[0], chain: other, purpose: .signing, policy: policy, at: Date())
        }
    }

    @Test("trusts a partner of another configuration for nothing")
    func failsClosed() throws {
        let (accepted, certificates) = try accepted()
        let partner = try #require(accepted.configuration.partner(named: "kommun"))
        let stranger = Partner(
            name: "x", organisationsnummer: partner.organisationsnummer, endpoint: partner.endpoint, party: partner.party,
            tls: PartnerTrust(pins: partner.tls.pins, issuer: "/elsewhere/ca.pem"), as4: partner.as4,
            encryptionCertificate: nil, signing: partner.signing)
        let good = try Certificate.load(path: certificates.certificate(.kommun, .tls))
        let policy = accepted.keyring.tlsPolicy(for: stranger)
        #expect(throws: (any Error).self) {
            try ChainCheck.check(leaf: good[0], chain: good, purpose: .tlsServer, policy: policy, at: Date())
        }
    }

    @Test("accepts RSA of 2048 bits only with the weakening")
    func weakening() throws {
        let line = "weakenings: [{ name: rsa-2048, reason: \"the partner's CA\", until: 2099-12-31 }]"
        let (accepted, _) = try accepted { $0.appendix = line }
        #expect(accepted.keyring.minimumRSABits == 2048)
        let partner = try #require(accepted.configuration.partners.first)
        #expect(accepted.keyring.as4Policy(for: partner).minimumRSABits == 2048)
    }
}
