import COpenSSL
import Documents

/// A public key that verifies signatures of the profile. Parsed once, usable from any number of threads.
package final class PublicKey: Sendable {
    /// What kind of key it is, as far as the rules tell kinds apart.
    package enum Kind: Sendable, Equatable {
        /// RSA (rsaEncryption) with the length of its modulus.
        case rsa(bits: Int)
        /// The curve prime256v1.
        case p256
        /// The curve secp384r1: seen in CA certificates, not a signing key of the profile.
        case p384
        /// Anything else, by OpenSSL's name.
        case other(String)
    }

    /// RSA key lengths of the profile. Above 4096 bits a verification costs a stranger nothing to demand and us a lot to make.
    package static let allowedRSABits = 2048...4096

    /// Type and size of the key.
    package let kind: Kind
    /// Length in bits: of the modulus or of the curve's order.
    package let bits: Int
    let handle: NativeHandle

    /// Reads a SubjectPublicKeyInfo in DER. Throws K003 when it is none. Any type is read; rules apply where it is used.
    package convenience init(subjectPublicKeyInfo der: [UInt8]) throws(Refusal) {
        let pointer = der.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return d2i_PUBKEY(nil, &cursor, buffer.count)
        }
        NativeBytes.clearErrors()
        guard let pointer else { throw Refusal(KeyCode.notPEM, detail: "public key is not a SubjectPublicKeyInfo") }
        self.init(owning: pointer)
    }

    /// Takes over an EVP_PKEY, private or public.
    init(owning pointer: OpaquePointer) {
        handle = NativeHandle(pointer, free: { EVP_PKEY_free($0) })
        bits = Int(EVP_PKEY_get_bits(pointer))
        kind = Self.kind(of: pointer)
    }

    /// The algorithm this key signs with; nil when the profile has none for it.
    package var algorithm: SignatureAlgorithm? {
        switch kind {
        case .rsa(let bits): Self.allowedRSABits.contains(bits) ? .rsaSHA256 : nil
        case .p256: .ecdsaP256SHA256
        case .p384, .other: nil
        }
    }

    /// Whether `signature` is the value of exactly this key, algorithm and message. False also for a key the algorithm does not
    /// fit, for a key size outside the profile and for r or s out of range; never throws, so that no cause can be told apart.
    package func verify(_ signature: [UInt8], over message: [UInt8], algorithm: SignatureAlgorithm) -> Bool {
        guard algorithm == self.algorithm else { return false }
        defer { NativeBytes.clearErrors() }
        let native = algorithm == .ecdsaP256SHA256 ? EllipticSignature.der(fromJoined: signature) : signature
        let context = DigestContext()
        guard let native, !native.isEmpty,
            EVP_DigestVerifyInit(context.pointer, nil, EVP_sha256(), nil, handle.pointer) == 1
        else { return false }
        return EVP_DigestVerify(context.pointer, native, native.count, message, message.count) == 1
    }

    private static func kind(of pointer: OpaquePointer) -> Kind {
        switch EVP_PKEY_get_base_id(pointer) {
        case NID_rsaEncryption: return .rsa(bits: Int(EVP_PKEY_get_bits(pointer)))
        case NID_X9_62_id_ecPublicKey:
            switch groupName(of: pointer) {
            case "prime256v1": return .p256
            case "secp384r1": return .p384
            case let name: return .other(name)
            }
        default: return .other(EVP_PKEY_get0_type_name(pointer).map { String(cString: $0) } ?? "unknown")
        }
    }

    private static func groupName(of pointer: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 64)
        var length = 0
        guard EVP_PKEY_get_group_name(pointer, &name, name.count, &length) == 1 else { return "unnamed curve" }
        return String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
