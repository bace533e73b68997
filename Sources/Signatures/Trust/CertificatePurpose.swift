/// What a certificate is checked for. One certificate may serve all three; each use is still checked alone.
package enum CertificatePurpose: Sendable, CaseIterable {
    /// Authenticates a TLS server: extended key usage serverAuth, stated explicitly.
    case tlsServer
    /// Authenticates a TLS client: extended key usage clientAuth, stated explicitly.
    case tlsClient
    /// Signs messages: key usage digitalSignature or nonRepudiation. When an extended key usage is stated it must list clientAuth
    /// (Swedish function certificates sign with it), emailProtection, documentSigning (RFC 9336) or anyExtendedKeyUsage, so that a
    /// certificate for a server or for code alone cannot speak for an organisation.
    case signing

    /// Extended key usages of which one must be listed.
    var acceptedUsages: [String] {
        switch self {
        case .tlsServer: ["1.3.6.1.5.5.7.3.1"]
        case .tlsClient: ["1.3.6.1.5.5.7.3.2"]
        case .signing: ["1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "2.5.29.37.0"]
        }
    }

    /// Whether a certificate without any extended key usage will do. RFC 5280 lets it mean "any use"; for TLS that would let a
    /// signing certificate become a server, so TLS demands the statement.
    var acceptsUnstatedUsage: Bool { self == .signing }
}
