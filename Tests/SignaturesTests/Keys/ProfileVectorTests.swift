import Foundation
import Testing

@testable import Signatures

/// Every file of vectors has its decision: judged by a suite of ours, or of an algorithm outside the profile, which no key of its kind and no
/// value of it passes.
@Suite("Wycheproof, the whole folder", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct ProfileVectorTests {
    /// Judged by `WycheproofTests` and `CipherVectorTests`.
    static let judged = [
        "aes_gcm", "ecdsa_secp256r1_sha256", "ecdsa_secp256r1_sha256_p1363", "rsa_oaep_3072_sha256_mgf1sha256", "rsa_signature_3072_sha512",
        "rsa_signature_4096_sha256",
    ]
    /// Algorithms that nothing here uses: key wrap and X25519 belong to the next version of the profile, which is off.
    static let unused = ["aes_wrap", "x25519"]
    /// Signatures outside the profile.
    static let refused = ["ecdsa_secp384r1_sha384_p1363", "ed25519", "rsa_pss_3072_sha256_mgf1_32"]

    struct File: Decodable {
        var testGroups: [Group]

        struct Group: Decodable {
            var publicKeyDer: String
            var tests: [Case]
        }

        struct Case: Decodable {
            var msg: String
            var sig: String
            var result: String
        }
    }

    private func bytes(_ hex: String) -> [UInt8] {
        Swift.stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }

    /// Of the invalid ones, some are values of the profile: PKCS#1 v1.5 where PSS was asked for.
    @Test("No valid value of an algorithm outside the profile verifies as one of the profile", arguments: refused)
    func outside(_ name: String) throws {
        let file = try JSONDecoder().decode(File.self, from: Corpus.unzipped("crypto/wycheproof-\(name)_test.json.gz"))
        var count = 0
        for group in file.testGroups {
            let key = try PublicKey(subjectPublicKeyInfo: bytes(group.publicKeyDer))
            // An RSA key alone does not tell what it signs with.
            if !name.hasPrefix("rsa") { #expect(key.algorithm == nil) }
            for test in group.tests where test.result == "valid" {
                count += 1
                for algorithm in SignatureAlgorithm.allCases {
                    #expect(!key.verify(bytes(test.sig), over: bytes(test.msg), algorithm: algorithm))
                }
            }
        }
        #expect(count > 20)
    }

    @Test("Each file of the folder has its decision")
    func complete() throws {
        let names = Self.judged + Self.unused + Self.refused
        #expect(try Corpus.indexed("crypto") == Set(names.map { "wycheproof-\($0)_test.json.gz" }))
    }
}
