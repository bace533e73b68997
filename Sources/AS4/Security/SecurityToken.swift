import Documents
import Signatures

/// `wsse:BinarySecurityToken`: a certificate, or a path of certificates.
enum SecurityToken {
    static let certificate = SecurityName.x509 + "#X509v3"
    static let path = SecurityName.x509 + "#X509PKIPathv1"
    static let types = [certificate, path]

    /// The certificate of the token with this wsu:Id; of a path its last, with the others as chain. Throws A060 for a token of another type,
    /// A061 when it is missing or unreadable.
    static func find(_ id: String, in tokens: [Element], at place: Place) throws(EBMSError) -> KeyReference.Found {
        guard let token = tokens.first(where: { $0.attribute("Id", in: Namespace.utility) == id }) else {
            throw EBMSError(.token, at: place, detail: "no such BinarySecurityToken")
        }
        guard let type = token.attribute("ValueType"), types.contains(type) else {
            throw EBMSError(.keyReference, at: token.place, detail: "BinarySecurityToken of another type")
        }
        guard [nil, SecurityName.base64].contains(token.attribute("EncodingType")) else {
            throw EBMSError(.token, at: token.place, detail: "EncodingType")
        }
        guard let text = try? token.text(), let der = Base64.decode(text), let found = found(der, isPath: type == path) else {
            throw EBMSError(.token, at: token.place, detail: type == path ? "expected=one PKIPath" : "expected=one certificate in base64")
        }
        return found
    }

    private static func found(_ der: [UInt8], isPath: Bool) -> KeyReference.Found? {
        guard isPath else { return (try? CertificateMemory.shared.certificate(der: der)).map { KeyReference.Found(leaf: $0) } }
        guard let certificates = try? Certificate.path(der: der), let leaf = certificates.last else { return nil }
        return KeyReference.Found(leaf: leaf, chain: certificates.dropLast().reversed())
    }

    /// A token to write.
    static func markup(_ certificate: Certificate, id: String) -> Markup {
        Markup(
            "wsse:BinarySecurityToken",
            attributes: [("EncodingType", SecurityName.base64), ("ValueType", Self.certificate), ("wsu:Id", id)],
            text: Base64.encode(certificate.der))
    }

    /// The reference to a token, to be written into ds:KeyInfo.
    static func reference(to id: String) -> Markup {
        let reference = Markup("wsse:Reference", attributes: [("URI", "#" + id), ("ValueType", certificate)])
        return Markup("wsse:SecurityTokenReference", children: [reference])
    }
}
