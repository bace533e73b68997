import Signatures

/// Our own certificate and key on TLS, as server and as client.
package struct TLSIdentity: Sendable {
    /// Where the private key is.
    package enum Key: Sendable {
        /// Unencrypted PEM, handed to the TLS library. Owner and mode of its file are checked by whoever read it.
        case pem([UInt8])
        /// A key that only signs when asked, such as one in a token; each handshake asks it on a worker thread.
        case held(PrivateKey)
    }

    /// Leaf first, then the intermediates to send along.
    package let chain: [Certificate]
    /// The private key of the leaf.
    package let key: Key

    /// Makes an identity.
    package init(chain: [Certificate], key: Key) {
        self.chain = chain
        self.key = key
    }

    /// Makes an identity with the key in PEM.
    package init(chain: [Certificate], keyPEM: [UInt8]) { self.init(chain: chain, key: .pem(keyPEM)) }
}
