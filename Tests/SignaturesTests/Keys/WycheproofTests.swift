import Foundation
import Signatures
import Testing

/// Signature vectors of the Wycheproof project.
@Suite("Wycheproof", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct WycheproofTests {
    /// Judged here and by `CipherVectorTests`.
    static let judged = [
        "aes_gcm", "ecdsa_secp256r1_sha256", "ecdsa_secp256r1_sha256_p1363", "rsa_oaep_3072_sha256_mgf1sha256", "rsa_signature_3072_sha512",
        "rsa_signature_4096_sha256",
    ]
    /// Algorithms that nothing here uses: key wrap and X25519 belong to the next version of the profile, which is off.
    static let unused = ["aes_wrap", "x25519"]
    /// Signatures outside the profile.
    static let refused = ["ecdsa_secp384r1_sha384_p1363", "ed25519", "rsa_pss_3072_sha256_mgf1_32"]

    private struct Group: Decodable {
        let publicKeyDer: HexBytes
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let comment: String
            let msg, sig: HexBytes
            let result: VectorResult
        }

        func key() throws -> PublicKey { try PublicKey(subjectPublicKeyInfo: publicKeyDer.bytes) }
    }

    private func groups(_ name: String) throws -> [Group] { try VectorFile<Group>.groups(name) }

    @Test("Each file of the folder has its decision")
    func complete() throws {
        #expect(try Corpus.indexed("crypto") == Set((Self.judged + Self.unused + Self.refused).map(VectorFile<Group>.fileName)))
    }

    @Test(
        "Every invalid value fails and every valid one passes",
        arguments: [
            ("rsa_signature_4096_sha256", SignatureAlgorithm.rsaSHA256, 200), ("ecdsa_secp256r1_sha256_p1363", .ecdsaP256SHA256, 200),
        ])
    func vectors(name: String, algorithm: SignatureAlgorithm, least: Int) throws {
        var (valid, invalid) = (0, 0)
        for group in try groups(name) {
            let key = try group.key()
            for test in group.tests {
                let passes = key.verify(test.sig.bytes, over: test.msg.bytes, algorithm: algorithm)
                // "acceptable" is one PKCS#1 form without NULL parameters: refused, one encoding is enough.
                #expect(passes == (test.result == .valid), "\(name) \(test.tcId) \(test.comment)")
                if test.result == .valid { valid += 1 } else { invalid += 1 }
            }
        }
        #expect(valid > 5 && invalid > 50 && valid + invalid >= least)
    }

    @Test(
        "Signatures of algorithms outside eDelivery AS4 1.15 verify for nobody, though their mathematics is right",
        arguments: refused)
    func outsideTheProfile(name: String) throws {
        var count = 0
        for group in try groups(name) {
            let key = try group.key()
            // An RSA key alone does not tell what it signs with.
            if !name.hasPrefix("rsa") { #expect(key.algorithm == nil) }
            for test in group.tests where test.result == .valid {
                count += 1
                for algorithm in SignatureAlgorithm.allCases {
                    #expect(!key.verify(test.sig.bytes, over: test.msg.bytes, algorithm: algorithm), "\(name) \(test.tcId)")
                }
            }
        }
        #expect(count > 20)
    }

    @Test("Vectors of algorithms that only AS4 2.0 has are there for the day it is switched on", arguments: unused)
    func later(name: String) throws {
        #expect(try Corpus.unzipped("crypto/\(VectorFile<Group>.fileName(name))").count > 1_000)
    }

    @Test("A digest outside the profile verifies for nobody: SHA-512 values are not taken for SHA-256")
    func otherDigest() throws {
        for group in try groups("rsa_signature_3072_sha512") {
            let key = try group.key()
            for test in group.tests where test.result == .valid {
                #expect(!key.verify(test.sig.bytes, over: test.msg.bytes, algorithm: .rsaSHA256))
            }
        }
    }

    @Test("DER values are not taken where r and s are expected")
    func derForm() throws {
        var count = 0
        for group in try groups("ecdsa_secp256r1_sha256") {
            let key = try group.key()
            for test in group.tests where test.sig.bytes.count != 64 {
                count += 1
                #expect(!key.verify(test.sig.bytes, over: test.msg.bytes, algorithm: .ecdsaP256SHA256))
            }
        }
        #expect(count > 100)
    }
}
