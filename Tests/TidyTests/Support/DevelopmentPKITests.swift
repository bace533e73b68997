import Foundation
import TestSupport
import Testing

@Suite("Certificates of the development CA", .enabled(if: Tool.arePresent("openssl"), "not present: the openssl command"))
struct DevelopmentPKITests {
    /// What `openssl verify` says in strict mode, with revocation lists; empty when it accepts.
    private func judgement(_ certificate: String, _ use: DevelopmentPKI.Use, crl: String? = nil, more: [String] = []) throws -> String {
        let pki = try DevelopmentPKI.shared()
        let purpose = use == .tls ? "sslserver" : "smimesign"
        let result = try Tool.require("openssl").runBlocking(
            [
                "verify", "-x509_strict", "-auth_level", "2", "-purpose", purpose, "-crl_check_all", "-CRLfile",
                crl ?? pki.revocationList(use),
            ]
                + ["-CAfile", pki.root(use), "-untrusted", certificate] + more + [certificate])
        return result.isSuccess ? "" : result.errorText
    }

    @Test("OpenSSL in strict mode accepts every certificate of every organisation", arguments: DevelopmentPKI.Use.allCases)
    func accepts(_ use: DevelopmentPKI.Use) throws {
        let pki = try DevelopmentPKI.shared()
        for organisation in [TestOrganisation.region, .kommun, .neighbour] {
            let more = use == .tls ? ["-verify_hostname", "localhost"] : []
            #expect(try judgement(pki.certificate(organisation, use), use, more: more).isEmpty)
        }
    }

    @Test(
        "OpenSSL refuses each faulty certificate for its one fault",
        arguments: [
            (DevelopmentPKI.Fault.expired, "has expired"), (.notYetValid, "not yet valid"),
            (.wrongPurpose, "unsuitable certificate purpose"),
            (.wrongAuthority, "unable to get local issuer"), (.revoked, "certificate revoked"),
        ])
    func refuses(_ fault: DevelopmentPKI.Fault, _ words: String) throws {
        let pki = try DevelopmentPKI.shared()
        for use in DevelopmentPKI.Use.allCases {
            let list = fault == .revoked ? pki.revocationListWithEntry(use) : pki.revocationList(use)
            #expect(try judgement(pki.faultyCertificate(fault, use), use, crl: list).contains(words), "\(use)")
        }
    }

    @Test("A certificate for another host and an overdue list are refused")
    func refusesHostAndList() throws {
        let pki = try DevelopmentPKI.shared()
        let other = pki.faultyCertificate(.wrongHost, .tls)
        #expect(try judgement(other, .tls).isEmpty)
        #expect(try judgement(other, .tls, more: ["-verify_hostname", "localhost"]).contains("hostname mismatch"))
        #expect(try judgement(pki.certificate(.region, .tls), .tls, crl: pki.staleRevocationList(.tls)).contains("CRL has expired"))
    }

    @Test("Keys are private, names carry the organisationsnummer, pins are the certificates'")
    func contents() throws {
        let pki = try DevelopmentPKI.shared()
        let openssl = try Tool.require("openssl")
        for use in DevelopmentPKI.Use.allCases {
            let key = pki.key(.kommun, use)
            #expect(try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int == 0o600)
            let text = try openssl.runBlocking(
                ["x509", "-in", pki.certificate(.kommun, use), "-noout", "-subject", "-fingerprint", "-sha256"]
            ).outputText
            #expect(text.contains("organizationIdentifier = NTRSE-\(TestOrganisation.kommun.organisationsnummer)"))
            let fingerprint = text.split(separator: "=").last.map { $0.filter(\.isHexDigit).lowercased() }
            #expect(try pki.pin(.kommun, use, kind: "leaf") == "leaf:\(fingerprint ?? "")")
            let public1 = try openssl.runBlocking(["pkey", "-in", key, "-pubout", "-outform", "DER"]).output
            let digest = try openssl.runBlocking(["dgst", "-sha256", "-r"], input: public1).outputText
            #expect(try pki.pin(.kommun, use) == "spki:\(digest.prefix(64))")
        }
    }

    @Test("A second run keeps what is there, and refuses to mix values")
    func isRepeatable() throws {
        let folder = try TemporaryFolder("ca")
        let script = ProjectRoot.file("Certs/development-ca.sh")
        let sh = try Tool.require("sh")
        let arguments = [script, "--as4", "rsa2048", folder.path, "region", "Region Exempel"]
        #expect(try sh.runBlocking(arguments + ["2321009900"]).isSuccess)
        let before = try folder.bytes(of: "region/as4.pem") + folder.bytes(of: "ca/as4-root.pem")
        let again = try sh.runBlocking(arguments + ["2321009900"])
        #expect(again.isSuccess && again.output.isEmpty && again.errors.isEmpty)
        #expect(try folder.bytes(of: "region/as4.pem") + folder.bytes(of: "ca/as4-root.pem") == before)
        let other = try sh.runBlocking(arguments + ["2120009903"])
        #expect(other.exitCode == 1)
        #expect(other.errorText.contains("was made with other values"))
    }

    @Test(
        "Wrong use is refused with a word about what is wrong",
        arguments: [
            (["region", "R", "123"], "ten digits"), (["ca", "R", "2321009900"], "not 'ca' or 'extra'"),
            (["r", "R", "2321009900", "r", "R", "2321009900"], "given twice"),
        ])
    func misuse(_ organisation: [String], _ words: String) throws {
        let folder = try TemporaryFolder("ca")
        let result = try Tool.require("sh").runBlocking([ProjectRoot.file("Certs/development-ca.sh"), folder.path] + organisation)
        #expect(result.exitCode == 1)
        #expect(result.errorText.contains(words))
    }
}
