import Documents
import Signatures

/// How a signature or a wrapped key names a key: the forms of the X.509 token profile 1.1 that eDelivery AS4 1.15 knows.
enum KeyReference: Equatable {
    /// A certificate or a path of certificates in the same header, by its wsu:Id.
    case token(id: String)
    /// A certificate at hand, by its SubjectKeyIdentifier.
    case subjectKeyIdentifier([UInt8])
    /// A certificate at hand, by issuer and serial number.
    case issuerSerial(IssuerSerial)

    /// A certificate that was found, and what came with it. None of it is trusted yet.
    struct Found {
        let leaf: Certificate
        var chain: [Certificate] = []
    }

    /// Reads ds:KeyInfo with one wsse:SecurityTokenReference. Throws A060 for every other form.
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
        case (SignatureNames.ds, "X509Data"): self = .issuerSerial(try IssuerSerial(reference))
        default: throw EBMSError(.keyReference, at: reference.place)
        }
    }

    /// The certificate to try, among those in the header or those at hand: trusted by the policy later, never because it was found.
    /// Throws A060, A061, A062.
    func certificate(tokens: [Element], known: [Certificate], at place: Place) throws(EBMSError) -> Found {
        guard case .token(let id) = self else {
            guard let found = known.first(where: names) else { throw EBMSError(.unknownKey, at: place) }
            return Found(leaf: found)
        }
        return try SecurityToken.find(id, in: tokens, at: place)
    }

    /// The one of `known` that is meant; nil when it is none of them. For tokens, the very certificate. Throws A060, A061.
    func match(tokens: [Element], known: [Certificate], at place: Place) throws(EBMSError) -> Certificate? {
        guard case .token(let id) = self else { return known.first(where: names) }
        let found = try SecurityToken.find(id, in: tokens, at: place)
        return known.first { $0 == found.leaf }
    }

    private func names(_ certificate: Certificate) -> Bool {
        switch self {
        case .token: false
        case .subjectKeyIdentifier(let identifier): certificate.subjectKeyIdentifier == identifier
        case .issuerSerial(let pair): pair.names(certificate)
        }
    }

    private static func identifier(_ reference: Element) throws(EBMSError) -> String {
        if let type = reference.attribute("ValueType"), !SecurityToken.types.contains(type) {
            throw EBMSError(.keyReference, at: reference.place, detail: "ValueType")
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
}
