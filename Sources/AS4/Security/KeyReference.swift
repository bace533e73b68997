import Documents
import Signatures

/// How a signature names its key: the seam where further forms (X509PKIPathv1, X509IssuerSerial) are read.
enum KeyReference {
    /// A certificate in the same header, by its wsu:Id.
    case token(id: String)
    /// A certificate at hand, by its SubjectKeyIdentifier.
    case subjectKeyIdentifier([UInt8])

    /// Reads ds:KeyInfo with one wsse:SecurityTokenReference. Throws A060 for every other form, naming it.
    init(_ keyInfo: Element) throws(EBMSError) {
        let holders = keyInfo.children
        guard let holder = holders.first, holders.count == 1, holder.is("SecurityTokenReference", in: Namespace.security),
            let reference = holder.children.first, holder.children.count == 1
        else {
            throw EBMSError(.keyReference, at: keyInfo.place, detail: "expected=one SecurityTokenReference")
        }
        switch (reference.namespace, reference.name) {
        case (Namespace.security, "Reference"): self = .token(id: try Self.identifier(reference))
        case (Namespace.security, "KeyIdentifier"): self = .subjectKeyIdentifier(try Self.keyIdentifier(reference))
        case (SignatureNames.ds, "X509Data"): throw EBMSError(.keyReference, at: reference.place, detail: "X509IssuerSerial not yet")
        default: throw EBMSError(.keyReference, at: reference.place)
        }
    }

    /// The certificate to try: it is trusted by the policy later, never because it was found. Throws A060, A061, A062.
    func certificate(tokens: [Element], policy: SignerPolicy, at place: Place) throws(EBMSError) -> Certificate {
        switch self {
        case .token(let id):
            guard let token = tokens.first(where: { $0.attribute("Id", in: Namespace.utility) == id }) else {
                throw EBMSError(.token, at: place, detail: "no such BinarySecurityToken")
            }
            return try Self.certificate(token)
        case .subjectKeyIdentifier(let identifier):
            guard let known = policy.certificates.first(where: { $0.subjectKeyIdentifier == identifier }) else {
                throw EBMSError(.unknownKey, at: place)
            }
            return known
        }
    }

    private static func identifier(_ reference: Element) throws(EBMSError) -> String {
        if let type = reference.attribute("ValueType"), type != SecurityName.x509 + "#X509v3" {
            let name = type == SecurityName.x509 + "#X509PKIPathv1" ? "X509PKIPathv1 not yet" : "ValueType"
            throw EBMSError(.keyReference, at: reference.place, detail: name)
        }
        guard let uri = reference.attribute("URI"), uri.hasPrefix("#") else {
            throw EBMSError(.keyReference, at: reference.place, detail: "URI")
        }
        return String(uri.dropFirst())
    }

    private static func keyIdentifier(_ reference: Element) throws(EBMSError) -> [UInt8] {
        guard reference.attribute("ValueType") == SecurityName.x509 + "#X509SubjectKeyIdentifier",
            [nil, SecurityName.base64].contains(reference.attribute("EncodingType")),
            let text = try? reference.text(), let identifier = Base64.decode(text)
        else { throw EBMSError(.keyReference, at: reference.place, detail: "KeyIdentifier") }
        return identifier
    }

    private static func certificate(_ token: Element) throws(EBMSError) -> Certificate {
        guard token.attribute("ValueType") == SecurityName.x509 + "#X509v3" else {
            throw EBMSError(.keyReference, at: token.place, detail: "BinarySecurityToken of another type")
        }
        guard [nil, SecurityName.base64].contains(token.attribute("EncodingType")) else {
            throw EBMSError(.token, at: token.place, detail: "EncodingType")
        }
        guard let text = try? token.text(), let der = Base64.decode(text),
            let certificate = try? CertificateMemory.shared.certificate(der: der)
        else {
            throw EBMSError(.token, at: token.place, detail: "expected=one certificate in base64")
        }
        return certificate
    }
}
