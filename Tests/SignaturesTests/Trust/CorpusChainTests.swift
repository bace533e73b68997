import Documents
import Foundation
import Signatures
import Testing

/// Every row of the certificate corpus, each with the code it is refused for.
@Suite("Certificate corpus", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct CorpusChainTests {
    /// sha1-signed.pem begins on the evening of 22 November 2026.
    private let time = Date(timeIntervalSince1970: 1_796_083_200)

    private func chain(_ name: String) throws -> [Certificate] { try Certificate.chain(pem: Corpus.bytes("pki/\(name).pem")) }

    private func check(
        _ name: String, _ purpose: CertificatePurpose, host: String = "localhost", crls: [String] = [], anchor: String = "root",
        pins: Set<Pin> = []
    ) throws -> Bool {
        let certificates = try chain(name)
        var policy = TrustPolicy(anchors: try chain(anchor), pins: pins)
        policy.hostName = host
        policy.crls = try crls.map { try RevocationList(Corpus.bytes("pki/\($0).pem")) }
        policy.revocation = crls.isEmpty ? .ifListed : .hard
        try ChainCheck.check(leaf: certificates[0], chain: Array(certificates.dropFirst()), purpose: purpose, policy: policy, at: time)
        return true
    }

    /// File; verdict as TLS server for localhost, as TLS client, as signer.
    static let rows: [(String, String, String, String)] = [
        ("good-a", "accepted", "accepted", "accepted"),
        ("good-a-next", "accepted", "accepted", "accepted"),
        ("good-b", "accepted", "accepted", "accepted"),
        ("good-ec", "accepted", "accepted", "accepted"),
        // A key of AS4 2.0: outside profile 1.15.
        ("good-ed25519", "T005", "T005", "T005"),
        ("expired", "T002", "T002", "T002"),
        ("not-yet-valid", "T003", "T003", "T003"),
        ("other-environment", "T001", "T001", "T001"),
        ("no-intermediate", "T001", "T001", "T001"),
        ("selfsigned-same-ski", "T001", "T001", "T001"),
        ("rogue-same-dn-serial", "T001", "T001", "T001"),
        ("issued-by-leaf", "T011", "T011", "T011"),
        ("pathlen-violation", "T011", "T011", "T011"),
        ("nc-violation", "T011", "T011", "T011"),
        ("unknown-critical", "T011", "T011", "T011"),
        ("san-nul", "T011", "T011", "T011"),
        ("rsa1024", "T005", "T005", "T005"),
        ("rsa2048", "accepted", "accepted", "accepted"),
        // More than 4096 bits: a stranger must not choose what a verification costs us.
        ("rsa8192", "T005", "T005", "T005"),
        ("sha1-signed", "T005", "T005", "T005"),
        ("wrong-eku", "T004", "T004", "T004"),
        ("server-only-eku", "accepted", "T004", "T004"),
        // TLS wants the use stated; a signing certificate may leave it open (RFC 5280: any use).
        ("no-eku", "T004", "T004", "accepted"),
        ("cn-only", "T010", "accepted", "accepted"),
        ("wrong-san", "T010", "accepted", "accepted"),
        ("wildcard", "T010", "accepted", "accepted"),
        ("revoked", "accepted", "accepted", "accepted"),
    ]

    @Test("A certificate gets its verdict for each purpose", arguments: 0..<rows.count)
    func verdicts(row: Int) throws {
        let (name, server, client, signer) = Self.rows[row]
        #expect(verdict { try check(name, .tlsServer) } == server, "\(name) as server")
        #expect(verdict { try check(name, .tlsClient) } == client, "\(name) as client")
        #expect(verdict { try check(name, .signing) } == signer, "\(name) as signer")
    }

    @Test("No file of the folder is left out")
    func complete() throws {
        let others: Set = [
            "crl-current.pem", "crl-expired.pem", "crl-future.pem", "crl-root.pem", "crl-wrong-signer.pem", "intermediate.pem",
            "keys.tar.gz",
            "qa-root.pem", "rogue-root.pem", "root.pem",
        ]
        #expect(try Corpus.indexed("pki") == Set(Self.rows.map { $0.0 + ".pem" }).union(others))
    }

    @Test("A wildcard does not name a host that it covers; the name of another host is accepted only there")
    func hosts() {
        #expect(verdict { try check("wildcard", .tlsServer, host: "gateway.example.se") } == "T010")
        #expect(verdict { try check("wrong-san", .tlsServer, host: "annan.example.se") } == "accepted")
    }

    @Test("Other environments and rogue roots are trusted by their own anchor only")
    func anchors() {
        #expect(verdict { try check("other-environment", .signing, anchor: "qa-root") } == "accepted")
        #expect(verdict { try check("good-a", .signing, anchor: "qa-root") } == "T001")
        #expect(verdict { try check("good-a", .signing, anchor: "rogue-root") } == "T001")
    }

    @Test(
        "Revocation lists decide for good and for revoked certificates",
        arguments: [
            (["crl-current", "crl-root"], "accepted", "T008"), (["crl-expired", "crl-root"], "T009", "T009"),
            (["crl-future", "crl-root"], "T009", "T009"), (["crl-wrong-signer", "crl-root"], "T009", "T009"),
            (["crl-current"], "T009", "T008"), (["crl-root"], "T009", "T009"),
        ])
    func revocation(lists: [String], good: String, revoked: String) {
        #expect(verdict { try check("good-a", .signing, crls: lists) } == good)
        let found = verdict { try check("revoked", .signing, crls: lists) }
        // Without a list for the intermediate either finding may come first; both refuse.
        #expect(found == revoked || (lists == ["crl-current"] && found == "T009"))
    }

    @Test("In the overlap of a key change both certificates pass, after it only the new one")
    func rollover() throws {
        let (old, new) = (Pin(.leaf, of: try chain("good-a")[0]), Pin(.spki, of: try chain("good-a-next")[0]))
        let verdicts = { (pins: Set<Pin>) in
            ["good-a", "good-a-next", "good-b"].map { name in verdict { try check(name, .signing, pins: pins) } }
        }
        #expect(verdicts([old]) == ["accepted", "T006", "T006"])
        #expect(verdicts([old, new]) == ["accepted", "accepted", "T006"])
        #expect(verdicts([new]) == ["T006", "accepted", "T006"])
    }

    @Test("A certificate with the same issuer, subject and serial number is not the pinned one")
    func sameNames() throws {
        let (good, rogue) = (try chain("good-a")[0], try chain("rogue-same-dn-serial")[0])
        #expect(good.issuer == rogue.issuer && good.serialNumber == rogue.serialNumber && good.subject == rogue.subject && good != rogue)
        #expect(!Pin(.leaf, of: good).names(rogue) && !Pin(.spki, of: good).names(rogue))
    }

    @Test("Private keys of the corpus load when their type and size are in the profile")
    func keys() throws {
        let folder = try Corpus.unpack("pki/keys.tar.gz")
        let verdicts = ["good-a": "accepted", "good-ec": "accepted", "rsa1024": "K004", "rsa8192": "K004", "good-ed25519": "K004"]
        for (name, expected) in verdicts { #expect(verdict { try PrivateKey(pem: folder.read(name + ".key")) } == expected, "\(name)") }
        #expect(try PrivateKey(pem: folder.read("good-a.key")).matches(chain("good-a")[0]))
    }
}
