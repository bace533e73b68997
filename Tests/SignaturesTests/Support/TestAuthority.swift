import Foundation
import Signatures

/// A certification authority made with the openssl command: root, intermediate and leaves, keys in a scratch folder.
final class TestAuthority: Sendable {
    static let shared = Result { try TestAuthority() }

    let folder: ScratchFolder
    let root: Certificate
    let intermediate: Certificate

    /// Extensions of a leaf that may do everything our partners do.
    static let everyUse = """
        basicConstraints=critical,CA:FALSE
        keyUsage=critical,digitalSignature,keyEncipherment
        extendedKeyUsage=clientAuth,serverAuth
        subjectAltName=DNS:gateway.example.se,IP:127.0.0.1
        subjectKeyIdentifier=hash
        authorityKeyIdentifier=keyid
        """

    static let authority = """
        basicConstraints=critical,CA:TRUE
        keyUsage=critical,keyCertSign,cRLSign
        subjectKeyIdentifier=hash
        authorityKeyIdentifier=keyid
        """

    init() throws {
        folder = try ScratchFolder()
        let link = Self.authority.replacing("CA:TRUE", with: "CA:TRUE,pathlen:0")
        try Self.run(folder, "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out root.key")
        try Self.run(folder, "openssl req -new -key root.key -subj", "/C=SE/O=Provning/CN=Provrot", "-out root.csr")
        try folder.write([UInt8](Self.authority), "root.ext")
        try Self.run(folder, "openssl x509 -req -in root.csr -signkey root.key -days 3650 -sha256 -extfile root.ext -out root.pem")
        root = try Certificate(pem: folder.read("root.pem"))
        intermediate = try Self.issue(
            folder, "ca", subject: "/C=SE/O=Provning/CN=Provutgivare", key: "rsa:2048", extensions: link, issuer: "root")
    }

    /// Issues a leaf below the intermediate (or another issuer) and answers its certificate; key in NAME.key, certificate in NAME.pem.
    func issue(
        _ name: String, subject: String? = nil, key: String = "rsa:2048", extensions: String = everyUse, issuer: String = "ca",
        digest: String = "-sha256"
    ) throws -> Certificate {
        let subject = subject ?? "/C=SE/O=Provning/2.5.4.97=NTRSE-2321000016/CN=\(name)"
        return try Self.issue(folder, name, subject: subject, key: key, extensions: extensions, issuer: issuer, digest: digest)
    }

    /// The private key of an issued leaf, made anew with `openssl pkey` to be sure that it is PKCS#8.
    func key(_ name: String) throws -> PrivateKey { try PrivateKey(pem: folder.read(name + ".key")) }

    /// Trusts the root and knows the intermediate.
    var policy: TrustPolicy { TrustPolicy(anchors: [root], intermediates: [intermediate]) }

    private static func issue(
        _ folder: ScratchFolder, _ name: String, subject: String, key: String, extensions: String, issuer: String,
        digest: String = "-sha256"
    ) throws -> Certificate {
        let parts = key.split(separator: ":")
        switch parts[0] {
        case "rsa": try run(folder, "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:\(parts[1]) -out \(name).key")
        case "ec": try run(folder, "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:\(parts[1]) -out \(name).key")
        default: try run(folder, "openssl genpkey -algorithm \(parts[0]) -out \(name).key")
        }
        try run(folder, "openssl req -new -utf8 -key \(name).key -subj", subject, "-out \(name).csr")
        try folder.write([UInt8](extensions), "\(name).ext")
        let serial = String(UInt64.random(in: 1...UInt64.max))
        try run(
            folder,
            "openssl x509 -req -in \(name).csr -CA \(issuer).pem -CAkey \(issuer).key -set_serial \(serial) -days \(name == "ca" ? 3650 : 365) \(digest) -extfile \(name).ext -out \(name).pem"
        )
        return try Certificate(pem: folder.read("\(name).pem"))
    }

    /// Runs a command split at spaces, then one argument as it is, then more split at spaces.
    static func run(_ folder: ScratchFolder, _ command: String, _ argument: String? = nil, _ rest: String = "") throws {
        let words =
            command.split(separator: " ").map(String.init) + (argument.map { [$0] } ?? []) + rest.split(separator: " ").map(String.init)
        let outcome = try Tool.run(words, in: folder.url)
        guard outcome.succeeded else { throw ToolFailure(words: words.joined(separator: " "), output: outcome.output) }
    }
}

struct ToolFailure: Error, CustomStringConvertible {
    let words: String
    let output: String
    var description: String { "\(words): \(output)" }
}
