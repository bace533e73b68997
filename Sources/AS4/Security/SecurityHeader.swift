import Documents
import Signatures

/// What stands in wsse:Security. Everything in it is known or the message is refused.
struct SecurityHeader {
    /// Certificates one header may carry.
    private static let maximumTokens = 8

    let signature: Element
    let timestamp: Element?
    let tokens: [Element]
    /// Nil when nothing is encrypted.
    let encryption: EncryptionHeader?

    /// Throws A051, A052, A054, A059, A060, A064–A066.
    init(_ security: Element) throws(EBMSError) {
        var signatures: [Element] = []
        var timestamps: [Element] = []
        var tokens: [Element] = []
        var encrypted: [Element] = []
        for child in security.children {
            switch (child.namespace, child.name) {
            case (SignatureNames.ds, "Signature"): signatures.append(child)
            case (Namespace.utility, "Timestamp"): timestamps.append(child)
            case (Namespace.security, "BinarySecurityToken"): tokens.append(child)
            case (EncryptionNames.xenc, _): encrypted.append(child)
            default: throw EBMSError(.securityContent, at: child.place)
            }
        }
        guard let signature = signatures.first else { throw EBMSError(.unsigned, at: security.place) }
        guard signatures.count == 1 else { throw EBMSError(.signatureCount, at: security.place, detail: "\(signatures.count)") }
        guard timestamps.count <= 1 else { throw EBMSError(.securityTimestamp, at: security.place, detail: "\(timestamps.count)") }
        guard tokens.count <= Self.maximumTokens else {
            throw EBMSError(.securityContent, at: security.place, detail: "tokens: \(tokens.count)")
        }
        self.signature = signature
        self.timestamp = timestamps.first
        self.tokens = tokens
        encryption = try EncryptionHeader.read(encrypted)
    }
}
