/// Who is at the other end of an accepted connection, proved by TLS before a byte of HTTP was read.
package struct PeerIdentity: Sendable, Equatable {
    /// The partner's name in the configuration.
    package let partner: String
    /// SHA-256 of the certificate, lower-case hexadecimal.
    package let certificateSHA256: String
    /// The IP address the connection came from.
    package let address: String

    /// Makes an identity; outside the transport only tests do.
    package init(partner: String, certificateSHA256: String, address: String) {
        self.partner = partner
        self.certificateSHA256 = certificateSHA256
        self.address = address
    }
}
