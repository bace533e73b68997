import COpenSSL
import CShim
import Documents

/// The rules of the profile that OpenSSL does not know: key types and sizes, stated usages, clean names.
struct CertificateRules {
    let purpose: CertificatePurpose
    let policy: TrustPolicy

    /// Checks one certificate of a chain by its key alone, before it verifies anything: sizes are cheap to look at. Throws T005.
    func checkKey(of certificate: Certificate, isLeaf: Bool) throws(Refusal) {
        let minimum = max(policy.minimumRSABits, PublicKey.allowedRSABits.lowerBound)
        let maximum = PublicKey.allowedRSABits.upperBound
        switch certificate.keyAlgorithm {
        case .rsa(let bits) where (minimum...max(minimum, maximum)).contains(bits): return
        case .p256: return
        // CAs may be stronger than their leaves; the profile signs with P-256 only.
        case .p384 where !isLeaf || purpose != .signing: return
        default:
            let found = "found=\(certificate.keyAlgorithm) expected=rsa \(minimum)-\(maximum) or p256"
            throw ChainFinding(certificate, check: "key", outcome: found).refusal(.weak)
        }
    }

    /// Checks what the leaf says it may be used for; a CA certificate issues and does nothing else. Throws T004.
    func checkUsage(of leaf: Certificate) throws(Refusal) {
        guard X509_check_ca(leaf.handle.pointer) == 0 else {
            throw ChainFinding(leaf, check: "CA flag", outcome: "found=CA expected=end entity").refusal(.wrongPurpose)
        }
        let stated = X509_get_extension_flags(leaf.handle.pointer) & UInt32(EXFLAG_KUSAGE) != 0
        let signs = X509_get_key_usage(leaf.handle.pointer) & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
        if purpose == .signing && !(stated && signs) {
            let outcome = "found=\(stated ? "no signing usage" : "no key usage") expected=digitalSignature or nonRepudiation"
            throw ChainFinding(leaf, check: "key usage", outcome: outcome).refusal(.wrongPurpose)
        }
        let answers = purpose.acceptedUsages.map { sluss_x509_extended_usage(leaf.handle.pointer, $0) }
        let isUnstated = answers.first == -1
        guard answers.contains(1) || (isUnstated && purpose.acceptsUnstatedUsage) else {
            let outcome = "found=\(isUnstated ? "none" : "others") expected=one of \(purpose.acceptedUsages.joined(separator: " "))"
            throw ChainFinding(leaf, check: "extended key usage", outcome: outcome).refusal(.wrongPurpose)
        }
    }

    /// Refuses names that end early for C code. Throws T011.
    func checkNames(of leaf: Certificate) throws(Refusal) {
        guard sluss_x509_has_control_character(leaf.handle.pointer) == 0 else {
            throw ChainFinding(leaf, check: "names", outcome: "found=control character expected=text").refusal(.brokenRule)
        }
    }

    /// Checks the host name or address against subjectAltName; the common name and wildcards never count: a partner is one named
    /// server. A server that nothing names (neither host name nor pin) is refused. Throws T010.
    func checkHost(of leaf: Certificate) throws(Refusal) {
        guard purpose == .tlsServer else { return }
        guard let host = policy.hostName else {
            if !policy.pins.isEmpty { return }
            throw ChainFinding(leaf, check: "name", outcome: "found=policy without host name and pins").refusal(.nameMismatch)
        }
        let flags = UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT | X509_CHECK_FLAG_NO_WILDCARDS)
        let isAddress = X509_check_ip_asc(leaf.handle.pointer, host, flags)
        // -2: not an address at all, so it is a name.
        let matches = isAddress == -2 ? X509_check_host(leaf.handle.pointer, host, host.utf8.count, flags, nil) : isAddress
        guard matches == 1 else {
            let outcome = "found=subjectAltName without it expected=\(LoggedName(host))"
            throw ChainFinding(leaf, check: "name", outcome: outcome).refusal(.nameMismatch)
        }
    }

    /// Checks that the agreement names this issuing CA and this leaf. Throws T007, T006.
    func checkAgreement(leaf: Certificate, issuer: Certificate?) throws(Refusal) {
        if let expected = policy.issuingCA, issuer != expected {
            let outcome =
                "found=\"\(LoggedName(issuer?.commonName))\" serial=\(issuer?.serialNumber ?? "-") "
                + "expected=\"\(LoggedName(expected.commonName))\" serial=\(expected.serialNumber)"
            throw ChainFinding(leaf, check: "issuing CA", outcome: outcome).refusal(.wrongIssuer)
        }
        if !policy.pins.isEmpty && !policy.pins.contains(where: { $0.names(leaf) }) {
            let found = "found=\(Pin(.leaf, of: leaf)) or \(Pin(.spki, of: leaf)) expected=one of \(policy.pins.count) pins"
            throw ChainFinding(leaf, check: "pin", outcome: found).refusal(.notPinned)
        }
    }
}
