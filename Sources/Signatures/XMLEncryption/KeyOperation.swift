import COpenSSL
import Documents

/// One EVP_PKEY_CTX, fresh for every operation.
final class KeyOperation {
    let context: OpaquePointer?

    init(_ handle: NativeHandle) { context = EVP_PKEY_CTX_new(handle.pointer, nil) }

    deinit { EVP_PKEY_CTX_free(context) }

    func set(_ transport: KeyTransport) -> Bool {
        let mask = transport == .oaepSHA256 ? EVP_sha256() : EVP_sha1()
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1 && EVP_PKEY_CTX_set_rsa_mgf1_md(context, mask) == 1
    }

    /// The output of a function that first tells the length and then writes.
    func output(_ work: (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int>) -> Int32) -> [UInt8]? {
        var length = 0
        guard work(nil, &length) == 1, length > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: length)
        let status = bytes.withUnsafeMutableBufferPointer { work($0.baseAddress, &length) }
        guard status == 1, length <= bytes.count else { return nil }
        bytes.removeSubrange(length...)
        return bytes
    }
}
