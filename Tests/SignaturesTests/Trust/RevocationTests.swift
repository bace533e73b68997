import Documents
import Foundation
import Signatures
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

    private func verdicts(_ lists: [RevocationList], requires: Bool = true, at time: Date? = nil) -> [String] {
        var policy = people.authority.policy
        (policy.crls, policy.requiresCRL) = (lists, requires)
        return [people.rsa, people.other].map { leaf in
            verdict { try ChainCheck.check(leaf: leaf, chain: [], purpose: .signing, policy: policy, at: time ?? now) }
        }
    }

    @Test("With fresh lists of every issuer the revoked certificate is refused and the other passes")
    func revoked() throws {
        let lists = [try list("root"), try list("ca", revoking: ["annan"])]
        #expect(verdicts(lists) == ["accepted", "T008"])
        #expect(verdicts(lists, requires: false) == ["accepted", "T008"])
    }

    @Test("A revoked intermediate takes all its certificates along")
    func revokedIntermediate() throws {
        #expect(verdicts([try list("root", revoking: ["ca"]), try list("ca")]) == ["T008", "T008"])
    }

    @Test("A missing list refuses when lists are required, and always when only some are there")
    func missing() throws {
        #expect(verdicts([]) == ["T009", "T009"])
        #expect(verdicts([], requires: false) == ["accepted", "accepted"])
        #expect(verdicts([try list("ca")], requires: false) == ["T009", "T009"])
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
}
