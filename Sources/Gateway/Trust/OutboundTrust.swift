import Documents
import Foundation
import Signatures
import Spooling

/// Whether a message may leave for a partner: not while we could not judge the receipt that comes back.
///
/// TLS judges its own certificate in each handshake. The access point's is known only from earlier receipts; until it was met, the first
/// receipt is judged when it comes.
struct OutboundTrust: Sendable {
    let met: MetCertificates

    /// Why the message has to wait; nil when it may go. Blocking: verifies a chain that is not remembered.
    func obstacle(to partner: Partner, _ parts: GatewayParts, at time: Date) -> DeliveryFault? {
        if let fault = encryptionObstacle(to: partner, parts, at: time) { return fault }
        let known = met.entries.filter { $0.use == .as4 && $0.partner == partner.name }
        guard !known.isEmpty else { return nil }
        let policy = parts.keyring.as4Policy(for: partner)
        var first: Refusal?
        for entry in known {
            guard let leaf = entry.path.first else { continue }
            do throws(Refusal) {
                try ChainCheck.check(leaf: leaf, chain: Array(entry.path.dropFirst()), purpose: .signing, policy: policy, at: time)
                return nil
            } catch {
                // A certificate that has ended or left the agreement is no obstacle: the partner has another by now.
                if error.is(TrustCode.revocationUnknown) { first = first ?? error }
            }
        }
        return first.map { .revocationUnknown($0.detail) }
    }

    /// What we encrypt to must be good when it is used: a revoked key may be in anybody's hands.
    private func encryptionObstacle(to partner: Partner, _ parts: GatewayParts, at time: Date) -> DeliveryFault? {
        guard let certificate = parts.keyring.encryptionCertificate(for: partner) else { return nil }
        var policy = parts.keyring.as4Policy(for: partner)
        (policy.pins, policy.witness) = ([], nil)
        do throws(Refusal) {
            try ChainCheck.check(leaf: certificate, chain: [], purpose: .signing, policy: policy, at: time)
            return nil
        } catch {
            if error.is(TrustCode.revocationUnknown) { return .revocationUnknown(error.detail) }
            return error.is(TrustCode.revoked) ? DeliveryFault(code: error.code, reason: error.detail) : nil
        }
    }
}

extension DeliveryFault {
    /// G017. The detail of such a refusal names a certificate and no more.
    static func revocationUnknown(_ detail: String?) -> DeliveryFault {
        DeliveryFault(code: TransportCode.revocationUnknown.rawValue, reason: detail)
    }
}
