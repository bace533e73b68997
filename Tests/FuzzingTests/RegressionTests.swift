import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What fuzzers found, and what they begin with, run in the ordinary tests: a trap ends the test process, which is noticed.
@Suite("Fuzzing")
struct RegressionTests {
    private static func files(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: ProjectRoot.file(folder))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    }

    @Test("Every finding and every seed goes through its door and comes back", arguments: FuzzTarget.allCases)
    func replay(_ target: FuzzTarget) throws {
        let files = Self.files("Fuzzing/Regressions/\(target)") + Self.files("Fuzzing/Seeds/\(target)")
        #expect(!files.isEmpty, "no seed for \(target)")
        for file in files { target.run(try ProjectRoot.bytes(of: file)) }
    }

    @Test("Every door bears the empty input, one byte, and each seed cut short anywhere", arguments: FuzzTarget.allCases)
    func cut(_ target: FuzzTarget) throws {
        target.run([])
        for byte in [0, 0x0A, 0x2D, 0x30, 0x3C, 0x7B, 0xFF] as [UInt8] { target.run([byte]) }
        for file in Self.files("Fuzzing/Seeds/\(target)").prefix(4) {
            let bytes = try ProjectRoot.bytes(of: file)
            for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) { target.run(Array(bytes[..<length])) }
        }
    }

    /// How far each seed of the encrypted door comes: a door that never opens finds nothing.
    static let letters = [
        ("foreign-key", "A068"), ("identifier-older", "accepted"), ("issuer-serial", "accepted"), ("ping", "accepted"),
        ("raw-gzip", "accepted"),
        ("stranger", "A068"), ("timestamp-reply", "accepted"), ("token", "accepted"), ("two-parts", "accepted"),
        ("uncompressed", "accepted"),
        ("uncompressed-octets", "accepted"), ("unsealed", "A068"),
    ]

    @Test(
        "A message that a trusted partner encrypted to us is opened, and refused only for what is wrong behind its signature",
        arguments: letters)
    func letter(_ name: String, _ outcome: String) throws {
        #expect(EncryptedDoor.message(try ProjectRoot.bytes(of: "Fuzzing/Seeds/encrypted/\(name)")) == outcome)
    }

    @Test("Every seed of the encrypted door is in the table")
    func lettersComplete() {
        #expect(Self.files("Fuzzing/Seeds/encrypted") == Self.letters.map { "Fuzzing/Seeds/encrypted/\($0.0)" })
    }

    @Test("A byte of the content that is not what was packed, and one of the envelope, are refused behind the signature")
    func bent() throws {
        let seed = try ProjectRoot.bytes(of: "Fuzzing/Seeds/encrypted/raw-gzip")
        let end = try #require(seed.dropFirst().firstIndex(of: 0))
        var content = seed
        content[end + 15] ^= 1
        #expect(EncryptedDoor.message(content) == "A045")
        let envelope = String(decoding: seed[..<end], as: UTF8.self).replacing("aes128-gcm", with: "aes256-gcm")
        #expect(EncryptedDoor.message(Array(envelope.utf8) + seed[end...]) == "A054")
    }
}
