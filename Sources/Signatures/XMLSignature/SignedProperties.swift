import Documents
import Foundation

/// The signed properties of XAdES-B-B (ETSI EN 319 132-1 5.2): when was signed, with which certificate, and what kind of thing.
struct SignedProperties {
    /// Id of the element, the target of the second reference.
    let id: String
    let signingTime: Date
    /// SHA-256 of the signer's certificate in DER.
    let certificateDigest: [UInt8]

    /// The `ds:Object` around the properties of the signature `signatureID`, whose reference `documentReferenceID` is the message.
    func object(signatureID: String, documentReferenceID: String) -> Markup {
        let certificate = Markup(
            "xades:Cert",
            children: [
                Markup(
                    "xades:CertDigest",
                    children: [
                        Markup("ds:DigestMethod", attributes: [("Algorithm", SignatureNames.sha256)]),
                        Markup("ds:DigestValue", text: Base64.encode(certificateDigest)),
                    ])
            ])
        let signatureProperties = Markup(
            "xades:SignedSignatureProperties",
            children: [
                Markup("xades:SigningTime", text: XMLTime.text(signingTime)),
                Markup("xades:SigningCertificateV2", children: [certificate]),
            ])
        let format = Markup(
            "xades:DataObjectFormat", attributes: [("ObjectReference", "#" + documentReferenceID)],
            children: [Markup("xades:MimeType", text: "application/xml")])
        let signed = Markup(
            "xades:SignedProperties", attributes: [("Id", id)],
            children: [signatureProperties, Markup("xades:SignedDataObjectProperties", children: [format])])
        let qualifying = Markup(
            "xades:QualifyingProperties", namespaces: ["xades": SignatureNames.xades], attributes: [("Target", "#" + signatureID)],
            children: [signed])
        return Markup("ds:Object", children: [qualifying])
    }
}
