import Signatures

/// One thing to fetch: the list of an address, or the answer of a responder about one certificate.
struct RevocationSource: Hashable, Sendable {
    let address: FetchAddress
    /// SHA-256 of the certificate that OCSP is asked about; nil for a list.
    let certificate: [UInt8]?

    var isAnswer: Bool { certificate != nil }
}

/// What has to be fetched for a configuration and the certificates known: addresses of the configuration, and those that the certificates of
/// our own chains, of the trusted stores and of partners name themselves. Pure.
struct RevocationPlan: Sendable {
    /// More is not fetched; a federation has a few hundred.
    static let maximumSources = 10_000

    /// What to fetch; for an answer the certificate and its issuer.
    let sources: [RevocationSource: IssuedCertificates.Pair?]
    /// Whose lists are taken.
    let authorities: [Certificate]

    init(configuration: Configuration, keyring: Keyring, met: [MetCertificates.Entry]) {
        let all = IssuedCertificates(authorities: keyring.authorities, others: keyring.knownCertificates, met: met)
        authorities = all.authorities
        var sources: [RevocationSource: IssuedCertificates.Pair?] = [:]
        for use in CertificateUse.allCases {
            let settings = configuration.credentials(for: use)
            for address in settings.crlAddresses { sources[RevocationSource(address: address, certificate: nil)] = .some(nil) }
            for pair in Self.pairs(of: use, configuration, keyring, met) {
                Self.add(pair, settings.ocspAddress, to: &sources)
            }
        }
        self.sources = sources
    }

    private static func pairs(
        of use: CertificateUse, _ configuration: Configuration, _ keyring: Keyring, _ met: [MetCertificates.Entry]
    ) -> [IssuedCertificates.Pair] {
        let own = keyring.credentials(for: use)
        let issuers = configuration.partners.compactMap { $0.trust(for: use).issuer }.compactMap { keyring.issuers[$0] }
        let others = use == .as4 ? (keyring.as4Overlap.map { [$0.certificate] } ?? []) + keyring.encryptionCertificates.values : []
        return IssuedCertificates(
            authorities: own.anchors + own.intermediates + own.chain.dropFirst() + issuers, others: [own.certificate] + others,
            met: met.filter { $0.use == use }
        ).pairs
    }

    private static func add(
        _ pair: IssuedCertificates.Pair, _ responder: FetchAddress?, to sources: inout [RevocationSource: IssuedCertificates.Pair?]
    ) {
        let lists = pair.certificate.revocationListAddresses.compactMap(FetchAddress.init).prefix(4)
        let responders = responder.map { [$0] } ?? pair.certificate.responderAddresses.compactMap(FetchAddress.init)
        for address in lists where sources.count < maximumSources {
            sources[RevocationSource(address: address, certificate: nil)] = .some(nil)
        }
        for address in responders.prefix(1) where sources.count < maximumSources {
            sources[RevocationSource(address: address, certificate: pair.certificate.sha256)] = .some(pair)
        }
    }
}
