import COpenSSL
import CShim
import Documents

extension Certificate {
    /// Where the issuer publishes its revocation list (cRLDistributionPoints, full names that are URIs), in the order of the certificate.
    package var revocationListAddresses: [String] { addresses(ofResponders: false) }

    /// Where the issuer answers OCSP (authorityInfoAccess).
    package var responderAddresses: [String] { addresses(ofResponders: true) }

    /// Whether the extended key usage states one that the purpose accepts, or leaves it open where the purpose lets it.
    package func isFor(_ purpose: CertificatePurpose) -> Bool {
        let answers = purpose.acceptedUsages.map { sluss_x509_extended_usage(handle.pointer, $0) }
        return answers.contains(1) || (answers.first == -1 && purpose.acceptsUnstatedUsage)
    }

    /// Whether subject and issuer are one name.
    package var isSelfIssued: Bool { subject == issuer }

    /// Whether the other certificate's name, key identifier and signature say that it issued this one. Says nothing about trust.
    package func isIssued(by authority: Certificate) -> Bool {
        defer { NativeBytes.clearErrors() }
        return X509_check_issued(authority.handle.pointer, handle.pointer) == X509_V_OK
            && X509_verify(handle.pointer, authority.publicKey.handle.pointer) == 1
    }

    private func addresses(ofResponders: Bool) -> [String] {
        let lines = NativeBytes.writing { bio in
            sluss_x509_revocation_urls(bio, handle.pointer, ofResponders ? 1 : 0)
            return true
        }
        NativeBytes.clearErrors()
        return String(decoding: lines ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
