import Foundation

/// A door through which bytes of strangers come in. `run` takes any bytes at all, must come back, and stops the process when a promise of the code
/// behind the door is broken: that, a trap and a sanitizer's finding are what a fuzzer looks for.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// A MIME entity: the Content-Type, a line end, the body.
    case mime
    /// A bare SOAP envelope, read as a user message and as an answer.
    case header
    /// A message that a trusted partner signed and encrypted to us, with anything in it.
    case encrypted
    /// Any XML document: parsed, canonicalized, written and read again.
    case xml
    /// A business message with its enveloped signature.
    case signature
    /// A gzip stream.
    case gzip
    /// Certificates, keys and revocation lists in DER and PEM.
    case certificate
    /// Files of the spool.
    case spool

    /// Opens the door to these bytes.
    package func run(_ bytes: [UInt8]) {
        switch self {
        case .mime: WireDoor.mime(bytes)
        case .header: WireDoor.envelope(bytes)
        case .encrypted: EncryptedDoor.message(bytes)
        case .xml: DocumentDoor.document(bytes)
        case .signature: DocumentDoor.signature(bytes)
        case .gzip: WireDoor.gzip(bytes)
        case .certificate: KeyDoor.material(bytes)
        case .spool: SpoolDoor.files(bytes)
        }
    }
}
