import Documents
import Foundation
import Signatures
import Testing

@Suite("Enveloped signatures", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct EnvelopedSignatureTests {
    let bench: Workbench

    init() throws { bench = try Workbench() }

    @Test(
        "What we sign we accept, with signer, time and the signed root", arguments: Identities.Signer.allCases,
        [Samples.rich, Samples.plain])
    func roundTrip(signer: Identities.Signer, text: String) throws {
        let content = try bench.verify(bench.signed(text, by: signer))
        #expect(content.signer == bench.people.certificate(signer) && content.isSignerTrusted)
        #expect(content.signingTime == Date(timeIntervalSince1970: bench.time.timeIntervalSince1970.rounded(.down)))
        #expect(content.root == content.root.document.root && content.root.name == "Meddelande")
        #expect(!content.children.isEmpty && content.children.allSatisfy { $0.name != "Signature" })
        #expect(content.children.count == content.root.children.count - 1)
        #expect(content.signature?.parent == content.root)
    }

    @Test("Signing adds the signature and changes nothing else")
    func nothingElse() throws {
        let signed = try bench.signed(Samples.plain)
        #expect(
            signed.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Samples.plain.dropLast("</Meddelande>".count) + "<ds:Signature"))
        #expect(signed.hasSuffix("</ds:Signature></Meddelande>\n"))
    }

    @Test("Tampering with any byte is refused")
    func everyByte() throws {
        let signed = [UInt8](try bench.signed(Samples.plain))
        var accepted: [Int] = []
        for index in signed.indices {
            var changed = signed
            changed[index] ^= index % 2 == 0 ? 0x01 : 0x04
            if verdict({ try bench.verify(String(decoding: changed, as: UTF8.self)) }) == "accepted" { accepted.append(index) }
        }
        #expect(signed.count > 3000 && accepted.isEmpty, "accepted with a change at \(accepted)")
    }

    static let edits: [(String, String, String)] = [
        ("<m:Id>191212121212</m:Id>", "<m:Id>197010632391</m:Id>", "S006"),
        ("Åsa", "Asa", "S006"),
        ("b=\"2\"", "b=\"3\"", "S006"),
        ("<m:Tom/>", "<m:Tom/> ", "S006"),
        ("<m:Tom/>", "<m:Tom><m:Ny/></m:Tom>", "S006"),
        ("<m:Tom/>", "", "S006"),
        ("urn:q", "urn:p", "S006"),
        ("xmlns:m=\"urn:test:message:1\"", "xmlns:m=\"urn:test:message:2\"", "S006"),
        ("<xades:SigningTime>20", "<xades:SigningTime>19", "S006"),
        ("application/xml", "text/xml", "S006"),
        // Not content: exclusive canonicalization leaves out comments, quotes, empty tags and prefixes nobody uses.
        (" en kommentar ", " en annan ", "accepted"),
        ("<m:Tom/>", "<m:Tom></m:Tom>", "accepted"),
        (" xmlns:unused=\"urn:unused\"", "", "accepted"),
        ("<![CDATA[<i CDATA>]]>", "&lt;i CDATA&gt;", "accepted"),
        ("b=\"2\"", "b = '2'", "accepted"),
    ]

    @Test("Content that changed after signing is refused, spelling that means the same is not", arguments: 0..<edits.count)
    func editing(row: Int) throws {
        let (from, to, expected) = Self.edits[row]
        for signer in Identities.Signer.allCases {
            let signed = try bench.signed(by: signer)
            #expect(signed.contains(from))
            #expect(verdict { try bench.verify(signed.replacing(from, with: to)) } == expected, "\(from) -> \(to)")
        }
    }

    @Test("A refusal names the place and never the content")
    func silence() throws {
        let tampered = try bench.signed().replacing("<m:Id>191212121212</m:Id>", with: "<m:Id>197010632391</m:Id>")
        let refused = try #require(refusal { try bench.verify(tampered) })
        #expect(refused.code == "S006" && refused.place.path == "/*")
        for number in ["191212121212", "197010632391", "Åsa"] { #expect(!"\(refused)".contains(number)) }
    }

    @Test("A document without signature is S001, one that is signed twice cannot be made")
    func counts() throws {
        #expect(verdict { try bench.verify(Samples.plain) } == "S001")
        let again = try Document.parse([UInt8](try bench.signed()))
        #expect(verdict { try bench.people.enveloped(.rsa).sign(again, at: bench.time) } == "S002")
    }

    @Test(
        "Only a root with a plain Id can be signed",
        arguments: [
            "", " ID=\"m1\"", " id=\"m1\"", " xml:id=\"m1\"", " Id=\"\"", " Id=\"1m\"", " Id=\"m 1\"", " Id=\"m&apos;1\"", " Id=\"mö\"",
            " Id=\"a:b\"",
        ])
    func rootIds(attribute: String) throws {
        let document = try Samples.document("<Meddelande\(attribute)><Text>Hej</Text></Meddelande>")
        #expect(verdict { try bench.people.enveloped(.rsa).sign(document, at: bench.time) } == "S004")
    }

    @Test("Ids that would be used twice after signing stop the signing")
    func ownIds() throws {
        let document = try Samples.document("<Meddelande Id=\"m1\"><Text Id=\"m1-signature\">Hej</Text></Meddelande>")
        #expect(verdict { try bench.people.enveloped(.rsa).sign(document, at: bench.time) } == "D008")
    }

    @Test("A signer is not made from a key and somebody else's certificate")
    func mismatch() {
        let refused = refusal { try EnvelopedSigner(key: bench.people.rsaKey, certificate: bench.people.other) }
        #expect(refused?.code == "K005" && refused?.detail?.contains("annan") == true)
    }

    @Test("Trust follows the policy: strangers, expiry, pins and purpose are refused with the code of the check")
    func trust() throws {
        let signed = try bench.signed(by: .rsa)
        #expect(verdict { try bench.verify(signed, policy: TrustPolicy(anchors: [])) } == "T001")
        var pinned = bench.policy
        pinned.pins = [Pin(.leaf, of: bench.people.other)]
        #expect(verdict { try bench.verify(signed, policy: pinned) } == "T006")
        #expect(verdict { try bench.verify(signed, at: bench.time.addingTimeInterval(400 * 86_400)) } == "T002")
        let unchecked = try EnvelopedVerifier(policy: nil).verify(Document.parse([UInt8](signed)), at: bench.time)
        #expect(!unchecked.isSignerTrusted && unchecked.signer == bench.people.rsa)
    }

    @Test("The signer's organisation is that of its certificate")
    func organisation() throws {
        let content = try bench.verify(bench.signed(by: .rsa))
        #expect(content.signerOrganisation == "2321000016")
    }

    @Test(
        "A signing time may be five minutes ahead of the clock and no more",
        arguments: [(299, "accepted"), (302, "S014"), (-86_400 * 30, "accepted")])
    func signingTime(ahead: Int, expected: String) throws {
        let signed = try bench.signed(at: bench.time.addingTimeInterval(TimeInterval(ahead)))
        #expect(verdict { try bench.verify(signed) } == expected)
    }

    @Test("Before signing a document can be read, its signature if any set apart")
    func unsigned() throws {
        let plain = UnsignedContent(try Samples.document(Samples.plain))
        #expect(plain.signature == nil && plain.children.map(\.name) == ["Text"])
        let signed = UnsignedContent(try Samples.document(try bench.signed(Samples.plain)))
        #expect(signed.signature?.name == "Signature" && signed.children.map(\.name) == ["Text"])
    }

    @Test("Every code of signatures has text and remedy in both languages")
    func texts() { checkTexts(SignatureCode.self, letter: "S") }
}
