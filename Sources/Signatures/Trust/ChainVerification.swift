import COpenSSL
import CShim
import Documents
import Foundation

/// One run of X509_verify_cert, without revocation (``RevocationCheck``). Owns the store, the context and the list of untrusted certificates for its duration.
final class ChainVerification {
    enum Outcome {
        case verified([Certificate])
        /// An X509_V_ERR value and the certificate OpenSSL stopped at.
        case failed(Int32, Certificate?)
    }

    private let store: OpaquePointer
    private let context: OpaquePointer
    private let untrusted: OpaquePointer
    // What the store and the list hold: kept alive by it, and found again in the result without reading them twice.
    private var known: [Certificate]

    init?(untrusted certificates: [Certificate], policy: TrustPolicy) {
        guard let store = X509_STORE_new() else { return nil }
        guard let context = X509_STORE_CTX_new() else {
            X509_STORE_free(store)
            return nil
        }
        guard let stack = sluss_x509_stack_new() else {
            X509_STORE_CTX_free(context)
            X509_STORE_free(store)
            return nil
        }
        (self.store, self.context, untrusted, known) = (store, context, stack, certificates + policy.anchors)
        for certificate in certificates { sluss_x509_stack_push(stack, certificate.handle.pointer) }
        for anchor in policy.anchors { X509_STORE_add_cert(store, anchor.handle.pointer) }
    }

    deinit {
        X509_STORE_CTX_free(context)
        sluss_x509_stack_free(untrusted)
        X509_STORE_free(store)
    }

    /// Verifies `leaf`; call once.
    func verify(_ leaf: Certificate, purpose: CertificatePurpose, at time: Date) -> Outcome {
        known.append(leaf)
        guard X509_STORE_CTX_init(context, store, leaf.handle.pointer, untrusted) == 1 else { return .failed(X509_V_ERR_UNSPECIFIED, leaf) }
        guard configure(X509_STORE_CTX_get0_param(context), purpose: purpose, at: time) else {
            return .failed(X509_V_ERR_UNSPECIFIED, leaf)
        }
        if X509_verify_cert(context) == 1, let path = certificates(X509_STORE_CTX_get0_chain(context)), path.first == leaf {
            return .verified(path)
        }
        let error = X509_STORE_CTX_get_error(context)
        let failed = X509_STORE_CTX_get_current_cert(context).flatMap { certificate($0) }
        return .failed(error == X509_V_OK ? X509_V_ERR_UNSPECIFIED : error, failed ?? leaf)
    }

    private func configure(_ parameters: OpaquePointer?, purpose: CertificatePurpose, at time: Date) -> Bool {
        X509_VERIFY_PARAM_set_time(parameters, time_t(time.timeIntervalSince1970.rounded(.down)))
        X509_VERIFY_PARAM_set_auth_level(parameters, 2)
        X509_VERIFY_PARAM_set_depth(parameters, Int32(ChainCheck.maximumDepth))
        return X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_X509_STRICT)) == 1
            && X509_VERIFY_PARAM_set_purpose(parameters, Self.native(purpose)) == 1
    }

    /// OpenSSL has no purpose for signing XML: "any" still checks the CA flags, and ``CertificateRules`` the rest.
    private static func native(_ purpose: CertificatePurpose) -> Int32 {
        switch purpose {
        case .tlsServer: X509_PURPOSE_SSL_SERVER
        case .tlsClient: X509_PURPOSE_SSL_CLIENT
        case .signing: X509_PURPOSE_ANY
        }
    }

    private func certificates(_ chain: OpaquePointer?) -> [Certificate]? {
        let found = (0..<sluss_x509_stack_count(chain)).compactMap { index in
            sluss_x509_stack_at(chain, index).flatMap { certificate($0) }
        }
        return found.count == Int(sluss_x509_stack_count(chain)) ? found : nil
    }

    private func certificate(_ pointer: OpaquePointer) -> Certificate? {
        known.first { $0.handle.pointer == pointer }
    }
}
