import Documents
import Foundation
import Glibc
import Signatures
import TestSupport
import Testing

@testable import Gateway

@Suite("The check of keys and certificates", .enabled(if: Tool.arePresent("openssl", "sh"), "openssl makes the certificates"))
struct ConfigurationCheckTests {
    @Test("A whole gateway is accepted without a word, and nothing is made")
    func accepted() throws {
        let gateway = try CheckedGateway()
        let outcome = try gateway.checkAfter { for name in ["spool", "submit", "inbox"] { rmdir(gateway.folder.file(name)) } }
        #expect(outcome.problems == [])
        #expect(outcome.isAccepted)
        #expect(try gateway.folder.names() == ["sluss.yaml"])
    }

    @Test(
        "A file that is missing is named at the line of its key",
        arguments: [
            ("tls", "certificate"), ("tls", "key"), ("tls", "trust"), ("as4", "certificate"), ("as4", "key"), ("as4", "trust"),
            ("signing", "key"),
            ("signing", "trust"),
        ])
    func missingFile(use: String, key: String) throws {
        let gateway = try CheckedGateway()
        let pattern = try Regex("(?m)^(\(use): .*\(key): )\"[^\"]*\"")
        let outcome = try gateway.check { text in
            text.replacing(pattern) { match in "\(match.output[1].substring ?? "")gone.pem" }
        }
        #expect(outcome.found == ["C080 \(use).\(key)"])
        let line = try String(contentsOfFile: gateway.folder.file("sluss.yaml"), encoding: .utf8).split(separator: "\n").firstIndex {
            $0.contains("gone.pem")
        }
        #expect(outcome.problems.first?.line == line.map { $0 + 1 })
        #expect(!outcome.isAccepted)
    }

    @Test(
        "A certificate to encrypt to must be RSA, valid, and of the partner's CA",
        arguments: [
            ("signing", "C122"), ("missing", "C080"), ("neighbour", "accepted"), ("expired", "C085"), ("wrong-ca", "C122"),
        ])
    func encryptionCertificate(kind: String, code: String) throws {
        let gateway = try CheckedGateway()
        let pki = gateway.certificates
        let files = [
            "signing": pki.certificate(.kommun, .signing), "missing": "gone.pem", "neighbour": pki.certificate(.neighbour, .as4),
            "expired": pki.faultyCertificate(.expired, .as4), "wrong-ca": pki.faultyCertificate(.wrongAuthority, .as4),
        ]
        let named = "encryption_certificate: \"\(pki.certificate(.kommun, .as4))\""
        let outcome = try gateway.check { $0.replacing(named, with: "encryption_certificate: \"\(files[kind] ?? "")\"") }
        let key = "partners[0].as4.encryption_certificate"
        #expect(outcome.found == (code == "accepted" ? [] : ["\(code) \(key)"]))
    }

    @Test("Missing revocation lists and issuers are named by position")
    func missingInLists() throws {
        let gateway = try CheckedGateway()
        let list = "\"\(gateway.certificates.revocationList(.as4))\""
        let issuer = "\"\(gateway.certificates.issuing(.signing))\""
        let outcome = try gateway.check { $0.replacing(list, with: "\(list), gone.crl").replacing(issuer, with: "gone.pem") }
        #expect(outcome.found == ["C080 as4.crls[1]", "C080 partners[0].signing.issuer"])
    }

    @Test("A key that others can read, or that is a link, is refused for each use", arguments: DevelopmentPKI.Use.allCases)
    func keyMode(_ use: DevelopmentPKI.Use) throws {
        var gateway = try CheckedGateway()
        let certificate = gateway.certificates.certificate(.region, use)
        let key = try gateway.copy(gateway.certificates.key(.region, use), as: "own.key")
        for (mode, expected) in [(0o600, []), (0o400, []), (0o640, ["C081 \(use.rawValue).key"]), (0o604, ["C081 \(use.rawValue).key"])]
            as [(mode_t, [String])]
        {
            chmod(key, mode)
            gateway.writer.credentials = [use: (certificate, key)]
            #expect(try gateway.check().found == expected)
        }
        chmod(key, 0o600)
        symlink("own.key", gateway.folder.file("link.key"))
        gateway.writer.credentials = [use: (certificate, gateway.folder.file("link.key"))]
        #expect(try gateway.check().found == ["C081 \(use.rawValue).key"])
        if geteuid() == 0 {
            chown(key, 1, 1)
            gateway.writer.credentials = [use: (certificate, key)]
            #expect(try gateway.check().found == ["C081 \(use.rawValue).key"])
        }
    }

    @Test("A certificate that others can write is refused")
    func certificateMode() throws {
        var gateway = try CheckedGateway()
        let copy = try gateway.copy(gateway.certificates.certificate(.region, .signing), as: "own.pem", mode: 0o666)
        gateway.writer.credentials = [.signing: (copy, gateway.certificates.key(.region, .signing))]
        #expect(try gateway.check().found == ["C081 signing.certificate"])
    }

    @Test("A key of another certificate is refused for each use", arguments: DevelopmentPKI.Use.allCases)
    func mismatch(_ use: DevelopmentPKI.Use) throws {
        var gateway = try CheckedGateway()
        gateway.writer.credentials = [use: (gateway.certificates.certificate(.region, use), gateway.certificates.key(.neighbour, use))]
        #expect(try gateway.check().found == ["C083 \(use.rawValue).key"])
    }

    @Test("A certificate out of its time is refused, one in its last 30 days is warned about", arguments: DevelopmentPKI.Use.allCases)
    func validity(_ use: DevelopmentPKI.Use) throws {
        for (fault, code) in [(DevelopmentPKI.Fault.expired, "C085"), (.notYetValid, "C086")] {
            var gateway = try CheckedGateway()
            gateway.writer.credentials = [
                use: (gateway.certificates.faultyCertificate(fault, use), gateway.certificates.faultyKey(fault, use))
            ]
            let outcome = try gateway.check()
            #expect(outcome.found == ["\(code) \(use.rawValue).certificate"])
            #expect(!outcome.isAccepted)
        }
        var gateway = try CheckedGateway()
        let end = try #require(try Certificate.load(path: gateway.certificates.certificate(.region, use)).first).notAfter
        gateway.now = end.addingTimeInterval(-29 * 86_400)
        let outcome = try gateway.check()
        #expect(outcome.warnings.map(\.key).contains("\(use.rawValue).certificate"))
        #expect(outcome.problems.filter { $0.key == "\(use.rawValue).certificate" }.map(\.code) == ["C087"])
    }

    @Test(
        "A certificate for the wrong use, or under a CA we do not trust, is warned about with the reason",
        arguments: [
            (DevelopmentPKI.Fault.wrongPurpose, DevelopmentPKI.Use.tls), (.wrongPurpose, .signing), (.wrongAuthority, .as4),
            (.wrongAuthority, .signing),
        ])
    func rules(_ fault: DevelopmentPKI.Fault, _ use: DevelopmentPKI.Use) throws {
        var gateway = try CheckedGateway()
        gateway.writer.credentials = [use: (gateway.certificates.faultyCertificate(fault, use), gateway.certificates.faultyKey(fault, use))]
        let outcome = try gateway.check()
        #expect(Set(outcome.found) == ["C095 \(use.rawValue).certificate"])
        #expect(outcome.isAccepted)
        let code = /T0[0-9]{2}:/
        #expect(outcome.problems.allSatisfy { $0.text.en.firstMatch(of: code) != nil })
    }

    @Test("A stale revocation list is warned about, one that is none is refused")
    func revocationLists() throws {
        let gateway = try CheckedGateway()
        let good = gateway.certificates.revocationList(.as4)
        _ = try gateway.copy(good, as: "x.crl")
        let stale = try gateway.check { $0.replacing(good, with: gateway.certificates.staleRevocationList(.as4)) }
        #expect(Set(stale.found) == ["C096 as4.crls", "C095 as4.certificate"])
        #expect(stale.isAccepted)
        let half = try gateway.folder.write(Array(try gateway.folder.bytes(of: "x.crl").dropLast(40)), to: "half.crl")
        #expect(try gateway.check { $0.replacing(good, with: half) }.found == ["C091 as4.crls[0]"])
        let none = try gateway.check { $0.replacing(good, with: gateway.certificates.root(.as4)) }
        #expect(none.found == ["C091 as4.crls[0]"])
    }

    @Test("A signing certificate of another organisation, or of none, is refused")
    func organisation() throws {
        var gateway = try CheckedGateway()
        gateway.writer.credentials = [
            .signing: (gateway.certificates.certificate(.kommun, .signing), gateway.certificates.key(.kommun, .signing))
        ]
        let other = try gateway.check()
        #expect(other.errors.map(\.code) == ["C088"])
        #expect(other.errors.first?.text.en.contains("names 2120009903, the configuration 2321009900") == true)
        // The AS4 certificates are of organisations too; one made here names nobody.
        let tool = try Tool.require("openssl")
        let made = try tool.runBlocking([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=Nobody", "-days", "90",
            "-keyout",
            gateway.folder.file("nobody.key"), "-out", gateway.folder.file("nobody.pem"),
        ])
        #expect(made.isSuccess)
        gateway.writer.credentials = [.signing: (gateway.folder.file("nobody.pem"), gateway.folder.file("nobody.key"))]
        #expect(try gateway.check().errors.map(\.code) == ["C089"])
    }

    @Test(
        "Keys that are too short, of the wrong kind or encrypted are refused",
        arguments: [
            ("as4", ["rsa", "rsa_keygen_bits:2048"], "C092 as4.certificate"),
            ("as4", ["ec", "ec_paramgen_curve:prime256v1"], "C094 as4.key"),
            ("signing", ["rsa", "rsa_keygen_bits:2048"], "C092 signing.certificate"),
            ("tls", ["ec", "ec_paramgen_curve:secp384r1"], "C082 tls.key"),
            ("signing", ["rsa", "rsa_keygen_bits:1024"], "C082 signing.key"),
        ])
    func weakKeys(use: String, kind: [String], expected: String) throws {
        var gateway = try CheckedGateway()
        let (key, certificate) = (gateway.folder.file("weak.key"), gateway.folder.file("weak.pem"))
        let made = try Tool.require("openssl").runBlocking([
            "req", "-x509", "-newkey", kind[0], "-pkeyopt", kind[1], "-nodes", "-subj", "/CN=Weak/organizationIdentifier=NTRSE-2321009900",
            "-days", "90",
            "-keyout", key, "-out", certificate,
        ])
        #expect(made.isSuccess, "\(made.errorText)")
        gateway.writer.credentials = [try #require(DevelopmentPKI.Use(rawValue: use)): (certificate, key)]
        #expect(try gateway.check().errors.map { "\($0.code) \($0.key)" } == [expected])
        if expected.hasPrefix("C092") {
            gateway.writer.appendix = "weakenings: [{ name: rsa-2048, reason: \"keys of a test\", until: 2099-12-31 }]"
            #expect(try gateway.check().errors == [])
        }
    }

    @Test("A key that is too short is one problem, and every code about its length says the same sizes")
    func oneCause() throws {
        var gateway = try CheckedGateway()
        let own = try DevelopmentPKI.make(in: gateway.folder.file("pki"), organisations: [.region, .kommun], as4Key: "rsa2048")
        gateway.writer.certificates = own
        let outcome = try gateway.check { text in
            text.split(separator: "\n").filter { !$0.hasPrefix("weakenings:") }.joined(separator: "\n")
        }
        #expect(outcome.found == ["C092 as4.certificate", "C092 partners[0].as4.encryption_certificate"])
        let remedies = [
            KeyCode.notAllowed.remedy, TrustCode.weak.remedy, ConfigurationCode.keyUnusable.remedy, ConfigurationCode.weakKey.remedy,
        ]
        for remedy in remedies {
            #expect(remedy.en.contains("3072") && remedy.en.contains("weakening rsa-2048"), "\(remedy.en)")
            #expect(remedy.sv.contains("3072") && remedy.sv.contains("undantaget rsa-2048"), "\(remedy.sv)")
        }
    }

    @Test("An encrypted key, and a file that is no key, are refused without repeating them")
    func unusableKeys() throws {
        var gateway = try CheckedGateway()
        let sealed = gateway.folder.file("sealed.key")
        let key = gateway.certificates.key(.region, .as4)
        #expect(
            try Tool.require("openssl").runBlocking(["pkey", "-in", key, "-aes256", "-passout", "pass:hemlig", "-out", sealed]).isSuccess)
        let noKey = try gateway.copy(gateway.certificates.certificate(.region, .as4), as: "nokey.pem")
        for path in [sealed, noKey] {
            chmod(path, 0o600)
            gateway.writer.credentials = [.as4: (gateway.certificates.certificate(.region, .as4), path)]
            let outcome = try gateway.check()
            #expect(outcome.found == ["C082 as4.key"])
            #expect(!outcome.problems.contains { $0.english.contains("BEGIN") })
        }
    }

    @Test("A trust file without a root, or without certificates, is refused")
    func trust() throws {
        let gateway = try CheckedGateway()
        let root = gateway.certificates.root(.tls)
        let noRoot = try gateway.check { $0.replacing("\"\(root)\"", with: "\"\(gateway.certificates.issuing(.tls))\"") }
        #expect(noRoot.errors.map { "\($0.code) \($0.key)" } == ["C090 tls.trust"])
        let noCertificate = try gateway.check { $0.replacing("\"\(root)\"", with: "\"\(gateway.certificates.key(.region, .tls))\"") }
        #expect(noCertificate.found == ["C084 tls.trust"])
    }

    @Test("A partner pinned to our own certificate is warned about")
    func ownPin() throws {
        var gateway = try CheckedGateway()
        gateway.writer.partners[0].pins = [.as4: [try gateway.certificates.pin(.region, .as4)]]
        #expect(try gateway.check().found == ["C093 partners[0].as4.pins"])
    }

    @Test("Errors of the file and of what it names are reported in one run")
    func together() throws {
        var gateway = try CheckedGateway()
        gateway.writer.credentials = [.tls: (gateway.certificates.certificate(.region, .tls), gateway.certificates.key(.neighbour, .tls))]
        gateway.writer.appendix = "disk: {}"
        let outcome = try gateway.check {
            $0.replacing("submit: submit", with: "submit: spool/submit").replacing("partner: kommun", with: "partner: komun")
        }
        #expect(Set(outcome.errors.map(\.code)) == ["C060", "C053", "C083"])
        #expect(outcome.accepted == nil)
    }

    @Test("Roots that say they are of another environment are refused, and so are roots listed as foreign")
    func environment() throws {
        let gateway = try CheckedGateway()
        let prod = try gateway.check { $0.replacing("environment: test", with: "environment: prod") }
        let roots = ["tls", "as4", "signing"].flatMap { ["C097 \($0).trust", "C097 partners[0].\($0).issuer"] }
        #expect(Set(prod.found) == Set(roots))
        #expect(prod.problems.first?.text.en.contains("the name says DEVELOPMENT") == true)
        let root = gateway.certificates.root(.as4)
        let listed = try gateway.check { $0.replacing("as4: { cert", with: "as4: { other_environments: \"\(root)\", cert") }
        #expect(listed.found == ["C097 as4.trust"])
    }

    @Test("The overlap of the access point must be a pair that can decrypt; and it is among the keys that decrypt")
    func overlap() throws {
        let gateway = try CheckedGateway()
        let pki = gateway.certificates
        func check(_ certificate: String, _ key: String) throws -> ConfigurationCheck.Outcome {
            try gateway.check {
                $0.replacing("as4: { cert", with: "as4: { overlap_certificate: \"\(certificate)\", overlap_key: \"\(key)\", cert")
            }
        }
        let good = try check(pki.certificate(.neighbour, .as4), pki.key(.neighbour, .as4))
        #expect(good.found == [] && good.accepted?.keyring.decryptionKeys().count == 2)
        #expect(try check(pki.certificate(.neighbour, .as4), pki.key(.kommun, .as4)).found == ["C083 as4.overlap_key"])
        #expect(try check(pki.certificate(.neighbour, .tls), pki.key(.neighbour, .tls)).found == ["C094 as4.overlap_key"])
    }

    @Test("Without lists, addresses and anything in the certificates hard revocation cannot be")
    func sources() throws {
        let gateway = try CheckedGateway()
        let list = "crls: [\"\(gateway.certificates.revocationList(.as4))\"], require_crl: yes"
        #expect(try gateway.check { $0.replacing(list, with: "revocation: hard") }.found == ["C064 as4"])
        #expect(try gateway.check { $0.replacing(list, with: "crl_urls: [\"http://crl.example.se/x\"]") }.found == [])
    }
}
