import COpenSSL
import Documents
import Foundation

/// An X.509 certificate, read once. Reading it says nothing about trust: that is ``ChainCheck``.
///
/// Names come from whoever made the certificate: show them with ``LoggedName`` only.
package final class Certificate: Sendable, Equatable {
    /// The bytes as delivered, strict DER.
    package let der: [UInt8]
    /// Subject in the form of RFC 2253, letters outside ASCII kept.
    package let subject: String
    /// Issuer in the form of RFC 2253.
    package let issuer: String
    /// Serial number in decimal; negative numbers keep their sign.
    package let serialNumber: String
    /// First instant of validity.
    package let notBefore: Date
    /// Last instant of validity.
    package let notAfter: Date
    /// SHA-256 of ``der``: what a `leaf:` pin names.
    package let sha256: [UInt8]
    /// SHA-256 of the SubjectPublicKeyInfo: what a `spki:` pin names.
    package let spkiSHA256: [UInt8]
    /// The raw SubjectKeyIdentifier, when the certificate has one.
    package let subjectKeyIdentifier: [UInt8]?
    /// The last common name of the subject.
    package let commonName: String?
    /// The Swedish organisationsnummer (10 digits) of attribute 2.5.4.97, written `NTRSE-…` (ETSI EN 319 412-1 5.1.4) or `SE…`.
    /// Nil when absent, given twice or in another form.
    package let organisationIdentifier: String?
    /// The certified key.
    package let publicKey: PublicKey
    let handle: NativeHandle

    /// Reads one certificate. Throws K008 when the bytes are not exactly one certificate in DER.
    package convenience init(der: [UInt8]) throws(Refusal) {
        let pointer = der.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_X509(nil, &cursor, buffer.count)
        }
        NativeBytes.clearErrors()
        guard let pointer else { throw Refusal(KeyCode.badCertificate, detail: "not DER") }
        try self.init(owning: pointer)
        // OpenSSL reads some BER and ignores what follows; two encodings of one certificate would have two fingerprints.
        guard self.der == der else { throw Refusal(KeyCode.badCertificate, detail: "not strict DER, or bytes after the certificate") }
    }

    /// Reads the first certificate of a PEM text. Throws K008 when there is none.
    package convenience init(pem: [UInt8]) throws(Refusal) {
        let first = NativeBytes.reading(pem) { PEM_read_bio_X509($0, nil, { _, _, _, _ in -1 }, nil) }
        NativeBytes.clearErrors()
        guard let first else { throw Refusal(KeyCode.badCertificate, detail: "no certificate in PEM") }
        try self.init(owning: first)
    }

    /// Takes over an X509 object; throws K008 when a field the rules need cannot be read.
    init(owning pointer: OpaquePointer) throws(Refusal) {
        handle = NativeHandle(pointer, free: { X509_free($0) })
        let reader = CertificateReader(pointer: pointer)
        guard let encoded = NativeBytes.encoding({ i2d_X509(pointer, $0) }), let keyBytes = reader.subjectPublicKeyInfo,
            let serial = reader.serialNumber, let first = reader.notBefore, let last = reader.notAfter,
            let key = X509_get_pubkey(pointer)
        else {
            NativeBytes.clearErrors()
            throw Refusal(KeyCode.badCertificate, detail: "serial number, validity or key cannot be read")
        }
        (der, serialNumber, notBefore, notAfter) = (encoded, serial, first, last)
        (subject, issuer) = (reader.subject, reader.issuer)
        sha256 = Digest.sha256(encoded)
        spkiSHA256 = Digest.sha256(keyBytes)
        subjectKeyIdentifier = reader.subjectKeyIdentifier
        commonName = reader.subjectValues("2.5.4.3").last
        organisationIdentifier = Self.organisation(reader.subjectValues("2.5.4.97"))
        publicKey = PublicKey(owning: key)
    }

    /// The certificate in PEM, lines of 64 characters.
    package var pem: [UInt8] { NativeBytes.writing { PEM_write_bio_X509($0, handle.pointer) == 1 } ?? [] }

    /// Type and size of the key.
    package var keyAlgorithm: PublicKey.Kind { publicKey.kind }

    /// Whether `signature` over `message` was made by the key of this certificate; see ``PublicKey/verify(_:over:algorithm:)``.
    package func verify(_ signature: [UInt8], over message: [UInt8], algorithm: SignatureAlgorithm) -> Bool {
        publicKey.verify(signature, over: message, algorithm: algorithm)
    }

    /// Equal means the same bytes.
    package static func == (first: Certificate, second: Certificate) -> Bool { first.der == second.der }

    private static func organisation(_ values: [String]) -> String? {
        guard values.count == 1, let value = values.first else { return nil }
        let prefix = ["NTRSE-", "SE"].first { value.hasPrefix($0) } ?? ""
        let number = value.dropFirst(prefix.count)
        guard !prefix.isEmpty, number.utf8.count == 10, number.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return String(number)
    }
}
