import Documents
import Foundation
import Signatures
import Testing

@Suite("Certificate chains", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct ChainCheckTests {
    let people: Identities
    let authority: TestAuthority
    // Leaves are issued during the test.
    let now = Date().addingTimeInterval(3600)

    init() throws {
        people = try Identities.shared.get()
        authority = people.authority
    }

    private func check(
        _ leaf: Certificate, _ purpose: CertificatePurpose = .signing, policy: TrustPolicy? = nil, at time: Date? = nil
    ) throws -> Bool {
        try ChainCheck.check(leaf: leaf, chain: [], purpose: purpose, policy: policy ?? authority.policy, at: time ?? now)
        return true
    }

    private var serverPolicy: TrustPolicy {
        var policy = authority.policy
        policy.hostName = "gateway.example.se"
        return policy
    }

    @Test("A certificate for every use passes every purpose", arguments: Identities.Signer.allCases)
    func accepted(signer: Identities.Signer) throws {
        for purpose in CertificatePurpose.allCases { #expect(try check(people.certificate(signer), purpose, policy: serverPolicy)) }
    }

    @Test("The intermediate may come with the message instead of the policy; from neither there is no chain")
    func intermediates() throws {
        let rootOnly = TrustPolicy(anchors: [authority.root])
        try ChainCheck.check(leaf: people.rsa, chain: [people.rsa, authority.intermediate], purpose: .signing, policy: rootOnly, at: now)
        #expect(verdict { try check(people.rsa, policy: rootOnly) } == "T001")
        #expect(verdict { try check(people.rsa, policy: TrustPolicy(anchors: [])) } == "T001")
        // An intermediate is no anchor, or its revocation by the root would mean nothing.
        #expect(verdict { try check(people.rsa, policy: TrustPolicy(anchors: [authority.intermediate])) } == "T001")
    }

    @Test("Time decides: before the first and after the last instant are refused, with the instants in the detail")
    func time() throws {
        let late = try #require(refusal { try check(people.rsa, at: people.rsa.notAfter.addingTimeInterval(1)) })
        #expect(late.code == "T002" && late.detail?.contains(XMLTime.text(people.rsa.notAfter)) == true)
        #expect(late.detail?.contains("\"region\" serial=\(people.rsa.serialNumber)") == true)
        let early = try #require(refusal { try check(people.rsa, at: people.rsa.notBefore.addingTimeInterval(-86_400)) })
        #expect(early.code == "T003" && early.detail?.contains("check=validity found=notBefore") == true)
        #expect(try check(people.rsa, at: people.rsa.notAfter.addingTimeInterval(-1)))
    }

    static let uses: [(String, String, [String])] = [
        // Extended key usage, key usage; then the verdict as server, as client and as signer.
        ("extendedKeyUsage=serverAuth", "digitalSignature", ["accepted", "T004", "T004"]),
        ("extendedKeyUsage=clientAuth", "digitalSignature", ["T004", "accepted", "accepted"]),
        ("extendedKeyUsage=codeSigning", "digitalSignature", ["T004", "T004", "T004"]),
        ("extendedKeyUsage=emailProtection", "nonRepudiation", ["T004", "T004", "accepted"]),
        ("extendedKeyUsage=1.3.6.1.5.5.7.3.36", "digitalSignature", ["T004", "T004", "accepted"]),
        ("extendedKeyUsage=anyExtendedKeyUsage", "digitalSignature", ["T004", "T004", "accepted"]),
        ("", "digitalSignature", ["T004", "T004", "accepted"]),
        ("extendedKeyUsage=clientAuth,serverAuth", "keyEncipherment", ["accepted", "T004", "T004"]),
    ]

    @Test("What a certificate says it is for binds it", arguments: 0..<uses.count)
    func purposes(row: Int) throws {
        let (extended, usage, expected) = Self.uses[row]
        let extensions = """
            basicConstraints=critical,CA:FALSE
            keyUsage=critical,\(usage)
            \(extended)
            subjectAltName=DNS:gateway.example.se
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid
            """
        let leaf = try authority.issue("use\(row)", extensions: extensions)
        let verdicts = CertificatePurpose.allCases.map { purpose in verdict { try check(leaf, purpose, policy: serverPolicy) } }
        #expect(verdicts == expected, "\(extended) \(usage)")
    }

    @Test("A CA certificate issues and does nothing else")
    func authorityAsLeaf() throws {
        let extensions = TestAuthority.authority.replacing("keyCertSign", with: "digitalSignature,keyCertSign")
        let authorityLeaf = try authority.issue(
            "caleaf", extensions: extensions + "\nextendedKeyUsage=clientAuth,serverAuth\n", issuer: "root")
        #expect(verdict { try check(authorityLeaf) } == "T004")
        #expect(verdict { try check(authorityLeaf, .tlsClient) } == "T004")
        #expect(verdict { try check(authority.root) } == "T004")
    }

    @Test("A certificate without key usage does not sign")
    func withoutKeyUsage() throws {
        let extensions = "basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
        #expect(verdict { try check(try authority.issue("nousage", extensions: extensions)) } == "T004")
    }

    @Test(
        "Weak, strange and outsized keys and SHA-1 are refused",
        arguments: [
            ("rsa:1024", "-sha256", "T005"), ("rsa:2048", "-sha1", "T005"), ("ED25519", "-sha256", "T005"), ("ec:P-384", "-sha256", "T005"),
            ("rsa:3072", "-sha384", "accepted"),
        ])
    func strength(key: String, digest: String, expected: String) throws {
        let name = "strength" + key.replacing(":", with: "") + digest
        let leaf = try authority.issue(name, key: key, digest: digest)
        #expect(verdict { try check(leaf) } == expected)
        // In TLS P-384 is as good as P-256.
        #expect(verdict { try check(leaf, .tlsClient) } == (key == "ec:P-384" ? "accepted" : expected))
    }

    @Test("A policy may ask for more than 2048 bits and never for less")
    func minimumBits() throws {
        var policy = authority.policy
        policy.minimumRSABits = 3072
        let refused = try #require(refusal { try check(people.rsa, policy: policy) })
        #expect(refused.code == "T005" && refused.detail?.contains("3072") == true)
        policy.minimumRSABits = 512
        #expect(try check(people.rsa, policy: policy))
        #expect(verdict { try check(try authority.issue("few", key: "rsa:1024"), policy: policy) } == "T005")
    }

    @Test("Pins: none demands none, two overlap during a change, another certificate of the same CA is not enough")
    func pins() throws {
        var policy = authority.policy
        policy.pins = [Pin(.leaf, of: people.rsa)]
        #expect(try check(people.rsa, policy: policy))
        let refused = try #require(refusal { try check(people.other, policy: policy) })
        #expect(refused.code == "T006" && refused.detail?.contains(Pin(.spki, of: people.other).description) == true)
        policy.pins.insert(Pin(.spki, of: people.other))
        #expect(try check(people.rsa, policy: policy) && check(people.other, policy: policy))
        policy.pins = [Pin(.spki, of: people.other)]
        #expect(verdict { try check(people.rsa, policy: policy) } == "T006")
    }

    @Test("A pin gives no trust by itself: the chain is still checked")
    func pinAlone() throws {
        let policy = TrustPolicy(anchors: [], pins: [Pin(.leaf, of: people.rsa)])
        #expect(verdict { try check(people.rsa, policy: policy) } == "T001")
    }

    @Test("The issuing CA of the agreement must have issued the leaf")
    func issuingAuthority() throws {
        var policy = authority.policy
        policy.issuingCA = authority.intermediate
        #expect(try check(people.rsa, policy: policy))
        policy.issuingCA = authority.root
        #expect(verdict { try check(people.rsa, policy: policy) } == "T007")
    }

    @Test(
        "The host name must stand in subjectAltName, exactly",
        arguments: [
            ("gateway.example.se", "accepted"), ("GATEWAY.example.se", "accepted"), ("127.0.0.1", "accepted"), ("127.0.0.2", "T010"),
            ("example.se", "T010"), ("x.gateway.example.se", "T010"), ("region", "T010"), ("", "T010"),
        ])
    func hosts(host: String, expected: String) {
        var policy = authority.policy
        policy.hostName = host
        #expect(verdict { try check(people.rsa, .tlsServer, policy: policy) } == expected)
    }

    @Test("A server that neither host name nor pin names is refused")
    func unnamedServer() throws {
        #expect(verdict { try check(people.rsa, .tlsServer) } == "T010")
        var policy = authority.policy
        policy.pins = [Pin(.leaf, of: people.rsa)]
        #expect(try check(people.rsa, .tlsServer, policy: policy))
    }

    @Test("Wildcards and common names do not name a partner")
    func wildcards() throws {
        let extensions = TestAuthority.everyUse.replacing("DNS:gateway.example.se,IP:127.0.0.1", with: "DNS:*.example.se")
        let leaf = try authority.issue("gateway.example.se", extensions: extensions)
        #expect(verdict { try check(leaf, .tlsServer, policy: serverPolicy) } == "T010")
    }

    @Test("Two hundred certificates beside the leaf are refused unread")
    func manyCertificates() {
        let many = Array(repeating: people.other, count: 200)
        let refused = refusal { try ChainCheck.check(leaf: people.rsa, chain: many, purpose: .signing, policy: authority.policy, at: now) }
        #expect(refused?.code == "T001" && refused?.detail?.contains("200") == true)
    }

    @Test("A certificate issued by a leaf, and one below path length 0, break the rules")
    func authorityRules() throws {
        let below = try authority.issue("below", issuer: "region")
        #expect(verdict { try check(below, policy: with([people.rsa])) } == "T011")
        let sub = try authority.issue("sub", extensions: TestAuthority.authority)
        let deep = try authority.issue("deep", issuer: "sub")
        #expect(verdict { try check(deep, policy: with([sub])) } == "T011")
    }

    private func with(_ more: [Certificate]) -> TrustPolicy {
        TrustPolicy(anchors: [authority.root], intermediates: [authority.intermediate] + more)
    }

    @Test("Many threads may check with one policy")
    func threads() {
        let values = SharedValues()
        let (leaf, policy, time) = (people.rsa, authority.policy, now)
        DispatchQueue.concurrentPerform(iterations: 200) { _ in
            values.add((try? ChainCheck.check(leaf: leaf, chain: [], purpose: .signing, policy: policy, at: time)) != nil)
        }
        #expect(values.all.count == 200 && values.all.allSatisfy { $0 })
    }

    @Test("Every code of trust has text and remedy in both languages")
    func texts() { checkTexts(TrustCode.self, letter: "T") }
}
