import Foundation

/// Makes the revocation lists of a ``DevelopmentPKI``'s authorities with `openssl ca -gencrl`.
package struct RevocationAuthority: Sendable {
    /// Which authority of a use.
    package enum Level: String, CaseIterable, Sendable {
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
        /// When it ended, before now, for one that is over; it was made an hour before that.
        package var endedSecondsAgo: Int?
        /// Whether it lists only the changes to the list of that number.
        package var isDelta = false

        /// Nobody revoked, for an hour.
        package init(
            revoked: [String] = [], seconds: Int = 3_600, number: Int = 1, endedSecondsAgo: Int? = nil, isDelta: Bool = false
        ) {
            (self.revoked, self.seconds, self.number) = (revoked, seconds, number)
            (self.endedSecondsAgo, self.isDelta) = (endedSecondsAgo, isDelta)
        }
    }

    private let folder: TemporaryFolder
    private let authorities: String

    /// - Parameter authorities: the folder of certificates and keys: `ca` of a ``DevelopmentPKI``, or its `extra/other-ca`.
    package init(authorities: String) throws {
        folder = try TemporaryFolder("lists")
        self.authorities = authorities
        try folder.write(
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ncrlnumber=number\ndefault_md=sha256\nunique_subject=no\n"
                + "[crl]\nauthorityKeyIdentifier=keyid:always\n[delta]\nauthorityKeyIdentifier=keyid:always\n2.5.29.27=critical,DER:020101\n",
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
        try run(common + ["-gencrl", "-crlexts", contents.isDelta ? "delta" : "crl", "-out", "list.pem"] + contents.times, work)
        try run(["crl", "-in", "list.pem", "-outform", "DER", "-out", "list.der"], work)
        return [UInt8](try Data(contentsOf: URL(filePath: work + "/list.der")))
    }

    private func run(_ arguments: [String], _ work: String) throws {
        let result = try Tool.require("openssl").runBlocking(arguments, folder: work)
        guard result.isSuccess else { throw SupportFailure("openssl \(arguments.joined(separator: " ")): \(result.errorText)") }
    }
}

extension RevocationAuthority.Contents {
    /// The arguments of `openssl ca` that say when the list is made and when it ends.
    fileprivate var times: [String] {
        guard let endedSecondsAgo else { return ["-crlsec", "\(seconds)"] }
        let end = Date().addingTimeInterval(-Double(endedSecondsAgo))
        return ["-crl_lastupdate", Self.stamp(end.addingTimeInterval(-3_600)), "-crl_nextupdate", Self.stamp(end)]
    }

    /// `YYYYMMDDHHMMSSZ`.
    private static func stamp(_ time: Date) -> String { time.formatted(.iso8601).filter(\.isNumber) + "Z" }
}
