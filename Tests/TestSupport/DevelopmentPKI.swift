import Foundation
import Synchronization

/// Certificates made by `Certs/development-ca.sh`, the script that the demo uses. `Certs/README.md` describes the files.
package struct DevelopmentPKI: Sendable {
    /// What a certificate is for; the file names of the script.
    package enum Use: String, CaseIterable, Sendable {
        case tls, as4, signing
    }

    /// The certificates that must be refused. Each is like ``TestOrganisation/region``'s own, same key, but for one fault.
    package enum Fault: String, CaseIterable, Sendable {
        case expired
        case notYetValid = "not-yet-valid"
        case wrongPurpose = "wrong-purpose"
        case wrongAuthority = "wrong-ca"
        case revoked
        /// For TLS only.
        case wrongHost = "wrong-host"
    }

    /// Where the certificates lie: `ca`, one folder for each label, `extra`.
    package let folder: String
    /// The script's word for the keys of the AS4 certificates, `rsa2048` or `rsa3072`.
    package let as4Key: String

    /// Runs the script. Takes about a second, most of it for RSA keys.
    ///
    /// - Parameter as4Key: `rsa2048` is quicker in all that follows, and needs the weakening `rsa-2048` in a configuration.
    /// - Throws: ``SupportFailure`` with the script's words.
    package static func make(
        in folder: String, organisations: [TestOrganisation] = [.region, .kommun, .neighbour], as4Key: String = "rsa3072",
        signingKey: String = "ec"
    ) throws -> DevelopmentPKI {
        let given = organisations.flatMap { [$0.label, $0.name, $0.organisationsnummer] }
        let script = ProjectRoot.file("Certs/development-ca.sh")
        let result = try Tool.require("sh").runBlocking(
            [script, "--extra", "--as4", as4Key, "--signing", signingKey, folder] + given, timeout: .seconds(120))
        guard result.isSuccess else { throw SupportFailure("development-ca.sh ended with \(result.exitCode): \(result.errorText)") }
        return DevelopmentPKI(folder: folder, as4Key: as4Key)
    }

    /// One set for the whole test process: region, kommun and provkommun with RSA-3072 for AS4, and every ``Fault``. Removed at exit.
    ///
    /// - Throws: ``SupportFailure``, the same for every caller.
    package static func shared() throws -> DevelopmentPKI { try made.get() }

    private static let made: Result<DevelopmentPKI, any Error> = Result {
        let folder = try TemporaryFolder("pki")
        keptFolder.withLock { $0 = folder }
        atexit { DevelopmentPKI.keptFolder.withLock { $0 = nil } }
        return try make(in: folder.path)
    }
    private static let keptFolder = Mutex<TemporaryFolder?>(nil)

    /// PEM: the leaf, then the issuing authority.
    package func certificate(_ organisation: TestOrganisation, _ use: Use) -> String {
        "\(folder)/\(organisation.label)/\(use.rawValue).pem"
    }

    /// PEM: the private key, mode 0600.
    package func key(_ organisation: TestOrganisation, _ use: Use) -> String {
        "\(folder)/\(organisation.label)/\(use.rawValue).key"
    }

    /// PEM: the root of a use, the one certificate to trust.
    package func root(_ use: Use) -> String { "\(folder)/ca/\(use.rawValue)-root.pem" }

    /// PEM: the authority that issues the leaves of a use.
    package func issuing(_ use: Use) -> String { "\(folder)/ca/\(use.rawValue)-issuing.pem" }

    /// PEM: the revocation lists of both authorities of a use. They list nothing.
    package func revocationList(_ use: Use) -> String { "\(folder)/ca/\(use.rawValue).crl" }

    /// PEM: the same, with the certificate of ``Fault/revoked`` listed.
    package func revocationListWithEntry(_ use: Use) -> String { "\(folder)/extra/revoked/\(use.rawValue).crl" }

    /// PEM: lists whose next update is overdue.
    package func staleRevocationList(_ use: Use) -> String { "\(folder)/extra/stale-crl/\(use.rawValue).crl" }

    /// PEM: a faulty certificate with its issuing authority.
    package func faultyCertificate(_ fault: Fault, _ use: Use) -> String { "\(folder)/extra/\(fault.rawValue)/\(use.rawValue).pem" }

    /// PEM: the key of a faulty certificate, equal to the region's own.
    package func faultyKey(_ fault: Fault, _ use: Use) -> String { "\(folder)/extra/\(fault.rawValue)/\(use.rawValue).key" }

    /// A pin as the configuration file writes it, `leaf:…` or `spki:…`.
    ///
    /// - Throws: ``SupportFailure`` when the organisation has no certificates here.
    package func pin(_ organisation: TestOrganisation, _ use: Use, kind: String = "spki") throws -> String {
        let text = try String(contentsOfFile: "\(folder)/\(organisation.label)/pins.txt", encoding: .utf8)
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, words[0] == use.rawValue, words[1].hasPrefix("\(kind):") { return String(words[1]) }
        }
        throw SupportFailure("no \(kind) pin of \(organisation.label) for \(use.rawValue)")
    }
}
