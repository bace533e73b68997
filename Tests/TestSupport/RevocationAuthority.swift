import Foundation

/// Makes the revocation lists of a ``DevelopmentPKI``'s authorities with `openssl ca -gencrl`.
package struct RevocationAuthority: Sendable {
    /// Which authority of a use.
    package enum Level: String, Sendable {
        case root, issuing
    }

    /// What a list says.
    package struct Contents: Sendable {
        /// Certificates on it, as PEM files.
        package var revoked: [String] = []
        /// How long it holds.
        package var seconds = 3_600
        /// Its CRLNumber.
        package var number = 1

        /// Nobody revoked, for an hour.
        package init(revoked: [String] = [], seconds: Int = 3_600, number: Int = 1) {
            (self.revoked, self.seconds, self.number) = (revoked, seconds, number)
        }
    }

    private let folder: TemporaryFolder
    private let authorities: String

    /// - Parameter authorities: the folder of certificates and keys: `ca` of a ``DevelopmentPKI``, or its `extra/other-ca`.
    package init(authorities: String) throws {
        folder = try TemporaryFolder("lists")
        self.authorities = authorities
        try folder.write(
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=number\ndefault_md=sha256\nunique_subject=no\n[crl]\nauthorityKeyIdentifier=keyid:always\n",
            to: "ca.cnf")
    }

    /// One list in DER, as CAs publish it.
    ///
    /// - Throws: ``SupportFailure`` with openssl's words.
    package func list(_ use: DevelopmentPKI.Use, _ level: Level, _ contents: Contents = Contents()) throws -> [UInt8] {
        let work = try folder.makeFolder(UUID().uuidString)
        for (name, text) in [("index.txt", ""), ("number", String(format: "%04X\n", contents.number))] {
            try text.write(toFile: "\(work)/\(name)", atomically: false, encoding: .utf8)
        }
        let authority = "\(authorities)/\(use.rawValue)-\(level.rawValue)"
        let common = ["ca", "-batch", "-config", folder.file("ca.cnf"), "-cert", authority + ".pem", "-keyfile", authority + ".key"]
        for certificate in contents.revoked { try run(common + ["-revoke", certificate], work) }
        try run(common + ["-gencrl", "-crlexts", "crl", "-crlsec", "\(contents.seconds)", "-out", "list.pem"], work)
        try run(["crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der"], work)
        return [UInt8](try Data(contentsOf: URL(filePath: work + "/list.der")))
    }

    private func run(_ arguments: [String], _ work: String) throws {
        let result = try Tool.require("openssl").runBlocking(arguments, folder: work)
        guard result.isSuccess else { throw SupportFailure("openssl \(arguments.joined(separator: " ")): \(result.errorText)") }
    }
}
