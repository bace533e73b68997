import Foundation
import Testing

@testable import Signatures

/// Vectors of the Wycheproof project for the two algorithms of XML Encryption.
@Suite("Wycheproof, encryption", .enabled(if: Corpus.isPresent, "the corpus is not here"))
struct CipherVectorTests {
    private struct GCMGroup: Decodable {
        let ivSize, keySize, tagSize: Int
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let key, iv, aad, msg, ct, tag: HexBytes
            let result: VectorResult
        }
    }

    private struct OAEPGroup: Decodable {
        let privateKeyPkcs8: HexBytes
        let tests: [Case]

        struct Case: Decodable {
            let tcId: Int
            let msg, ct, label: HexBytes
            let result: VectorResult
        }
    }

    private func update(_ cipher: ContentCipher, _ content: [UInt8], pieces: Int) -> [UInt8] {
        Swift.stride(from: 0, to: content.count, by: pieces).flatMap { start -> [UInt8] in
            content[start..<min(content.count, start + pieces)].withUnsafeBytes { cipher.update($0) ?? [] }
        }
    }

    @Test("AES-128-GCM: valid tags fit, invalid ones do not, in pieces of any length", arguments: [1, 7, 4096])
    func gcm(_ pieces: Int) throws {
        var (valid, invalid) = (0, 0)
        for group in try VectorFile<GCMGroup>.groups("aes_gcm") where group.keySize == 128 && group.ivSize == 96 && group.tagSize == 128 {
            for test in group.tests {
                var raw = test.key.bytes
                let key = try #require(ContentKey(taking: &raw))
                let decipher = try #require(ContentCipher(.decipher, key: key, vector: test.iv.bytes, bound: test.aad.bytes))
                let plain = update(decipher, test.ct.bytes, pieces: pieces)
                #expect(decipher.hasTag(test.tag.bytes) == (test.result == .valid), "\(test.tcId)")
                guard test.result == .valid else {
                    invalid += 1
                    continue
                }
                valid += 1
                #expect(plain == test.msg.bytes)
                let encipher = try #require(ContentCipher(.encipher, key: key, vector: test.iv.bytes, bound: test.aad.bytes))
                #expect(update(encipher, test.msg.bytes, pieces: pieces) == test.ct.bytes)
                #expect(encipher.tag() == test.tag.bytes)
            }
        }
        #expect(valid > 10 && invalid > 10)
    }

    @Test("RSA-OAEP: only what was wrapped without label is unwrapped; what is no content key becomes one that is new each time")
    func oaep() throws {
        var (valid, invalid) = (0, 0)
        for group in try VectorFile<OAEPGroup>.groups("rsa_oaep_3072_sha256_mgf1sha256") {
            let der = Data(group.privateKeyPkcs8.bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
            let key = try PrivateKey(pem: Array("-----BEGIN PRIVATE KEY-----\n\(der)\n-----END PRIVATE KEY-----\n".utf8))
            for test in group.tests {
                // A label is no part of the profile.
                let isValid = test.result == .valid && test.label.bytes.isEmpty
                let plain = key.decrypted(test.ct.bytes, .oaepSHA256)
                #expect(plain == (isValid ? test.msg.bytes : nil), "\(test.tcId)")
                if isValid { valid += 1 } else { invalid += 1 }
                // None of them holds 16 bytes: as a content key, each is replaced by a random one.
                let keys = (0..<2).map { _ in key.unwrap(test.ct.bytes, .oaepSHA256).withBytes { $0.map { $0 } } }
                #expect(keys[0] != keys[1], "\(test.tcId)")
            }
        }
        #expect(invalid > 10 && valid > 5)
    }
}
