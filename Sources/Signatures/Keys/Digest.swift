import COpenSSL

/// SHA-256 by OpenSSL, the only digest of the profile (eDelivery AS4 1.15, `xmlenc#sha256`).
package enum Digest {
    /// Bytes in a SHA-256 digest.
    package static let sha256Length = 32

    /// The SHA-256 of `bytes`: always 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var stream = SHA256Stream()
        bytes.withUnsafeBytes { stream.update($0) }
        return stream.finish()
    }

    /// HMAC-SHA-256 (RFC 2104): a digest that only who has the key can make or test. Always 32 bytes.
    package static func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: sha256Length)
        let made = HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &code, nil)
        precondition(made != nil, "HMAC is not available in OpenSSL")
        return code
    }

    /// Compares two digests in a time that does not depend on where they differ. False when lengths differ.
    package static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        first.count == second.count && CRYPTO_memcmp(first, second, first.count) == 0
    }

    /// A SHA-256 that takes its input in parts, so that canonical bytes never exist as a whole.
    ///
    /// Copies share one running state: use one value, from one task.
    package struct SHA256Stream {
        private let context = DigestContext()

        /// An empty stream. Ends the process when memory is out, which Swift cannot survive anyway.
        package init() {
            precondition(EVP_DigestInit_ex(context.pointer, EVP_sha256(), nil) == 1, "SHA-256 is not available in OpenSSL")
        }

        /// Adds the next part of the input; an empty part changes nothing.
        package mutating func update(_ part: UnsafeRawBufferPointer) {
            guard let base = part.baseAddress, part.count > 0 else { return }
            precondition(EVP_DigestUpdate(context.pointer, base, part.count) == 1, "SHA-256 update failed in OpenSSL")
        }

        /// The digest of everything added, 32 bytes. Call once, last.
        package mutating func finish() -> [UInt8] {
            var digest = [UInt8](repeating: 0, count: Digest.sha256Length)
            precondition(EVP_DigestFinal_ex(context.pointer, &digest, nil) == 1, "SHA-256 final failed in OpenSSL")
            return digest
        }
    }
}

/// Owns one EVP_MD_CTX; a fresh one for every digest, signature and verification.
final class DigestContext {
    let pointer: OpaquePointer? = EVP_MD_CTX_new()

    deinit { EVP_MD_CTX_free(pointer) }
}
