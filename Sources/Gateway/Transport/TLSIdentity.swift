import Signatures

/// Our own certificate and key on TLS, as server and as client.
package struct TLSIdentity: Sendable {
    /// Leaf first, then the intermediates to send along.
    package let chain: [Certificate]
    /// The unencrypted private key, PEM. Owner and mode of its file are checked by whoever read it.
    package let keyPEM: [UInt8]

    /// Makes an identity.
    package init(chain: [Certificate], keyPEM: [UInt8]) {
        self.chain = chain
        self.keyPEM = keyPEM
    }
}
