import CareMessages
import Foundation
import TestSupport
import Testing

extension Interop {
    /// A message as the municipal system finds it, before judges that share no code with us.
    @Suite("Signature of a message handed over", .enabled(if: Tool.arePresent("xmlsec1", "openssl"), "xmlsec1 or openssl is not installed"))
    struct HandedOverSignatureTests {
        @Test("xmlsec1 verifies it with nothing but the public certificate, and openssl finds the signer's chain good")
        func verified() async throws {
            let pki = try DevelopmentPKI.shared()
            try await TemporaryFolder.with("signature") { folder in
                let pair = try GatewayPair(in: folder.path, certificates: pki)
                let files = try pair.write()
                let kommun = try await RunningGateway(configuration: files.kommun, log: folder.file("kommun.log"))
                let region = try await RunningGateway(configuration: files.region, log: folder.file("region.log"))
                let message = try folder.write(SampleMessage.text(), to: "message.xml")
                let sent = try await Binary.tool().run(["send", "--config", files.region, message])
                #expect(sent.isSuccess, "\(sent.errorText)")
                let inbox = pair.kommunFolder + "/inbox"
                func handedOver() throws -> String? {
                    try FileManager.default.contentsOfDirectory(atPath: inbox).first { $0.hasSuffix(".xml") && !$0.hasPrefix(".") }
                }
                #expect(try await eventually { try handedOver() != nil })
                let file = inbox + "/" + (try #require(try handedOver()))
                try await Self.judge(file, folder, pki)
                try await region.stop()
                try await kommun.stop()
            }
        }

        private static func judge(_ file: String, _ folder: TemporaryFolder, _ pki: DevelopmentPKI) async throws {
            // The command of the README.
            let verify = [
                "--verify", "--enabled-key-data", "rsa,ecdsa", "--pubkey-cert-pem", pki.certificate(.region, .signing),
                "--id-attr:Id", "urn:sluss:samverkan:1:Inskrivningsmeddelande",
                "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
            ]
            let xmlsec = try Tool.require("xmlsec1")
            let verdict = try await xmlsec.run(verify + [file])
            #expect(
                verdict.isSuccess && (verdict.outputText + verdict.errorText).contains("References (ok/all): 2/2"), "\(verdict.errorText)")
            let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
            let tampered = try folder.write(text.replacing("SE2321009900-P401", with: "SE2321009900-P402"), to: "tampered.xml")
            #expect(!(try await xmlsec.run(verify + [tampered])).isSuccess)

            // The certificate out of the message, judged by openssl alone.
            let encoded = try #require(text.firstMatch(of: /X509Certificate>([^<]+)</)).1.filter { !$0.isWhitespace }
            var lines = ["-----BEGIN CERTIFICATE-----"]
            var rest = Substring(encoded)
            while !rest.isEmpty {
                lines.append(String(rest.prefix(64)))
                rest = rest.dropFirst(64)
            }
            let signer = try folder.write((lines + ["-----END CERTIFICATE-----", ""]).joined(separator: "\n"), to: "signer.pem")
            let openssl = try Tool.require("openssl")
            let chain = try await openssl.run([
                "verify", "-x509_strict", "-crl_check_all", "-CRLfile", pki.revocationList(.signing), "-CAfile", pki.root(.signing),
                "-untrusted", pki.issuing(.signing), signer,
            ])
            #expect(chain.isSuccess && chain.outputText.contains(": OK"), "\(chain.errorText)")
            let stranger = try await openssl.run(["verify", "-CAfile", pki.root(.tls), "-untrusted", pki.issuing(.tls), signer])
            #expect(!stranger.isSuccess)
            let subject = try await openssl.run(["x509", "-in", signer, "-noout", "-subject"])
            #expect(subject.outputText.contains("NTRSE-\(TestOrganisation.region.organisationsnummer)"), "\(subject.outputText)")
        }
    }
}
