import Documents
import Foundation
import Signatures
import Testing

/// One change to a correctly signed document, and the code that says it was seen for what it is, before any cryptography.
@Suite("Structure of signatures", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct SignatureStructureTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let from: String
        let to: String
        let expected: String

        init(_ name: String, _ from: String, _ to: String, _ expected: String) {
            (testDescription, self.from, self.to, self.expected) = (name, from, to, expected)
        }
    }

    let bench: Workbench
    init() throws { bench = try Workbench() }

    /// Only the first occurrence is changed.
    private func check(_ change: Change) throws {
        let signed = try bench.signed(Samples.plain, by: .rsa)
        let range = try #require(signed.firstRange(of: change.from))
        #expect(verdict { try bench.verify(signed) } == "accepted")
        #expect(verdict { try bench.verify(signed.replacingCharacters(in: range, with: change.to)) } == change.expected)
    }

    static let comments = [
        Change("in DigestValue", "<ds:DigestValue>", "<ds:DigestValue><!--x-->", "D012"),
        Change("in SignatureValue", "<ds:SignatureValue>", "<ds:SignatureValue><!--x-->", "D012"),
        Change("in X509Certificate", "<ds:X509Certificate>", "<ds:X509Certificate><!--x-->", "D012"),
        Change("in SigningTime", "<xades:SigningTime>", "<xades:SigningTime><!--x-->", "D012"),
        Change("in MimeType", "<xades:MimeType>", "<xades:MimeType><!--x-->", "D012"),
        Change("in Signature", "<ds:SignedInfo>", "<!--x--><ds:SignedInfo>", "S011"),
        Change("in SignedInfo", "<ds:SignedInfo>", "<ds:SignedInfo><!--x-->", "S011"),
        Change("in Reference", "<ds:Transforms>", "<!--x--><ds:Transforms>", "S011"),
        Change("in Transforms", "<ds:Transforms>", "<ds:Transforms><!--x-->", "S011"),
        Change("in KeyInfo", "<ds:KeyInfo>", "<ds:KeyInfo><!--x-->", "S011"),
        Change("in X509Data", "<ds:X509Data>", "<ds:X509Data><!--x-->", "S011"),
        Change("in Object", "<ds:Object>", "<ds:Object><!--x-->", "S011"),
        Change("in SignedProperties", "<xades:SignedSignatureProperties>", "<!--x--><xades:SignedSignatureProperties>", "S011"),
        Change("text in SignedInfo", "<ds:SignedInfo>", "<ds:SignedInfo>x", "S011"),
        Change("text in Signature", "<ds:KeyInfo>", "x<ds:KeyInfo>", "S011"),
        Change("CDATA in Object", "<ds:Object>", "<ds:Object><![CDATA[ ]]>", "S011"),
        Change("text in Transform", "xml-exc-c14n#\"/></ds:Transforms>", "xml-exc-c14n#\">x</ds:Transform></ds:Transforms>", "S011"),
    ]

    @Test("A comment or text where elements or values stand is refused", arguments: comments)
    func between(change: Change) throws { try check(change) }

    private static let envelopedTransform = "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
    private static let canonicalTransform = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
    private static let rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    private static let canonicalMethod = "Method Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#"

    static let algorithms = [
        Change("RSA with SHA-1", rsaSHA256, "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "S003"),
        Change("RSA with SHA-512", "xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha512", "S003"),
        Change("HMAC", "xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256", "S003"),
        Change("no algorithm", rsaSHA256, "", "S003"),
        Change("ECDSA with an RSA key", "xmldsig-more#rsa-sha256", "xmldsig-more#ecdsa-sha256", "S007"),
        Change("RSA-PSS", rsaSHA256, "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1", "S003"),
        Change("inclusive canonicalization", canonicalMethod, "Method Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "S003"),
        Change("canonicalization with comments", canonicalMethod, canonicalMethod + "WithComments", "S003"),
        Change("SHA-1 digest", "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1", "S003"),
        Change(
            "truncated HMAC", "xmldsig-more#rsa-sha256\"/>",
            "xmldsig-more#rsa-sha256\"><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>", "S011"),
        Change("XPath", "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/TR/1999/REC-xpath-19991116", "S005"),
        Change("XSLT", "http://www.w3.org/2000/09/xmldsig#enveloped-signature", "http://www.w3.org/TR/1999/REC-xslt-19991116", "S005"),
        Change("base64", "xmldsig#enveloped-signature", "xmldsig#base64", "S005"),
        Change("attachment transform", "http://www.w3.org/2000/09/xmldsig#enveloped-signature", SignatureNames.attachmentContent, "S005"),
        Change("only canonicalization", envelopedTransform, "", "S005"),
        Change("only enveloped", canonicalTransform + "</ds:Transforms>", "</ds:Transforms>", "S005"),
        Change("no transforms", "<ds:Transforms>" + envelopedTransform + canonicalTransform + "</ds:Transforms>", "", "S005"),
        Change("empty transforms", envelopedTransform + canonicalTransform, "", "S005"),
        Change("three transforms", "<ds:Transforms>", "<ds:Transforms>" + canonicalTransform, "S005"),
        Change("transforms in the other order", envelopedTransform + canonicalTransform, canonicalTransform + envelopedTransform, "S005"),
        Change(
            "parameter of a transform", "xmldsig#enveloped-signature\"/>", "xmldsig#enveloped-signature\"><XPath>/</XPath></ds:Transform>",
            "S005"),
    ]

    @Test("An algorithm or transform outside the profile is refused", arguments: algorithms)
    func allowLists(change: Change) throws { try check(change) }

    static let references = [
        Change("empty URI", "URI=\"#m1\"", "URI=\"\"", "S004"),
        Change("no URI", " URI=\"#m1\"", "", "S004"),
        Change("other Id", "URI=\"#m1\"", "URI=\"#m2\"", "S004"),
        Change("web address", "URI=\"#m1\"", "URI=\"http://localhost/m1\"", "S004"),
        Change("file", "URI=\"#m1\"", "URI=\"file:///etc/hostname\"", "S004"),
        Change("whole document by XPointer", "URI=\"#m1\"", "URI=\"#xpointer(/)\"", "S004"),
        Change("Id by XPointer", "URI=\"#m1\"", "URI=\"#xpointer(id('m1'))\"", "S004"),
        Change("attachment", "URI=\"#m1\"", "URI=\"cid:m1\"", "S004"),
        Change("the signed properties first", "URI=\"#m1\"", "URI=\"#m1-properties\"", "S004"),
        Change("the signature itself", "URI=\"#m1\"", "URI=\"#m1-signature\"", "S004"),
        Change("a type on the document", "URI=\"#m1\"", "Type=\"http://www.w3.org/2000/09/xmldsig#Manifest\" URI=\"#m1\"", "S004"),
        Change("properties that are the root", "URI=\"#m1-properties\"", "URI=\"#m1\"", "S008"),
        Change("properties without type", "Type=\"http://uri.etsi.org/01903#SignedProperties\" ", "", "S008"),
        Change("properties of another signature", "Target=\"#m1-signature\"", "Target=\"#other\"", "S008"),
        Change("signature without Id", " Id=\"m1-signature\"", "", "S008"),
        Change("a digest that is no base64", "<ds:DigestValue>", "<ds:DigestValue>*", "S011"),
        Change("a short digest", "<ds:DigestValue>", "<ds:DigestValue>AAAA</ds:DigestValue><ds:DigestValue>", "S011"),
        Change("the root Id moved to ID", "Id=\"m1\"", "ID=\"m1\"", "S004"),
        Change("a second ID of the same value", "<Text>", "<Text ID=\"m1\">", "D008"),
        Change("a second xml:id of the same value", "<Text>", "<Text xml:id=\"m1\">", "D008"),
        Change("a second id of the same value", "<Text>", "<Text id=\"m1-properties\">", "D008"),
    ]

    @Test("A reference to anything but the root and the signed properties is refused", arguments: references)
    func targets(change: Change) throws { try check(change) }

    static let elements = [
        Change("unknown attribute of SignedInfo", "<ds:SignedInfo>", "<ds:SignedInfo x=\"1\">", "S011"),
        Change("foreign attribute of Reference", "<ds:Reference ", "<ds:Reference xml:lang=\"sv\" ", "S011"),
        Change("two SignatureValues", "<ds:SignatureValue>", "<ds:SignatureValue>AAAA</ds:SignatureValue><ds:SignatureValue>", "S011"),
        Change("a SignedInfo before", "<ds:SignedInfo>", "<ds:SignedInfo/><ds:SignedInfo>", "S011"),
        Change("a SignedInfo in KeyInfo", "<ds:KeyInfo>", "<ds:KeyInfo><ds:SignedInfo/>", "S009"),
        Change(
            "an empty SignedInfo", "<ds:SignedInfo>",
            "<ds:SignedInfo></ds:SignedInfo></ds:Signature><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>",
            "S002"),
        Change(
            "a look-alike namespace", "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"", "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig\"",
            "S001"),
        Change("a key by name", "<ds:KeyInfo>", "<ds:KeyInfo><ds:KeyName>region</ds:KeyName>", "S009"),
        Change("a bare key", "<ds:KeyInfo>", "<ds:KeyInfo><ds:KeyValue/>", "S009"),
        Change("a key elsewhere", "<ds:KeyInfo>", "<ds:KeyInfo><ds:RetrievalMethod URI=\"http://localhost/\"/>", "S009"),
        Change("two X509Data", "<ds:KeyInfo>", "<ds:KeyInfo><ds:X509Data/>", "S009"),
        Change("an issuer and serial", "<ds:X509Data>", "<ds:X509Data><ds:X509IssuerSerial/>", "S009"),
        Change(
            "a certificate that is none", "<ds:X509Certificate>", "<ds:X509Certificate>AAAA</ds:X509Certificate><ds:X509Certificate>",
            "K008"),
        Change("two Objects", "<ds:Object>", "<ds:Object/><ds:Object>", "S011"),
        Change("something else in Object", "<ds:Object>", "<ds:Object><x/>", "S008"),
        Change("unsigned properties", "</xades:SignedProperties>", "</xades:SignedProperties><xades:UnsignedProperties/>", "S008"),
        Change("more signed properties", "<xades:SigningCertificateV2>", "<xades:SignerRoleV2/><xades:SigningCertificateV2>", "S008"),
        Change("two certificates in the properties", "<xades:Cert>", "<xades:Cert/><xades:Cert>", "S008"),
        Change(
            "a digest of another kind in the properties",
            "<xades:CertDigest><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>",
            "<xades:CertDigest><ds:DigestMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#sha1\"/>", "S003"),
        Change("a time without zone", "Z</xades:SigningTime>", "</xades:SigningTime>", "S014"),
        Change("properties of another reference", "ObjectReference=\"#m1-reference\"", "ObjectReference=\"#m1-other\"", "S008"),
        Change("another type of content", "application/xml", "text/html", "S008"),
        Change("an element after the signature", "</ds:Signature>", "</ds:Signature><Mer/>", "S013"),
    ]

    @Test("An element too many, missing or in the wrong place is refused", arguments: elements)
    func positions(change: Change) throws { try check(change) }

    @Test("Elements in another order, or missing, are refused", arguments: ["SignedInfo", "SignatureValue", "KeyInfo"])
    func order(name: String) throws {
        let signed = try bench.plainlySigned(Samples.plain)
        let (start, end) = (try #require(signed.firstRange(of: "<ds:\(name)>")), try #require(signed.firstRange(of: "</ds:\(name)>")))
        let part = String(signed[start.lowerBound..<end.upperBound])
        #expect(verdict { try bench.verify(signed.replacing(part, with: ""), requiresXAdES: false) } == "S011")
        #expect(verdict { try bench.verify(signed.replacing(part, with: part + part), requiresXAdES: false) } == "S011")
        let without = signed.replacing(part, with: "")
        let moved =
            name == "KeyInfo"
            ? without.replacing("<ds:SignedInfo>", with: part + "<ds:SignedInfo>")
            : without.replacing("</ds:Signature>", with: part + "</ds:Signature>")
        #expect(verdict { try bench.verify(moved, requiresXAdES: false) } == "S011")
    }
}
