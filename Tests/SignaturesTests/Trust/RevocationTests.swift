import Documents
import Foundation
import Signatures
import Synchronization
import Testing

@Suite("Revocation", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct RevocationTests {
    let people: Identities
    let folder: ScratchFolder
    let now = Date().addingTimeInterval(3600)

    init() throws {
        people = try Identities.shared.get()
        folder = try ScratchFolder()
    }

    /// Makes a list of `issuer` (root or ca) that revokes `revoked`, valid for `days`.
    private func list(_ issuer: String, revoking revoked: [String] = [], days: Int = 30, digest: String = "sha256") throws -> RevocationList
    {
        let home = people.authority.folder.url.path
        let config = """
            [ca]
            default_ca=d
            [d]
            database=\(issuer).db
            crlnumber=\(issuer).number
            default_md=\(digest)
            unique_subject=no
            crl_extensions=e
            [e]
            authorityKeyIdentifier=keyid
            """
        try folder.write([UInt8](config), "\(issuer).cnf")
        try folder.write([], "\(issuer).db")
        try folder.write([UInt8]("01\n"), "\(issuer).number")
        let sign = "-config \(issuer).cnf -cert \(home)/\(issuer).pem -keyfile \(home)/\(issuer).key"
        for name in revoked { try TestAuthority.run(folder, "openssl ca -batch \(sign) -revoke \(home)/\(name).pem") }
        try TestAuthority.run(folder, "openssl ca -batch \(sign) -gencrl -crldays \(days) -out \(issuer).crl")
        return try RevocationList(folder.read("\(issuer).crl"))
    }

    private func verdicts(_ lists: [RevocationList], _ mode: RevocationMode = .hard, at time: Date? = nil) -> [String] {
        var policy = people.authority.policy
        (policy.crls, policy.revocation) = (lists, mode)
        return [people.rsa, people.other].map { leaf in
            verdict { try ChainCheck.check(leaf: leaf, chain: [], purpose: .signing, policy: policy, at: time ?? now) }
        }
    }

    @Test("With fresh lists of every issuer the revoked certificate is refused and the other passes")
    func revoked() throws {
        let lists = [try list("root"), try list("ca", revoking: ["annan"])]
        #expect(verdicts(lists) == ["accepted", "T008"])
        for mode in [RevocationMode.grace(3_600), .soft, .ifListed] { #expect(verdicts(lists, mode) == ["accepted", "T008"]) }
    }

    @Test("A revoked intermediate takes all its certificates along")
    func revokedIntermediate() throws {
        #expect(verdicts([try list("root", revoking: ["ca"]), try list("ca")]) == ["T008", "T008"])
    }

    @Test("A missing list refuses when lists are required, and always when only some are there")
    func missing() throws {
        #expect(verdicts([]) == ["T009", "T009"])
        #expect(verdicts([], .ifListed) == ["accepted", "accepted"])
        #expect(verdicts([try list("ca")], .ifListed) == ["T009", "T009"])
        #expect(verdicts([], .grace(3_600)) == ["T009", "T009"])
        #expect(verdicts([], .soft) == ["accepted", "accepted"])
        #expect(verdicts([try list("root")]) == ["T009", "T009"])
    }

    @Test("A list that is stale or from the future decides nothing")
    func dates() throws {
        let lists = [try list("root", days: 300), try list("ca", days: 10)]
        let next = try #require(lists[1].nextUpdate)
        #expect(verdicts(lists, at: next.addingTimeInterval(-60)) == ["accepted", "accepted"])
        #expect(verdicts(lists, at: next.addingTimeInterval(60)) == ["T009", "T009"])
        #expect(lists[1].issuer == "CN=Provutgivare,O=Provning,C=SE")
    }

    @Test("A list in DER reads like one in PEM; another thing is no list; one signed with SHA-1 is refused")
    func forms() throws {
        let pem = try list("ca")
        try TestAuthority.run(folder, "openssl crl -in ca.crl -outform DER -out der.crl")
        let der = try RevocationList(folder.read("der.crl"))
        #expect(der.thisUpdate == pem.thisUpdate && der.nextUpdate == pem.nextUpdate)
        #expect(verdict { try RevocationList(people.rsa.pem) } == "T009")
        #expect(verdict { try RevocationList([]) } == "T009")
        #expect(verdict { try list("ca", digest: "sha1") } == "T005")
        #expect(verdict { try RevocationList.load(path: folder.path("none")) } == "K001")
        #expect(try RevocationList.load(path: folder.path("der.crl")).thisUpdate == pem.thisUpdate)
    }

    @Test("Grace counts from the end of the list, tells of each decision, and is over when it is over; soft still knows who was revoked")
    func grace() throws {
        let lists = [try list("root", days: 300), try list("ca", revoking: ["annan"], days: 10)]
        let end = try #require(lists[1].nextUpdate)
        let late = end.addingTimeInterval(1_800)
        #expect(verdicts(lists, .hard, at: late) == ["T009", "T009"])
        #expect(verdicts(lists, .grace(3_600), at: late) == ["accepted", "T008"])
        #expect(verdicts(lists, .grace(3_600), at: end.addingTimeInterval(3_600)) == ["T009", "T009"])
        #expect(verdicts(lists, .soft, at: end.addingTimeInterval(86_400)) == ["accepted", "T008"])
        let witness = CountingWitness()
        var policy = people.authority.policy
        (policy.crls, policy.revocation, policy.witness) = (lists, .grace(3_600), witness)
        for _ in 0..<3 {
            let verdict = try ChainCheck.verdict(on: [people.rsa, people.authority.root], for: .signing, policy: policy, at: late)
            #expect(verdict.bases == [.overdue(since: end), .list])
        }
        #expect(witness.overdue == 3 && witness.met == 1, "remembered, and told each time")
    }

    @Test("From the network only a whole, current list of a known issuer is taken, and none older than the one at hand")
    func acceptance() throws {
        let authorities = [people.authority.root, people.authority.intermediate]
        let first = try list("ca")
        let take = { (bytes: [UInt8], earlier: RevocationList?, time: Date) in
            verdict { try RevocationList.accept(bytes, from: authorities, replacing: earlier, at: time) }
        }
        let bytes = try folder.read("ca.crl")
        #expect(take(bytes, nil, Date()) == "accepted")
        #expect(take(bytes, first, Date()) == "accepted", "the same again")
        #expect(verdict { try RevocationList.accept(bytes, from: [people.authority.root], replacing: nil, at: Date()) } == "T013")
        #expect(take(bytes, nil, Date().addingTimeInterval(31 * 86_400)) == "T014")
        #expect(take(bytes, nil, Date().addingTimeInterval(-86_400)) == "T015")
        #expect(take([], nil, Date()) == "T009")
        try TestAuthority.run(
            folder,
            "openssl ca -batch -config ca.cnf -cert \(people.authority.folder.url.path)/ca.pem -keyfile \(people.authority.folder.url.path)/ca.key -gencrl -crldays 30 -out second.crl"
        )
        let second = try RevocationList(folder.read("second.crl"))
        #expect(try #require(second.number).lexicographicallyPrecedes(try #require(first.number)) == false)
        #expect(take(try folder.read("second.crl"), first, Date()) == "accepted")
        #expect(take(bytes, second, Date()) == "T014", "rolled back")
        var altered = try #require(Optional(first.der))
        altered[altered.count - 1] ^= 1
        #expect(take(altered, nil, Date()) == "T013")
    }
}

/// Counts what it is told.
private final class CountingWitness: ChainWitness {
    private let counts = Mutex((met: 0, overdue: 0))
    var met: Int { counts.withLock { $0.met } }
    var overdue: Int { counts.withLock { $0.overdue } }

    func met(_ path: [Certificate], for purpose: CertificatePurpose) { counts.withLock { $0.met += 1 } }
    func decided(_ leaf: Certificate, onOverdue issuer: String, endedAt: Date) { counts.withLock { $0.overdue += 1 } }
}
