import COpenSSL
import CShim
import Documents
import Foundation

/// Asks for each certificate below the root whether its issuer has revoked it, by the lists and OCSP answers of a policy.
///
/// A list or answer that says "revoked" wins over any that does not; what is fresh wins over what has ended; an OCSP answer alone will do
/// where there is no list, and a list where there is no answer.
struct RevocationCheck {
    let policy: TrustPolicy
    let time: Date

    /// The bases of a verified path, root last. Throws T008, else T009, for the first certificate that is refused.
    func bases(of path: [Certificate]) throws(Refusal) -> [ChainVerdict.Basis] {
        if policy.revocation == .ifListed, policy.crls.isEmpty, policy.ocspAnswers.isEmpty {
            return Array(repeating: .untold, count: max(0, path.count - 1))
        }
        defer { NativeBytes.clearErrors() }
        var bases: [ChainVerdict.Basis] = []
        var unknown: Refusal?
        for (certificate, issuer) in zip(path, path.dropFirst()) {
            switch finding(of: certificate, issuedBy: issuer) {
            case .passes(let basis): bases.append(basis)
            case .revoked: throw ChainFinding(certificate, check: "revocation", outcome: "found=revoked").refusal(.revoked)
            case .unknown(let why):
                unknown = unknown ?? ChainFinding(certificate, check: "revocation", outcome: "found=\(why)").refusal(.revocationUnknown)
            }
        }
        if let unknown { throw unknown }
        return bases
    }

    private enum Finding {
        case passes(ChainVerdict.Basis)
        case revoked
        case unknown(String)
    }

    private func finding(of certificate: Certificate, issuedBy issuer: Certificate) -> Finding {
        let answers = policy.ocspAnswers.filter { $0.isAbout(certificate, issuedBy: issuer) && $0.thisUpdate <= time }
        if answers.contains(where: { $0.status == .revoked }) { return .revoked }
        let lists = policy.crls.filter { $0.thisUpdate <= time }
        let fresh = verdict(on: certificate, issuer, lists.filter { $0.isInForce(at: time) })
        if fresh == X509_V_ERR_CERT_REVOKED { return .revoked }
        if answers.contains(where: { $0.status == .good && time < $0.end }) { return .passes(.answer) }
        if fresh == X509_V_OK { return .passes(.list) }
        return overdue(certificate, issuer, lists, answers) ?? ended(certificate, issuer, lists, because: fresh)
    }

    /// What has ended less than the grace ago.
    private func overdue(_ certificate: Certificate, _ issuer: Certificate, _ lists: [RevocationList], _ answers: [OCSPAnswer]) -> Finding?
    {
        let grace = policy.revocation.graceSeconds
        guard grace > 0 else { return nil }
        let recent = lists.filter { $0.hasEndedAtMost(grace, before: time) }
        let verdict = verdict(on: certificate, issuer, recent)
        if verdict == X509_V_ERR_CERT_REVOKED { return .revoked }
        let ends = answers.filter { $0.status == .good && time < $0.end.addingTimeInterval(grace) }.map(\.end)
        let listEnds = verdict == X509_V_OK ? recent.filter { $0.issuer == certificate.issuer }.compactMap(\.nextUpdate) : []
        return (ends + listEnds).max().map { .passes(.overdue(since: $0)) }
    }

    private func ended(_ certificate: Certificate, _ issuer: Certificate, _ lists: [RevocationList], because code: Int32) -> Finding {
        guard policy.revocation == .soft else {
            let hasList = lists.contains { $0.issuer == certificate.issuer }
            let words = code == X509_V_ERR_UNABLE_TO_GET_CRL ? (hasList ? "no list in force" : "no list") : Self.words(code)
            return .unknown("\(words) expected=a current list or OCSP answer of the issuer")
        }
        return verdict(on: certificate, issuer, lists) == X509_V_ERR_CERT_REVOKED ? .revoked : .passes(.untold)
    }

    private func verdict(on certificate: Certificate, _ issuer: Certificate, _ lists: [RevocationList]) -> Int32 {
        guard !lists.isEmpty else { return X509_V_ERR_UNABLE_TO_GET_CRL }
        let pointers: [OpaquePointer?] = lists.map(\.handle.pointer)
        return sluss_crl_verdict(certificate.handle.pointer, issuer.handle.pointer, pointers, Int32(pointers.count))
    }

    private static func words(_ code: Int32) -> String { "\(String(cString: X509_verify_cert_error_string(Int(code)))) (\(code))" }
}
