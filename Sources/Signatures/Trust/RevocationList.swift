import COpenSSL
import CShim
import Documents
import Foundation

/// A certificate revocation list, parsed once. Its signature, scope and dates are judged in every ``ChainCheck``, at the time of the check.
package final class RevocationList: Sendable {
    /// Issuer in the form of RFC 2253.
    package let issuer: String
    /// When the list was made.
    package let thisUpdate: Date
    /// When the next one is due; nil when the list does not say.
    package let nextUpdate: Date?
    /// The CRLNumber (RFC 5280 5.2.3), big-endian without leading zeros; nil when the list has none.
    package let number: [UInt8]?
    /// Whether it only lists changes to another list. Such a list decides nothing here.
    package let isDelta: Bool
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
        var digits = [UInt8](repeating: 0, count: 64)
        let length = sluss_crl_number(pointer, &digits, Int32(digits.count))
        guard length != -2 else { throw Refusal(TrustCode.listUnusable, detail: "CRLNumber cannot be read") }
        number = length < 0 ? nil : Array(digits.prefix(Int(length)))
        isDelta = sluss_crl_is_delta(pointer) == 1
        guard [NID_sha256, NID_sha384, NID_sha512].contains(sluss_signature_digest(X509_CRL_get_signature_nid(pointer))) else {
            throw Refusal(TrustCode.weak, detail: "revocation list of \"\(LoggedName(issuer))\" expected=signed with SHA-256 or stronger")
        }
    }

    /// The list in DER.
    package var der: [UInt8] { NativeBytes.encoding { i2d_X509_CRL(handle.pointer, $0) } ?? [] }

    /// Whether it has begun and not ended. A list that states no end never counts: RFC 5280 5.1.2.5 demands one.
    package func isInForce(at time: Date) -> Bool {
        guard !isDelta, let nextUpdate else { return false }
        return thisUpdate <= time && time < nextUpdate
    }

    /// Whether it is in force, or ended less than so many seconds ago.
    func hasEndedAtMost(_ seconds: TimeInterval, before time: Date) -> Bool {
        guard !isDelta, let nextUpdate else { return false }
        return thisUpdate <= time && time < nextUpdate.addingTimeInterval(seconds)
    }

    /// Whether the certificate is of the CA that made and signed the list.
    package func isSigned(by authority: Certificate) -> Bool {
        defer { NativeBytes.clearErrors() }
        guard X509_NAME_cmp(X509_CRL_get_issuer(handle.pointer), X509_get_subject_name(authority.handle.pointer)) == 0,
            X509_get_key_usage(authority.handle.pointer) & UInt32(KU_CRL_SIGN) != 0
        else { return false }
        return X509_CRL_verify(handle.pointer, authority.publicKey.handle.pointer) == 1
    }

    /// Takes a list from the network in place of `earlier`, the one at hand from the same address.
    ///
    /// - Parameter authorities: the CA certificates it may be from.
    /// - Throws: T009 and T005 of ``init(_:)``; T013 when none of the authorities signed it; T014 when it has ended or is older than `earlier`
    ///   by CRLNumber or date; T015 for a delta, for one without end and for one from the future.
    package static func accept(
        _ bytes: [UInt8], from authorities: [Certificate], replacing earlier: RevocationList?, at time: Date
    ) throws(Refusal) -> RevocationList {
        let list = try RevocationList(bytes)
        let name = "list=\"\(LoggedName(list.issuer))\""
        guard authorities.contains(where: { list.isSigned(by: $0) }) else {
            throw Refusal(
                TrustCode.listForeign, detail: "\(name) found=signature of another expected=an issuing CA of ours or our partners")
        }
        guard !list.isDelta, let nextUpdate = list.nextUpdate else {
            throw Refusal(
                TrustCode.listUnusable, detail: "\(name) found=\(list.isDelta ? "delta list" : "no nextUpdate") expected=whole list")
        }
        guard list.thisUpdate <= time.addingTimeInterval(OCSPAnswer.maximumSkew) else {
            throw Refusal(
                TrustCode.listUnusable, detail: "\(name) found=thisUpdate \(XMLTime.text(list.thisUpdate)) expected=not after now")
        }
        guard time < nextUpdate else {
            throw Refusal(TrustCode.listOutdated, detail: "\(name) found=nextUpdate \(XMLTime.text(nextUpdate)) expected=after now")
        }
        if let earlier, earlier.issuer == list.issuer, list.isOlder(than: earlier) {
            throw Refusal(TrustCode.listOutdated, detail: "\(name) found=older than the list at hand expected=same or newer CRLNumber")
        }
        return list
    }

    private func isOlder(than other: RevocationList) -> Bool {
        if let number, let earlier = other.number, number != earlier {
            return number.count == earlier.count ? number.lexicographicallyPrecedes(earlier) : number.count < earlier.count
        }
        // A list that lost its number would escape the comparison.
        return thisUpdate < other.thisUpdate || (number == nil && other.number != nil)
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
