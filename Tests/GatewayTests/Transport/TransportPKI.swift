import Foundation
import NIOSSL
import Signatures
import Synchronization
import TestSupport
import Testing

@testable import Gateway

/// A certification authority of the moment with the certificates the transport tests need, made by the openssl tool.
struct TransportPKI {
    /// Whether it can be made here: the condition of every test that needs it.
    static let isAvailable = Tool.arePresent("openssl")
    private static let shared = Result { try TransportPKI() }
    private static let folderOfAll = Mutex<TemporaryFolder?>(nil)

    let folder: String

    /// name, common name, issuer, days, extensions
    private static let leaves: [(String, String, String, Int, String)] = [
        ("server", "gateway.example", "ca", 3650, "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth"),
        ("server-next", "gateway.example", "ca", 3650, "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth"),
        ("server-elsewhere", "other.example", "ca", 3650, "subjectAltName=DNS:other.example\nextendedKeyUsage=serverAuth,clientAuth"),
        ("server-short", "gateway.example", "ca", 2, "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth"),
        ("server-evil", "gateway.example", "evil", 3650, "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth"),
        ("client", "region.example", "ca", 3650, "subjectAltName=DNS:region.example\nextendedKeyUsage=clientAuth"),
        ("client-other", "another.example", "ca", 3650, "subjectAltName=DNS:another.example\nextendedKeyUsage=clientAuth"),
        ("client-unpinned", "region.example", "ca", 3650, "subjectAltName=DNS:region.example\nextendedKeyUsage=clientAuth"),
        ("client-short", "region.example", "ca", 2, "subjectAltName=DNS:region.example\nextendedKeyUsage=clientAuth"),
        ("client-evil", "region.example", "evil", 3650, "subjectAltName=DNS:region.example\nextendedKeyUsage=clientAuth"),
        ("client-server-only", "region.example", "ca", 3650, "subjectAltName=DNS:region.example\nextendedKeyUsage=serverAuth"),
    ]

    private init() throws {
        let owned = try TemporaryFolder("transport-pki")
        Self.folderOfAll.withLock { $0 = owned }
        atexit { TransportPKI.folderOfAll.withLock { $0 = nil } }
        folder = owned.path
        // The same name twice: a chain must be found by key, not by name.
        try authority("ca")
        try authority("evil")
        for leaf in Self.leaves { try issue(leaf.0, name: leaf.1, by: leaf.2, days: leaf.3, extensions: leaf.4) }
    }

    static func made() throws -> TransportPKI { try shared.get() }

    func path(_ name: String) -> String { "\(folder)/\(name)" }
    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path(name)))) }
    func certificate(_ name: String) throws -> Certificate { try Certificate(pem: bytes("\(name).pem")) }

    func identity(_ name: String) throws -> TLSIdentity {
        TLSIdentity(chain: [try certificate(name)], keyPEM: try bytes("\(name).key"))
    }

    /// Trust in our CA, with the named certificates pinned.
    func policy(pinning names: [String], kind: Pin.Kind = .leaf) throws -> TrustPolicy {
        TrustPolicy(anchors: [try certificate("ca")], pins: Set(try names.map { Pin(kind, of: try certificate($0)) }))
    }

    /// A list of our CA with the named certificates on it, fresh for `days`.
    func revocationList(revoking names: [String] = [], days: Int = 3650) throws -> RevocationList {
        let own = try TemporaryFolder("crl")
        let settings =
            "[ca]\ndefault_ca=c\n[c]\ndatabase=\(own.file("db"))\ncrlnumber=\(own.file("number"))\ndefault_md=sha256\n"
            + "crl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid\n"
        let configuration = try own.write(settings, to: "ca.cnf")
        try own.write("", to: "db")
        try own.write("01\n", to: "number")
        let signer = ["ca", "-batch", "-config", configuration, "-cert", path("ca.pem"), "-keyfile", path("ca.key")]
        for name in names { try openssl(signer + ["-revoke", path("\(name).pem")]) }
        try openssl(signer + ["-gencrl", "-crldays", "\(days)", "-out", own.file("list.crl")])
        return try RevocationList(own.bytes(of: "list.crl"))
    }

    /// A client of NIOSSL alone, that believes every server: for what our own client would not do.
    func rawClient(_ name: String?) throws -> TLSConfiguration {
        var settings = TLSConfiguration.makeClientConfiguration()
        settings.trustRoots = .file(path("ca.pem"))
        settings.certificateVerification = .noHostnameVerification
        if let name {
            settings.certificateChain = try NIOSSLCertificate.fromPEMFile(path("\(name).pem")).map { .certificate($0) }
            settings.privateKey = .privateKey(try NIOSSLPrivateKey(file: path("\(name).key"), format: .pem))
        }
        return settings
    }

    private func authority(_ name: String) throws {
        try openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", path("\(name).key"),
            "-out", path("\(name).pem"), "-days", "3650", "-subj", "/CN=Test CA", "-addext", "basicConstraints=critical,CA:TRUE",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign",
        ])
    }

    private func issue(_ name: String, name commonName: String, by issuer: String, days: Int, extensions: String) throws {
        try openssl([
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", path("\(name).key"),
            "-out", path("\(name).csr"), "-subj", "/CN=\(commonName)",
        ])
        let common =
            "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n"
            + "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n"
        try Data((common + extensions + "\n").utf8).write(to: URL(filePath: path("\(name).ext")))
        try openssl([
            "x509", "-req", "-in", path("\(name).csr"), "-CA", path("\(issuer).pem"), "-CAkey", path("\(issuer).key"),
            "-CAcreateserial", "-days", "\(days)", "-sha256", "-extfile", path("\(name).ext"), "-out", path("\(name).pem"),
        ])
    }

    private func openssl(_ arguments: [String]) throws {
        let result = try Tool.require("openssl").runBlocking(arguments)
        try #require(result.isSuccess, "openssl \(arguments[0]): \(result.errorText)")
    }
}
