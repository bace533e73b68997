import Documents
import Synchronization

/// Puts a new configuration, or newly fetched revocation data, in force: for connections and for messages at once, one after the other.
final class TrustGenerations: Sendable {
    let current: CurrentParts
    private let tls: TLSContexts
    private let turn = Mutex(())

    init(current: CurrentParts, tls: TLSContexts) { (self.current, self.tls) = (current, tls) }

    /// A reloaded configuration; it keeps the revocation data and the witness in force. Blocking. Throws as
    /// ``TLSContexts/reload(identity:peers:)``; then everything stays as it was.
    func adopt(_ parts: GatewayParts) throws(Refusal) {
        try turn.withLock { _ throws(Refusal) in
            let old = current.value.keyring
            var keyring = parts.keyring
            (keyring.material, keyring.witness) = (old.material, old.witness)
            let parts = parts.trusting(keyring)
            try tls.reload(identity: GatewayDaemon.identity(parts), peers: GatewayDaemon.peers(parts))
            current.replace(with: parts)
        }
    }

    /// Newly fetched revocation data. Throws as ``TLSContexts/reload(peers:)``.
    func adopt(_ material: RevocationMaterial) throws(Refusal) {
        try turn.withLock { _ throws(Refusal) in
            var keyring = current.value.keyring
            keyring.material = material
            let parts = current.value.trusting(keyring)
            try tls.reload(peers: GatewayDaemon.peers(parts))
            current.replace(with: parts)
        }
    }
}
