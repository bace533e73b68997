import Foundation
import Signatures
import Testing

@Suite("SHA-256")
struct DigestTests {
    @Test(
        "The vectors of FIPS 180-4 come out",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, expected: String) {
        #expect(Hexadecimal.text(Digest.sha256([UInt8](text))) == expected)
    }

    @Test("A stream fed in parts of any size gives the digest of the whole", arguments: [1, 3, 64, 1000])
    func stream(part: Int) {
        let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var stream = Digest.SHA256Stream()
        for start in Swift.stride(from: 0, to: bytes.count, by: part) {
            Array(bytes[start..<min(start + part, bytes.count)]).withUnsafeBytes { stream.update($0) }
        }
        #expect(stream.finish() == Digest.sha256(bytes))
    }

    @Test("Digests of other length or with one other bit are not equal")
    func equality() {
        let digest = Digest.sha256([UInt8]("abc"))
        #expect(Digest.areEqual(digest, digest))
        #expect(!Digest.areEqual(digest, Array(digest.dropLast())))
        for index in digest.indices {
            var other = digest
            other[index] ^= 1
            #expect(!Digest.areEqual(digest, other))
        }
    }
}
