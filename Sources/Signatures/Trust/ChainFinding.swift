import COpenSSL
import Documents
import Foundation

/// The first check that failed: of which certificate, what was found and what was expected.
struct ChainFinding {
    let certificate: Certificate?
    let check: String
    let outcome: String

    init(_ certificate: Certificate?, check: String, outcome: String) {
        (self.certificate, self.check, self.outcome) = (certificate, check, outcome)
    }

    /// The refusal with the finding as its detail; names are escaped.
    func refusal(_ code: TrustCode) -> Refusal {
        let name = LoggedName(certificate?.commonName ?? certificate?.subject)
        return Refusal(code, detail: "certificate=\"\(name)\" serial=\(certificate?.serialNumber ?? "-") check=\(check) \(outcome)")
    }

    /// Translates the error OpenSSL stopped at.
    static func refusal(native error: Int32, certificate: Certificate?, at time: Date) -> Refusal {
        let words = String(cString: X509_verify_cert_error_string(Int(error)))
        let code = code(for: error)
        switch code {
        case .expired:
            let found = "found=notAfter \(moment(certificate?.notAfter)) expected=after \(moment(time))"
            return ChainFinding(certificate, check: "validity", outcome: found).refusal(code)
        case .notYetValid:
            let found = "found=notBefore \(moment(certificate?.notBefore)) expected=before \(moment(time))"
            return ChainFinding(certificate, check: "validity", outcome: found).refusal(code)
        default: return ChainFinding(certificate, check: "chain", outcome: "found=\(words) (\(error))").refusal(code)
        }
    }

    private static func moment(_ date: Date?) -> String { date.map { XMLTime.text($0) } ?? "-" }

    private static func code(for error: Int32) -> TrustCode {
        switch error {
        case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD: .expired
        case X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD: .notYetValid
        case X509_V_ERR_INVALID_PURPOSE, X509_V_ERR_CERT_REJECTED, X509_V_ERR_CERT_UNTRUSTED: .wrongPurpose
        case X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_MD_TOO_WEAK,
            X509_V_ERR_EC_KEY_EXPLICIT_PARAMS:
            .weak
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
            X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_CERT_SIGNATURE_FAILURE,
            X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE, X509_V_ERR_CERT_CHAIN_TOO_LONG:
            .noChain
        default: .brokenRule
        }
    }
}
