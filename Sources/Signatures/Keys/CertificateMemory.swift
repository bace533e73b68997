import Documents
import Synchronization

/// Certificates that were trusted before, by their bytes: reading one and its key costs more than verifying a signature.
///
/// Remembering is no trust: every use is checked anew with ``ChainCheck``. Only trusted certificates are kept, so that strangers
/// cannot push the partners' out, and never more than ``capacity``.
package final class CertificateMemory: Sendable {
    /// The memory of the process.
    package static let shared = CertificateMemory(capacity: 256)

    /// Certificates kept; a full memory forgets all and begins again.
    package let capacity: Int
    private let known = Mutex<[[UInt8]: Certificate]>([:])

    /// An empty memory.
    package init(capacity: Int) { self.capacity = capacity }

    /// Number of certificates kept.
    package var count: Int { known.withLock { $0.count } }

    /// The remembered certificate of these bytes, or the one read from them now. Throws K008.
    package func certificate(der: [UInt8]) throws(Refusal) -> Certificate {
        if let certificate = known.withLock({ $0[der] }) { return certificate }
        return try Certificate(der: der)
    }

    /// Keeps a certificate that passed its check.
    package func keep(_ certificate: Certificate) {
        known.withLock { known in
            if known.count >= capacity && known[certificate.der] == nil { known.removeAll(keepingCapacity: true) }
            known[certificate.der] = certificate
        }
    }
}
