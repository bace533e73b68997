import COpenSSL
import CShim
import Documents
import Signatures

/// A key and a certificate made when the fuzzer starts, so that no private key lies in the sources. What a finding holds does not depend on them:
/// inputs name keys by placeholders (``PartnerLetter``).
struct FreshCertificate: Sendable {
    /// Valid through the moment at which the doors judge.
    private static let (start, end) = (1_767_225_600, 2_524_608_000)

    let key: PrivateKey
    let certificate: Certificate
    /// The key once more, as OpenSSL has it, to sign the next certificate.
    private let handle: NativeHandle
    private let native: NativeHandle

    /// Nil when OpenSSL refuses something, which it does for want of memory or randomness only.
    init?(named name: String, by authority: FreshCertificate? = nil) {
        guard let handle = Self.newKey(), let native = X509_new() else { return nil }
        self.handle = NativeHandle(handle, free: { EVP_PKEY_free($0) })
        self.native = NativeHandle(native, free: { X509_free($0) })
        let extensions: [(Int32, String)] =
            authority == nil
            ? [(NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign,cRLSign")]
            : [(NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature,keyEncipherment")]
        let issuer = authority?.native.pointer ?? native
        X509_set_version(native, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(native), Int.random(in: 1...(1 << 40)))
        ASN1_TIME_set(X509_getm_notBefore(native), Self.start)
        ASN1_TIME_set(X509_getm_notAfter(native), Self.end)
        X509_set_pubkey(native, handle)
        let text = Array(name.utf8)
        X509_NAME_add_entry_by_NID(X509_get_subject_name(native), NID_commonName, Self.utf8, text, Int32(text.count), -1, 0)
        X509_set_issuer_name(native, X509_get_subject_name(issuer))
        let identifiers = [(NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid:always")]
        for (kind, value) in extensions + identifiers.prefix(authority == nil ? 1 : 2) {
            guard Self.add(kind, value, to: native, issuedBy: issuer) else { return nil }
        }
        guard X509_sign(native, authority?.handle.pointer ?? handle, EVP_sha256()) > 0,
            let key = Self.pem({ PEM_write_bio_PrivateKey($0, handle, nil, nil, 0, nil, nil) }).flatMap({ try? PrivateKey(pem: $0) }),
            let certificate = Self.pem({ PEM_write_bio_X509($0, native) }).flatMap({ try? Certificate(pem: $0) })
        else { return nil }
        (self.key, self.certificate) = (key, certificate)
    }

    private static let utf8 = Int32(0x1000)

    private static func newKey() -> OpaquePointer? {
        guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048) == 1,
            EVP_PKEY_keygen(context, &key) == 1
        else { return nil }
        return key
    }

    private static func add(_ kind: Int32, _ value: String, to certificate: OpaquePointer, issuedBy issuer: OpaquePointer) -> Bool {
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else { return false }
        defer { X509_EXTENSION_free(made) }
        return X509_add_ext(certificate, made, -1) == 1
    }

    private static func pem(_ write: (OpaquePointer) -> Int32) -> [UInt8]? {
        guard let bio = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(bio) }
        guard write(bio) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = BIO_read(bio, &bytes, Int32(bytes.count))
        return count > 0 ? Array(bytes.prefix(Int(count))) : nil
    }
}
