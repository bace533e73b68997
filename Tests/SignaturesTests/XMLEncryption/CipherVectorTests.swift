import Foundation
import Testing

@testable import Signatures

/// Vectors of the Wycheproof project for the two algorithms of XML Encryption.
@Suite("Wycheproof, encryption", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct CipherVectorTests {
    struct GCMFile: Decodable {
        var testGroups: [Group]

        struct Group: Decodable {
            var ivSize: Int
            var keySize: Int
            var tagSize: Int
            var tests: [Case]
        }

        struct Case: Decodable {
            var tcId: Int
            var key: String
            var iv: String
            var aad: String
            var msg: String
            var ct: String
            var tag: String
            var result: String
        }
    }

    struct OAEPFile: Decodable {
        var testGroups: [Group]

        struct Group: Decodable {
            var privateKeyPkcs8: String
            var tests: [Case]
        }

        struct Case: Decodable {
            var tcId: Int
            var msg: String
            var ct: String
            var label: String
            var result: String
        }
    }

    private func file<File: Decodable>(_ name: String) throws -> File {
        try JSONDecoder().decode(File.self, from: Corpus.unzipped("crypto/wycheproof-\(name)_test.json.gz"))
    }

    private func bytes(_ hex: String) -> [UInt8] {
        Swift.stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }

    private func update(_ cipher: ContentCipher, _ content: [UInt8], pieces: Int) -> [UInt8] {
        Swift.stride(from: 0, to: content.count, by: pieces).flatMap { start -> [UInt8] in
            content[start..<min(content.count, start + pieces)].withUnsafeBytes { cipher.update($0) ?? [] }
        }
    }

    @Test("AES-128-GCM: valid tags fit, invalid ones do not, in pieces of any length", arguments: [1, 7, 4096])
    func gcm(_ pieces: Int) throws {
        let file: GCMFile = try file("aes_gcm")
        var (valid, invalid) = (0, 0)
        for group in file.testGroups where group.keySize == 128 && group.ivSize == 96 && group.tagSize == 128 {
            for test in group.tests where test.aad.isEmpty {
                var raw = bytes(test.key)
                let key = try #require(ContentKey(taking: &raw))
                let decipher = try #require(ContentCipher(.decipher, key: key, vector: bytes(test.iv)))
                let plain = update(decipher, bytes(test.ct), pieces: pieces)
                #expect(decipher.hasTag(bytes(test.tag)) == (test.result == "valid"), "\(test.tcId)")
                guard test.result == "valid" else {
                    invalid += 1
                    continue
                }
                valid += 1
                #expect(plain == bytes(test.msg))
                let encipher = try #require(ContentCipher(.encipher, key: key, vector: bytes(test.iv)))
                #expect(update(encipher, bytes(test.msg), pieces: pieces) == bytes(test.ct))
                #expect(encipher.tag() == bytes(test.tag))
            }
        }
        #expect(valid > 10 && invalid > 10)
    }

    @Test("RSA-OAEP: only what was wrapped without label is unwrapped; what is no content key becomes one that is new each time")
    func oaep() throws {
        let file: OAEPFile = try file("rsa_oaep_3072_sha256_mgf1sha256")
        var (valid, invalid) = (0, 0)
        for group in file.testGroups {
            let der = Data(bytes(group.privateKeyPkcs8)).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
            let key = try PrivateKey(pem: Array("-----BEGIN PRIVATE KEY-----\n\(der)\n-----END PRIVATE KEY-----\n".utf8))
            for test in group.tests {
                // A label is no part of the profile.
                let isValid = test.result == "valid" && test.label.isEmpty
                let plain = key.decrypted(bytes(test.ct), .oaepSHA256)
                #expect(plain == (isValid ? bytes(test.msg) : nil), "\(test.tcId)")
                if isValid { valid += 1 } else { invalid += 1 }
                // None of them holds 16 bytes: as a content key, each is replaced by a random one.
                let keys = (0..<2).map { _ in key.unwrap(bytes(test.ct), .oaepSHA256).withBytes { $0.map { $0 } } }
                #expect(keys[0] != keys[1], "\(test.tcId)")
            }
        }
        #expect(invalid > 10 && valid > 5)
    }
}
