/// The three uses of certificates; the raw value is the section of the configuration file and the label of metrics.
package enum CertificateUse: String, CaseIterable, Sendable {
    /// Connections, in both directions.
    case tls
    /// The access point's signature on AS4 messages and receipts.
    case as4
    /// The organisation's signature on the message itself.
    case signing
}
