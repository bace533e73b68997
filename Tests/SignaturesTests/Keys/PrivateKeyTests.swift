import Documents
import Foundation
import Signatures
import Synchronization
import Testing

@Suite("Private keys", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct PrivateKeyTests {
    let people: Identities
    let folder: ScratchFolder

    init() throws {
        people = try Identities.shared.get()
        folder = try ScratchFolder()
    }

    private var pem: [UInt8] { get throws { try people.authority.folder.read("region.key") } }

    @Test("A key file of the running user is read when nobody else can read it", arguments: [0o600, 0o400])
    func safeModes(mode: Int) throws {
        let path = try folder.write(pem, "key.pem", mode: mode)
        #expect(try PrivateKey.load(path: path).algorithm == .rsaSHA256)
    }

    @Test(
        "A key file that others can read, write or run is refused with path, mode and remedy",
        arguments: [0o640, 0o604, 0o660, 0o644, 0o601, 0o620])
    func unsafeModes(mode: Int) throws {
        let path = try folder.write(pem, "key.pem", mode: mode)
        let refused = try #require(refusal { try PrivateKey.load(path: path) })
        #expect(refused.code == "K002")
        let detail = try #require(refused.detail)
        #expect(detail.contains(path) && detail.contains("0" + String(mode, radix: 8)) && detail.contains("0600"))
        #expect(refused.remedy.sv.contains("chmod 600") && refused.remedy.en.contains("chmod 600"))
    }

    @Test("A symbolic link, a folder and a pipe are no key files")
    func otherKinds() throws {
        let path = try folder.write(pem, "key.pem")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link.pem"), withDestinationPath: path)
        #expect(verdict { try PrivateKey.load(path: folder.path("link.pem")) } == "K002")
        #expect(verdict { try PrivateKey.load(path: folder.url.path) } == "K002")
        #expect(mkfifo(folder.path("pipe.pem"), 0o600) == 0)
        #expect(verdict { try PrivateKey.load(path: folder.path("pipe.pem")) } == "K002")
    }

    @Test("A key file of another user is refused", .enabled(if: geteuid() == 0, "only root can give files away"))
    func foreignOwner() throws {
        let path = try folder.write(pem, "key.pem")
        #expect(chown(path, 12345, 12345) == 0)
        let refused = try #require(refusal { try PrivateKey.load(path: path) })
        #expect(refused.code == "K002" && refused.detail?.contains("12345") == true)
    }

    @Test("A missing file is K001 and names the path")
    func missing() throws {
        let refused = try #require(refusal { try PrivateKey.load(path: folder.path("none.pem")) })
        #expect(refused.code == "K001" && refused.detail?.contains("none.pem") == true)
    }

    @Test(
        "Keys outside the profile are refused by type and size",
        arguments: [
            ("-algorithm RSA -pkeyopt rsa_keygen_bits:1024", "K004"), ("-algorithm EC -pkeyopt ec_paramgen_curve:P-384", "K004"),
            ("-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1", "K004"), ("-algorithm ED25519", "K004"),
            ("-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048", "K004"),
            ("-algorithm RSA -pkeyopt rsa_keygen_bits:2048 -aes256 -pass pass:hemligt", "K006"),
        ])
    func types(options: String, expected: String) throws {
        try TestAuthority.run(folder, "openssl genpkey \(options) -out key.pem")
        #expect(verdict { try PrivateKey(pem: folder.read("key.pem")) } == expected)
    }

    @Test("Text that is no key, and a certificate in place of a key, are K003")
    func notAKey() throws {
        #expect(verdict { try PrivateKey(pem: []) } == "K003")
        #expect(verdict { try PrivateKey(pem: [UInt8]("-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n")) } == "K003")
        #expect(verdict { try PrivateKey(pem: people.rsa.pem) } == "K003")
    }

    @Test("openssl verifies what the RSA key signs")
    func opensslVerifies() throws {
        let message = [UInt8]("Utskrivningsklar")
        try folder.write(message, "message")
        try folder.write(people.rsaKey.sign(message), "value")
        try folder.write(people.rsa.pem, "cert.pem")
        try TestAuthority.run(folder, "openssl x509 -in cert.pem -pubkey -noout -out public.pem")
        let outcome = try Tool.run(
            ["openssl", "dgst", "-sha256", "-verify", "public.pem", "-signature", "value", "message"], in: folder.url)
        #expect(outcome.succeeded && outcome.output.contains("Verified OK"))
    }

    @Test("ECDSA values are r and s of 32 bytes each, and only the right certificate, message and algorithm verify them")
    func elliptic() throws {
        let message = [UInt8]("Inskrivningsmeddelande")
        for _ in 0..<50 {
            let value = try people.ecKey.sign(message)
            #expect(value.count == 64)
            #expect(people.ec.verify(value, over: message, algorithm: .ecdsaP256SHA256))
            #expect(!people.ec.verify(value, over: message + [0], algorithm: .ecdsaP256SHA256))
            #expect(!people.ec.verify(value, over: message, algorithm: .rsaSHA256))
            #expect(!people.rsa.verify(value, over: message, algorithm: .ecdsaP256SHA256))
        }
    }

    @Test("r or s that is zero, the order or not 32 bytes is no signature")
    func ellipticRanges() throws {
        let order: [UInt8] = [
            0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e,
            0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
        ]
        let (zero, value) = ([UInt8](repeating: 0, count: 32), try people.ecKey.sign([1]))
        let (r, s) = (Array(value[0..<32]), Array(value[32...]))
        for bad in [
            zero + s, r + zero, order + s, r + order, zero + zero, r, r + s + [0], [0] + r + s, [], Array(repeating: 255, count: 64),
        ] {
            #expect(!people.ec.verify(bad, over: [1], algorithm: .ecdsaP256SHA256))
        }
        #expect(people.ec.verify(r + s, over: [1], algorithm: .ecdsaP256SHA256))
    }

    @Test("One key signs from many threads at once, and every value verifies", arguments: Identities.Signer.allCases)
    func threads(signer: Identities.Signer) throws {
        let (key, certificate) = (people.key(signer), people.certificate(signer))
        let values = SharedValues()
        DispatchQueue.concurrentPerform(iterations: 16) { thread in
            for round in 0..<10 {
                let message = [UInt8]("\(thread) \(round)")
                let value = (try? key.sign(message)) ?? []
                values.add(certificate.verify(value, over: message, algorithm: key.algorithm))
            }
        }
        #expect(values.all.count == 160 && values.all.allSatisfy { $0 })
    }

    @Test("A key matches its own certificate and no other")
    func matching() {
        #expect(people.rsaKey.matches(people.rsa) && people.ecKey.matches(people.ec))
        #expect(!people.rsaKey.matches(people.other) && !people.rsaKey.matches(people.ec))
    }

    @Test("Every code of keys has text and remedy in both languages")
    func texts() { checkTexts(KeyCode.self, letter: "K") }
}

/// Collects results from threads.
final class SharedValues: Sendable {
    private let values = Mutex<[Bool]>([])

    func add(_ value: Bool) { values.withLock { $0.append(value) } }
    var all: [Bool] { values.withLock { $0 } }
}
