import COpenSSL
import CShim
import Documents
import Foundation

/// A certificate revocation list, parsed once. Its signature and dates are judged in every ``ChainCheck``, at the time of the check.
package final class RevocationList: Sendable {
    /// Issuer in the form of RFC 2253.
    package let issuer: String
    /// When the list was made.
    package let thisUpdate: Date
    /// When the next one is due; nil when the list does not say.
    package let nextUpdate: Date?
    let handle: NativeHandle

    /// Reads one list in PEM or DER. Throws T009 when it is none, T005 when it is signed with less than SHA-256.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        let parsed = bytes.first == 0x30 ? Self.der(bytes) : NativeBytes.reading(bytes) { PEM_read_bio_X509_CRL($0, nil, nil, nil) }
        NativeBytes.clearErrors()
        guard let pointer = parsed else { throw Refusal(TrustCode.revocationUnknown, detail: "not a revocation list in PEM or DER") }
        handle = NativeHandle(pointer, free: { X509_CRL_free($0) })
        let name = NativeBytes.writing { sluss_x509_name_print($0, X509_CRL_get_issuer(pointer)) == 1 }
        issuer = String(decoding: name ?? [], as: UTF8.self)
        guard let made = CertificateReader.date(X509_CRL_get0_lastUpdate(pointer)) else {
            throw Refusal(TrustCode.revocationUnknown, detail: "thisUpdate cannot be read")
        }
        thisUpdate = made
        nextUpdate = CertificateReader.date(X509_CRL_get0_nextUpdate(pointer))
        guard [NID_sha256, NID_sha384, NID_sha512].contains(sluss_signature_digest(X509_CRL_get_signature_nid(pointer))) else {
            throw Refusal(TrustCode.weak, detail: "revocation list of \"\(LoggedName(issuer))\" expected=signed with SHA-256 or stronger")
        }
    }

    /// Reads a file that only its owner (the running user or root) may write; at most 20 MB. Throws K001, K002, T005, T009.
    package static func load(path: String) throws(Refusal) -> RevocationList {
        let bytes = try ProtectedFile(path: path, protection: .integrity, maximumBytes: 20 << 20).read()
        do {
            return try RevocationList(bytes)
        } catch {
            throw Refusal(TrustCode(rawValue: error.code) ?? .revocationUnknown, detail: "path=\(path) \(error.detail ?? "")")
        }
    }

    private static func der(_ bytes: [UInt8]) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_X509_CRL(nil, &cursor, buffer.count)
        }
    }
}
