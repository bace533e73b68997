import Documents
import Foundation

extension SignedProperties {
    /// The properties and the element that must be covered by the second reference.
    struct Found {
        let element: Element
        let properties: SignedProperties
        /// What `xades:DataObjectFormat` says it describes; nil when there is none.
        let describedReference: String?
    }

    /// Reads the one `ds:Object` of `signature`. Nothing but the properties of XAdES-B-B may stand in it: what is not in the profile is
    /// not shown to anybody. Throws S008 for what is missing or not expected, S003 for another digest, S014 for the time, S011, D012.
    static func read(_ object: Element, of signature: Element) throws(Refusal) -> Found {
        let qualifying = try only(StrictElement(object, "Object"), "QualifyingProperties", attributes: ["Target"])
        guard let id = signature.attribute("Id"), try qualifying.required("Target") == "#" + id else {
            throw Refusal(SignatureCode.properties, at: qualifying.element.place, detail: "Target is not this signature")
        }
        let signed = try only(qualifying, "SignedProperties", attributes: ["Id"])
        let parts = try signed.children()
        guard let first = parts.first, first.is("SignedSignatureProperties", in: SignatureNames.xades), parts.count <= 2 else {
            throw Refusal(SignatureCode.properties, at: signed.element.place, detail: "expected=SignedSignatureProperties")
        }
        let described = parts.count == 2 ? try readDataObjectProperties(parts[1]) : nil
        let (time, digest) = try readSignatureProperties(first)
        let properties = SignedProperties(id: try signed.required("Id"), signingTime: time, certificateDigest: digest)
        return Found(element: signed.element, properties: properties, describedReference: described)
    }

    private static func readSignatureProperties(_ element: Element) throws(Refusal) -> (Date, [UInt8]) {
        let children = try StrictElement(element, "SignedSignatureProperties", in: SignatureNames.xades, attributes: ["Id"]).children()
        guard children.count == 2, children[0].is("SigningTime", in: SignatureNames.xades),
            children[1].is("SigningCertificateV2", in: SignatureNames.xades)
        else { throw Refusal(SignatureCode.properties, at: element.place, detail: "expected=SigningTime SigningCertificateV2") }
        guard let time = XMLTime.instant(try children[0].text()) else { throw Refusal(SignatureCode.signingTime, at: children[0].place) }
        let certificates = try StrictElement(children[1], "SigningCertificateV2", in: SignatureNames.xades)
        let certificate = try StrictElement(certificates.onlyChild(), "Cert", in: SignatureNames.xades).children()
        // IssuerSerialV2 is a hint beside the digest (EN 319 132-1 5.2.2) and is not needed to know the certificate.
        let hasHint = certificate.count == 2 && certificate[1].is("IssuerSerialV2", in: SignatureNames.xades)
        guard let first = certificate.first, certificate.count == 1 || hasHint else {
            throw Refusal(SignatureCode.properties, at: children[1].place, detail: "expected=CertDigest")
        }
        let digest = try StrictElement(first, "CertDigest", in: SignatureNames.xades).children()
        guard digest.count == 2 else {
            throw Refusal(SignatureCode.properties, at: first.place, detail: "expected=DigestMethod DigestValue")
        }
        try SignedReference.readDigestMethod(digest[0])
        return (time, try SignedReference.readDigestValue(digest[1]))
    }

    private static func readDataObjectProperties(_ element: Element) throws(Refusal) -> String {
        let holder = try StrictElement(element, "SignedDataObjectProperties", in: SignatureNames.xades, attributes: ["Id"])
        let format = try StrictElement(holder.onlyChild(), "DataObjectFormat", in: SignatureNames.xades, attributes: ["ObjectReference"])
        let type = try StrictElement(format.onlyChild(), "MimeType", in: SignatureNames.xades)
        guard ["application/xml", "text/xml"].contains(try type.element.text()) else {
            throw Refusal(SignatureCode.properties, at: type.element.place, detail: "expected=application/xml or text/xml")
        }
        return try format.required("ObjectReference")
    }

    private static func only(_ parent: StrictElement, _ name: String, attributes: Set<String>) throws(Refusal) -> StrictElement {
        let child = try parent.onlyChild()
        guard child.is(name, in: SignatureNames.xades) else {
            throw Refusal(SignatureCode.properties, at: child.place, detail: "expected=\(name)")
        }
        return try StrictElement(child, name, in: SignatureNames.xades, attributes: attributes)
    }
}

extension StrictElement {
    /// The one child element. Throws S008 when there is none, or several.
    fileprivate func onlyChild() throws(Refusal) -> Element {
        let children = try children()
        guard let only = children.first, children.count == 1 else {
            throw Refusal(SignatureCode.properties, at: element.place, detail: "children: \(children.count) expected=1")
        }
        return only
    }
}
