import Foundation
import Signatures
import Testing

/// Signature vectors of the Wycheproof project.
@Suite("Wycheproof", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct WycheproofTests {
    struct File: Decodable {
        var testGroups: [Group]
    }
    struct Group: Decodable {
        var publicKeyDer: String
        var sha: String?
        var tests: [Case]
    }
    struct Case: Decodable {
        var tcId: Int
        var comment: String
        var msg: String
        var sig: String
        var result: String
        var flags: [String]
    }

    private func groups(_ name: String) throws -> [Group] {
        try JSONDecoder().decode(File.self, from: Corpus.unzipped("crypto/wycheproof-\(name)_test.json.gz")).testGroups
    }

    private func bytes(_ hex: String) -> [UInt8] {
        Swift.stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }

    @Test(
        "Every invalid value fails and every valid one passes",
        arguments: [
            ("rsa_signature_4096_sha256", SignatureAlgorithm.rsaSHA256, 200), ("ecdsa_secp256r1_sha256_p1363", .ecdsaP256SHA256, 200),
        ])
    func vectors(name: String, algorithm: SignatureAlgorithm, least: Int) throws {
        var (valid, invalid) = (0, 0)
        for group in try groups(name) {
            let key = try PublicKey(subjectPublicKeyInfo: bytes(group.publicKeyDer))
            for test in group.tests {
                let passes = key.verify(bytes(test.sig), over: bytes(test.msg), algorithm: algorithm)
                // "acceptable" is one PKCS#1 form without NULL parameters: refused, one encoding is enough.
                #expect(passes == (test.result == "valid"), "\(name) \(test.tcId) \(test.comment)")
                if test.result == "valid" { valid += 1 } else { invalid += 1 }
            }
        }
        #expect(valid > 5 && invalid > 50 && valid + invalid >= least)
    }

    @Test(
        "Signatures of algorithms outside eDelivery AS4 1.15 verify for nobody, though their mathematics is right",
        arguments: ["ecdsa_secp384r1_sha384_p1363", "ed25519", "rsa_pss_3072_sha256_mgf1_32"])
    func outsideTheProfile(name: String) throws {
        var count = 0
        for group in try groups(name) {
            let key = try PublicKey(subjectPublicKeyInfo: bytes(group.publicKeyDer))
            for test in group.tests where test.result == "valid" {
                count += 1
                for algorithm in SignatureAlgorithm.allCases {
                    #expect(!key.verify(bytes(test.sig), over: bytes(test.msg), algorithm: algorithm), "\(name) \(test.tcId)")
                }
            }
        }
        #expect(count > 5)
    }

    @Test("Vectors of algorithms that only AS4 2.0 has are there for the day it is switched on", arguments: ["aes_wrap", "x25519"])
    func later(name: String) throws {
        #expect(try Corpus.unzipped("crypto/wycheproof-\(name)_test.json.gz").count > 1_000)
    }

    @Test("A digest outside the profile verifies for nobody: SHA-512 values are not taken for SHA-256")
    func otherDigest() throws {
        for group in try groups("rsa_signature_3072_sha512") {
            let key = try PublicKey(subjectPublicKeyInfo: bytes(group.publicKeyDer))
            for test in group.tests where test.result == "valid" {
                #expect(!key.verify(bytes(test.sig), over: bytes(test.msg), algorithm: .rsaSHA256))
            }
        }
    }

    @Test("DER values are not taken where r and s are expected")
    func derForm() throws {
        var count = 0
        for group in try groups("ecdsa_secp256r1_sha256") {
            let key = try PublicKey(subjectPublicKeyInfo: bytes(group.publicKeyDer))
            for test in group.tests where test.sig.utf8.count != 128 {
                count += 1
                #expect(!key.verify(bytes(test.sig), over: bytes(test.msg), algorithm: .ecdsaP256SHA256))
            }
        }
        #expect(count > 100)
    }
}
