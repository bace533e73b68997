/// A certificate and its key by their places.
package struct KeyPair: Sendable, Equatable {
    /// PEM, absolute path.
    package let certificate: String
    /// As ``CredentialSettings/key``.
    package let key: String
}
