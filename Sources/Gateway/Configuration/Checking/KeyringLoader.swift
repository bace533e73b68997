import Documents
import Foundation
import Signatures

/// Loads what a configuration names by path, and logs every file that cannot be used at the line that names it.
struct KeyringLoader {
    let configuration: Configuration
    let log: ProblemLog
    let now: Date

    /// Nil when something needed could not be loaded; it is in the log then. With errors in the log the keyring must not be used to serve.
    func load() -> Keyring? {
        var keyPEM: [UInt8]?
        let tls = credentials(.tls, configuration.tls) { place, key in
            if case .token? = KeyPlace(place) { return loadKey(place, key) }
            keyPEM = secret(place, key)
            return keyPEM.flatMap { pem in attempt(key) { () throws(Refusal) in try PrivateKey(pem: pem) } }
        }
        let as4 = credentials(.as4, configuration.as4, key: loadKey)
        let overlap = overlap()
        let signing = credentials(.signing, configuration.signing, key: loadKey)
        let issuers = issuers()
        let recipients = encryptionCertificates()
        let quarantine = configuration.quarantine.flatMap { certificates($0.certificate, "quarantine.certificate")?.first }
        guard let tls, let as4, let signing, let issuers, let recipients, (quarantine != nil) == (configuration.quarantine != nil),
            (overlap != nil) == (configuration.as4Overlap != nil)
        else { return nil }
        var keyring = Keyring(
            tls: tls, as4: as4, signing: signing, tlsKeyPEM: keyPEM, as4Overlap: overlap, issuers: issuers,
            encryptionCertificates: recipients, quarantineCertificate: quarantine, minimumRSABits: minimumRSABits, material: .none,
            witness: nil)
        let cache = TrustCache(spool: configuration.paths.spool)
        keyring.material = cache.material(authorities: keyring.authorities, certificates: keyring.knownCertificates, at: now)
        return keyring
    }

    private func overlap() -> (certificate: Certificate, key: PrivateKey)? {
        guard let pair = configuration.as4Overlap else { return nil }
        let certificate = certificates(pair.certificate, "as4.overlap_certificate")?.first
        guard let key = loadKey(pair.key, "as4.overlap_key"), let certificate else { return nil }
        return (certificate, key)
    }

    /// RSA of 2048 bits needs somebody's decision.
    private var minimumRSABits: Int { configuration.allows(.rsa2048, at: now) ? 2048 : 3072 }

    private func credentials(
        _ use: CertificateUse, _ settings: CredentialSettings, key loadKey: (String, String) -> PrivateKey?
    ) -> LoadedCredentials? {
        let section = use.rawValue
        let chain = certificates(settings.certificate, section + ".certificate")
        let key = loadKey(settings.key, section + ".key")
        let trusted = certificates(settings.trust, section + ".trust")
        let anchors = trusted.map { $0.filter { $0.subject == $0.issuer } }
        if anchors?.isEmpty == true { add(.noRoot, section + ".trust") }
        let crls = settings.crls.enumerated().compactMap { revocationLists($0.element, "\(section).crls[\($0.offset)]") }
        let others = settings.otherEnvironments.map { certificates($0, section + ".other_environments") } ?? []
        guard let chain, let leaf = chain.first, let key, let trusted, let anchors, crls.count == settings.crls.count, let others else {
            return nil
        }
        return LoadedCredentials(
            certificate: leaf, chain: chain, key: key, anchors: anchors, intermediates: trusted.filter { !anchors.contains($0) },
            crls: crls.flatMap(\.self), revocation: settings.revocation, foreignAnchors: others.filter(\.isSelfIssued))
    }

    private func loadKey(_ text: String, _ key: String) -> PrivateKey? {
        attempt(key) { () throws(Refusal) in try PrivateKey.load(KeyPlace(text) ?? .file(text)) }
    }

    private func certificates(_ path: String, _ key: String) -> [Certificate]? {
        attempt(key) { () throws(Refusal) in try Certificate.load(path: path) }
    }

    /// The TLS library takes the bytes of the key: they are read once, under the same demands as every key.
    private func secret(_ path: String, _ key: String) -> [UInt8]? {
        if case .credential(let name)? = KeyPlace(path) {
            return attempt(key) { () throws(Refusal) in try PrivateKey.pem(credential: name) }
        }
        return read(GuardedFile(path: path, forbiddenBits: 0o077, maximumBytes: 65_536), key, tooLarge: .keyUnusable)
    }

    /// The lists of one file: one in DER, or any number in PEM (a CA and the one above it are often published together).
    private func revocationLists(_ path: String, _ key: String) -> [RevocationList]? {
        let file = GuardedFile(path: path, forbiddenBits: 0o022, maximumBytes: 20 << 20)
        guard let bytes = read(file, key, tooLarge: .crlUnusable) else { return nil }
        return attempt(key) { () throws(Refusal) in
            var lists: [RevocationList] = []
            for block in PEMBlocks.split(bytes, label: "X509 CRL") { lists.append(try RevocationList(block)) }
            return lists
        }
    }

    private func read(_ file: GuardedFile, _ key: String, tooLarge: ConfigurationCode) -> [UInt8]? {
        do throws(GuardedFile.Failure) {
            return try file.read()
        } catch {
            switch error {
            case .unreadable: add(.missingFile, key, error.detail)
            case .notRegular, .mode, .owner: add(.keyPermissions, key, error.detail)
            case .tooLarge: add(tooLarge, key, error.detail)
            }
            return nil
        }
    }

    private func issuers() -> [String: Certificate]? {
        var issuers: [String: Certificate] = [:]
        var isComplete = true
        for (index, partner) in configuration.partners.enumerated() {
            for (use, trust) in [("tls", partner.tls), ("as4", partner.as4), ("signing", partner.signing)] {
                guard let path = trust.issuer, issuers[path] == nil else { continue }
                issuers[path] = certificates(path, "partners[\(index)].\(use).issuer")?.first
                isComplete = isComplete && issuers[path] != nil
            }
        }
        return isComplete ? issuers : nil
    }

    private func encryptionCertificates() -> [String: Certificate]? {
        var found: [String: Certificate] = [:]
        var isComplete = true
        for (index, partner) in configuration.partners.enumerated() {
            guard let path = partner.encryptionCertificate, found[path] == nil else { continue }
            found[path] = certificates(path, "partners[\(index)].as4.encryption_certificate")?.first
            isComplete = isComplete && found[path] != nil
        }
        return isComplete ? found : nil
    }

    /// Runs `load`; a refusal is logged at the key with our code and the refusal's own words.
    private func attempt<Value>(_ key: String, _ load: () throws(Refusal) -> Value) -> Value? {
        do throws(Refusal) {
            return try load()
        } catch {
            let rest = error.detail.map { " (\($0))" } ?? ""
            add(
                Self.code(for: error), key,
                LocalText(sv: "\(error.code): \(error.text.sv)\(rest)", en: "\(error.code): \(error.text.en)\(rest)"))
            return nil
        }
    }

    private static func code(for refusal: Refusal) -> ConfigurationCode {
        switch KeyCode(rawValue: refusal.code) {
        case .missing: .missingFile
        case .unsafeFile: .keyPermissions
        case .badCertificate: .certificateUnusable
        case .notPEM, .notAllowed, .encrypted, .mismatch, .signingFailed, .tokenUnusable: .keyUnusable
        case nil: .crlUnusable
        }
    }

    private func add(_ code: ConfigurationCode, _ key: String, _ detail: LocalText? = nil) {
        log.add(code, at: configuration.places[key], key: key, detail: detail)
    }
}
