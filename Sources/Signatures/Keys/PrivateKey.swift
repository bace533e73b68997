import COpenSSL
import Documents

/// A private key that signs, from PEM or in a token. Parsed once (parsing costs as much as signing), usable from any number of threads.
package final class PrivateKey: MessageKey {
    /// What the key signs with; decided by its type.
    package let algorithm: SignatureAlgorithm
    private let key: PublicKey
    /// For the one other operation than signing, unwrapping of content keys.
    var handle: NativeHandle { key.handle }

    /// Reads a PEM file that only the running user (or root) can read: a regular file, no symbolic link, mode 0600 or 0400.
    /// Throws K001–K004 and K006; the detail names path, what was found and what was expected.
    package static func load(path: String) throws(Refusal) -> PrivateKey {
        var pem = try pem(path: path)
        defer { pem.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        do {
            return try PrivateKey(pem: pem)
        } catch {
            throw Refusal(KeyCode(rawValue: error.code) ?? .notPEM, detail: "path=\(path) \(error.detail ?? "")")
        }
    }

    /// The bytes of a key file after the checks of ``load(path:)``, for a TLS library that parses keys itself. Throws K001, K002.
    package static func pem(path: String) throws(Refusal) -> [UInt8] {
        try ProtectedFile(path: path, protection: .secret, maximumBytes: 65_536).read()
    }

    /// Reads one unencrypted PEM key (PKCS#8, or the older forms of OpenSSL). Signs and verifies a sample, so that a damaged key is
    /// found here and not with the first message. Throws K003, K004, K006.
    package convenience init(pem: [UInt8]) throws(Refusal) {
        defer { NativeBytes.clearErrors() }
        // Without a callback OpenSSL would ask for the pass phrase on the terminal.
        let pointer = NativeBytes.reading(pem) { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in -1 }, nil) }
        guard let pointer else {
            let isEncrypted = String(decoding: pem, as: UTF8.self).contains("ENCRYPTED")
            throw Refusal(isEncrypted ? KeyCode.encrypted : .notPEM)
        }
        try self.init(owning: pointer)
    }

    /// Takes over an EVP_PKEY with a private half, of a file or of a token; signs and verifies a sample. Throws K003, K004.
    init(owning pointer: OpaquePointer) throws(Refusal) {
        key = PublicKey(owning: pointer)
        guard let allowed = key.algorithm else {
            throw Refusal(KeyCode.notAllowed, detail: "found=\(key.kind) expected=rsa 3072-4096 (2048 by weakening) or p256")
        }
        algorithm = allowed
        let sample = Array("sluss".utf8)
        guard let value = signature(over: sample), key.verify(value, over: sample, algorithm: allowed) else {
            throw Refusal(KeyCode.notPEM, detail: "the private key does not fit its own public half")
        }
    }

    /// Signs `bytes`: SHA-256, then PKCS#1 v1.5, or ECDSA as r‖s (the form of XML-DSig). Throws K007. Takes a fresh context, so
    /// that threads do not wait for each other.
    package func sign(_ bytes: [UInt8]) throws(Refusal) -> [UInt8] {
        guard let value = signature(over: bytes) else { throw Refusal(KeyCode.signingFailed) }
        return value
    }

    /// Whether the certificate certifies the public half of this key.
    package func matches(_ certificate: Certificate) -> Bool {
        EVP_PKEY_eq(key.handle.pointer, certificate.publicKey.handle.pointer) == 1
    }

    private func signature(over bytes: [UInt8]) -> [UInt8]? {
        defer { NativeBytes.clearErrors() }
        let context = DigestContext()
        guard EVP_DigestSignInit(context.pointer, nil, EVP_sha256(), nil, key.handle.pointer) == 1 else { return nil }
        var length = 0
        guard EVP_DigestSign(context.pointer, nil, &length, bytes, bytes.count) == 1, length > 0 else { return nil }
        var value = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSign(context.pointer, &value, &length, bytes, bytes.count) == 1, length <= value.count else { return nil }
        value.removeSubrange(length...)
        return algorithm == .ecdsaP256SHA256 ? EllipticSignature.joined(fromDER: value) : value
    }
}
