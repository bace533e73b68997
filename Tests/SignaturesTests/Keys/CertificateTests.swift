import Documents
import Foundation
import Signatures
import Testing

@Suite("Certificates", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct CertificateTests {
    let people: Identities
    let folder: ScratchFolder

    init() throws {
        people = try Identities.shared.get()
        folder = try ScratchFolder()
    }

    private func openssl(_ options: String, of certificate: Certificate) throws -> String {
        try folder.write(certificate.pem, "certificate.pem")
        let words = "openssl x509 -in certificate.pem -noout \(options)".split(separator: " ").map(String.init)
        return try Tool.run(words, in: folder.url).output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("Fields are what openssl prints", arguments: Identities.Signer.allCases)
    func fields(signer: Identities.Signer) throws {
        let certificate = people.certificate(signer)
        #expect(try openssl("-subject -nameopt RFC2253", of: certificate) == "subject=" + certificate.subject)
        #expect(try openssl("-issuer -nameopt RFC2253", of: certificate) == "issuer=CN=Provutgivare,O=Provning,C=SE")
        #expect(certificate.issuer == "CN=Provutgivare,O=Provning,C=SE")
        let fingerprint = try openssl("-fingerprint -sha256", of: certificate).split(separator: "=")[1]
        #expect(Pin(parsing: "leaf:" + fingerprint)?.names(certificate) == true)
        #expect(try openssl("-serial", of: certificate) == "serial=" + (UInt64(certificate.serialNumber).map { hex($0) } ?? ""))
        #expect(certificate.notAfter.timeIntervalSince(certificate.notBefore) == 365 * 86_400)
        #expect(abs(certificate.notBefore.timeIntervalSinceNow) < 3600)
        #expect(certificate.keyAlgorithm == (signer == .rsa ? .rsa(bits: 2048) : .p256))
        #expect(try openssl("-ext subjectKeyIdentifier", of: certificate).hasSuffix(colons(certificate.subjectKeyIdentifier ?? [])))
    }

    private func hex(_ number: UInt64) -> String {
        let text = String(number, radix: 16).uppercased()
        return text.count % 2 == 0 ? text : "0" + text
    }

    private func colons(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16).uppercased() }.joined(separator: ":")
    }

    @Test("The SPKI digest is that of the public key openssl extracts")
    func publicKeyDigest() throws {
        try folder.write(people.rsa.pem, "certificate.pem")
        try TestAuthority.run(folder, "openssl x509 -in certificate.pem -pubkey -noout -out public.pem")
        try TestAuthority.run(folder, "openssl pkey -pubin -in public.pem -outform DER -out public.der")
        #expect(try Digest.sha256(folder.read("public.der")) == people.rsa.spkiSHA256)
        #expect(Pin(.spki, of: people.rsa).names(people.rsa) && !Pin(.spki, of: people.rsa).names(people.other))
    }

    @Test(
        "The organisationsnummer is read from 2.5.4.97 in its two forms and no other",
        arguments: [
            ("/CN=x/2.5.4.97=NTRSE-2321000016", "2321000016"), ("/CN=x/2.5.4.97=SE2321000016", "2321000016"), ("/CN=x", nil),
            ("/CN=x/2.5.4.97=2321000016", nil), ("/CN=x/2.5.4.97=VATSE-232100001601", nil), ("/CN=x/2.5.4.97=NTRSE-23210000161", nil),
            ("/CN=x/2.5.4.97=NTRSE-232100001x", nil), ("/CN=x/2.5.4.97=NTRNO-2321000016", nil),
            ("/2.5.4.97=NTRSE-2321000016/CN=x/2.5.4.97=NTRSE-2120000142", nil),
        ])
    func organisation(subject: String, expected: String?) throws {
        try TestAuthority.run(
            folder, "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k -out c.pem -subj", subject)
        #expect(try Certificate(pem: folder.read("c.pem")).organisationIdentifier == expected)
    }

    @Test("Letters outside ASCII stay letters in names")
    func letters() throws {
        try TestAuthority.run(
            folder, "openssl req -x509 -utf8 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k -out c.pem -subj",
            "/O=Region Örebro/CN=ÅÄÖ")
        let certificate = try Certificate(pem: folder.read("c.pem"))
        #expect(certificate.subject == "CN=ÅÄÖ,O=Region Örebro" && certificate.commonName == "ÅÄÖ")
    }

    @Test("A PEM text gives all its certificates in order, a file in DER one")
    func chains() throws {
        let text = [UInt8]("förord\n") + people.rsa.pem + people.authority.intermediate.pem + people.authority.root.pem
        let expected = [people.rsa, people.authority.intermediate, people.authority.root]
        #expect(try Certificate.chain(pem: text) == expected)
        #expect(try Certificate.load(path: folder.write(text, "chain.pem", mode: 0o644)) == expected)
        #expect(try Certificate.load(path: folder.write(people.ec.der, "one.der", mode: 0o644)) == [people.ec])
        #expect(try Certificate(pem: people.ec.pem) == people.ec)
    }

    @Test("A certificate file that others may write is refused, a missing one named")
    func files() throws {
        let refused = try #require(refusal { try Certificate.load(path: folder.write(people.rsa.pem, "c.pem", mode: 0o664)) })
        #expect(refused.code == "K002" && refused.detail?.contains("0664") == true)
        #expect(verdict { try Certificate.load(path: folder.path("none.pem")) } == "K001")
    }

    @Test("Bytes that are not exactly one strict certificate are refused")
    func malformed() throws {
        let der = people.rsa.der
        #expect(verdict { try Certificate(der: der + [0]) } == "K008")
        #expect(verdict { try Certificate(der: Array(der.dropLast())) } == "K008")
        #expect(verdict { try Certificate(der: []) } == "K008")
        #expect(verdict { try Certificate(pem: [UInt8]("inget")) } == "K008")
        #expect(verdict { try Certificate.chain(pem: []) } == "K008")
        let broken = people.rsa.pem + [UInt8]("-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n")
        #expect(verdict { try Certificate.chain(pem: broken) } == "K008")
        // The outer length in a longer form than needed: BER, not DER.
        let lengthBytes = [UInt8](der[2...3])
        #expect(der[1] == 0x82)
        #expect(verdict { try Certificate(der: [0x30, 0x83, 0] + lengthBytes + der[4...]) } == "K008")
    }

    @Test("Any flipped byte of a certificate is another certificate or none")
    func flippedBytes() {
        for index in Swift.stride(from: 0, to: people.ec.der.count, by: 7) {
            var der = people.ec.der
            der[index] ^= 0x01
            guard let read = try? Certificate(der: der) else { continue }
            #expect(read != people.ec && read.sha256 != people.ec.sha256)
        }
    }
}
