import COpenSSL
import CShim
import Documents
import Foundation

/// What an OCSP responder (RFC 6960) says about one certificate, verified when it was read: signed by the issuer, or by a responder that the
/// issuer appointed, about exactly this certificate.
package final class OCSPAnswer: Sendable {
    /// What the responder says of the certificate.
    package enum Status: String, Sendable {
        case good, revoked
        /// The responder does not know the certificate.
        case unknown
    }

    /// How old an answer without our nonce may be when it comes, and how long one that states no end counts.
    package static let maximumAge: TimeInterval = 3_600
    /// How far the responder's clock may be ahead of ours.
    package static let maximumSkew: TimeInterval = 300

    /// What the responder says.
    package let status: Status
    /// When it was known to be so.
    package let thisUpdate: Date
    /// Until when the answer counts: what it states itself, else an hour from ``thisUpdate``.
    package let end: Date
    /// The response as received.
    package let der: [UInt8]
    /// SHA-256 of the certificate it is about.
    package let certificateSHA256: [UInt8]
    private let issuerSHA256: [UInt8]

    /// Reads a response.
    ///
    /// - Parameter request: the DER of the request it answers: it must carry the same nonce, or be at most an hour old. Nil for one that was
    ///   accepted before and comes from the cache.
    /// - Throws: T013 when it is not signed by the issuer or its responder, T014 when it is too old, T015 when it cannot be used.
    package init(
        _ der: [UInt8], about certificate: Certificate, issuedBy issuer: Certificate, answering request: [UInt8]?, at time: Date
    ) throws(Refusal) {
        var found = sluss_ocsp_answer()
        let outcome = sluss_ocsp_read(
            der, der.count, certificate.handle.pointer, issuer.handle.pointer, request, request?.count ?? 0,
            Int64(time.timeIntervalSince1970), &found)
        NativeBytes.clearErrors()
        if let refusal = Self.refusal(outcome, found.status) { throw refusal }
        guard found.nonce != 0 else { throw Refusal(TrustCode.listForeign, detail: "OCSP found=another nonce expected=ours") }
        self.der = der
        status = found.status == V_OCSP_CERTSTATUS_GOOD ? .good : found.status == V_OCSP_CERTSTATUS_REVOKED ? .revoked : .unknown
        thisUpdate = Date(timeIntervalSince1970: TimeInterval(found.this_update))
        let stated = found.next_update == 0 ? nil : Date(timeIntervalSince1970: TimeInterval(found.next_update))
        end = stated ?? thisUpdate.addingTimeInterval(Self.maximumAge)
        (certificateSHA256, issuerSHA256) = (certificate.sha256, issuer.sha256)
        guard thisUpdate <= time.addingTimeInterval(Self.maximumSkew) else {
            throw Refusal(TrustCode.listUnusable, detail: "OCSP found=thisUpdate \(XMLTime.text(thisUpdate)) expected=not after now")
        }
        guard request != nil else { return }
        let isOurs = found.nonce == 1
        guard time < end, isOurs || time.timeIntervalSince(thisUpdate) <= Self.maximumAge else {
            let ended = time < end ? "without nonce, of \(XMLTime.text(thisUpdate))" : "ended \(XMLTime.text(end))"
            throw Refusal(TrustCode.listOutdated, detail: "OCSP found=\(ended) expected=at most an hour old")
        }
    }

    /// Whether this answer is about the certificate under this issuer.
    package func isAbout(_ certificate: Certificate, issuedBy issuer: Certificate) -> Bool {
        certificateSHA256 == certificate.sha256 && issuerSHA256 == issuer.sha256
    }

    /// The DER of a request with a fresh nonce. Throws T015 when OpenSSL cannot make one.
    package static func request(about certificate: Certificate, issuedBy issuer: Certificate) throws(Refusal) -> [UInt8] {
        defer { NativeBytes.clearErrors() }
        var bytes: UnsafeMutablePointer<UInt8>?
        let length = sluss_ocsp_request(certificate.handle.pointer, issuer.handle.pointer, &bytes)
        guard length > 0, let bytes else { throw Refusal(TrustCode.listUnusable, detail: "OCSP found=no request") }
        defer { CRYPTO_free(bytes, nil, 0) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
    }

    private static func refusal(_ outcome: Int32, _ status: Int32) -> Refusal? {
        switch Int(outcome) {
        case SLUSS_OCSP_READ: nil
        case SLUSS_OCSP_UNSUCCESSFUL:
            Refusal(TrustCode.listUnusable, detail: "OCSP found=\(responseWords(status)) expected=successful")
        case SLUSS_OCSP_UNSIGNED:
            Refusal(TrustCode.listForeign, detail: "OCSP found=signature of another expected=issuer or its OCSP responder")
        case SLUSS_OCSP_WEAK: Refusal(TrustCode.weak, detail: "OCSP expected=signed with SHA-256 or stronger")
        case SLUSS_OCSP_OTHER:
            Refusal(TrustCode.listForeign, detail: "OCSP found=answer about another certificate expected=the one asked about")
        default: Refusal(TrustCode.listUnusable, detail: "OCSP found=not a response")
        }
    }

    private static func responseWords(_ status: Int32) -> String {
        OCSP_response_status_str(Int(status)).map { String(cString: $0) } ?? "status \(status)"
    }
}
