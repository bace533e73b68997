import Foundation
import Logging
import Signatures
import Synchronization

/// The certificates that partners have shown us and that passed every check but revocation: the configuration knows only their pins. They are
/// what OCSP is asked about, what `sluss cert list` shows, and whose end is foreseen.
package final class MetCertificates: Sendable {
    /// One chain of one partner for one use.
    package struct Entry: Sendable {
        /// What it was used for.
        package let use: CertificateUse
        /// The partner's name.
        package let partner: String
        /// Leaf first, root last.
        package let path: [Certificate]
        /// When it was met first.
        package let since: Date
    }

    /// Chains kept for one partner and use; the oldest is forgotten first.
    static let capacity = 8

    private struct State {
        var entries: [Entry]
        var isSaved = true
    }

    private let state: Mutex<State>
    private let isNew: @Sendable () -> Void

    /// - Parameter isNew: called when a certificate is met for the first time.
    init(_ entries: [Entry] = [], isNew: @escaping @Sendable () -> Void = {}) {
        state = Mutex(State(entries: entries))
        self.isNew = isNew
    }

    /// Every entry.
    package var entries: [Entry] { state.withLock { $0.entries } }

    /// Remembers a chain.
    func note(_ use: CertificateUse, _ partner: String, _ path: [Certificate], at time: Date = Date()) {
        guard let leaf = path.first else { return }
        let isKnown = state.withLock { state in
            let own = state.entries.filter { $0.use == use && $0.partner == partner }
            if own.contains(where: { $0.path.first == leaf }) { return true }
            if own.count >= Self.capacity, let oldest = own.min(by: { $0.since < $1.since })?.path.first {
                state.entries.removeAll { $0.use == use && $0.partner == partner && $0.path.first == oldest }
            }
            state.entries.append(Entry(use: use, partner: partner, path: path, since: time))
            state.isSaved = false
            return false
        }
        if !isKnown { isNew() }
    }

    /// Forgets what is no partner's any more: partners that left, and certificates that no pin names.
    func keep(for configuration: Configuration) {
        state.withLock { state in
            let count = state.entries.count
            state.entries.removeAll { entry in
                guard let trust = configuration.partner(named: entry.partner)?.trust(for: entry.use), let leaf = entry.path.first else {
                    return true
                }
                return !trust.pins.isEmpty && !trust.pins.contains { $0.names(leaf) }
            }
            if state.entries.count != count { state.isSaved = false }
        }
    }

    /// The entries when they have changed since the last call.
    func takeUnsaved() -> [Entry]? {
        state.withLock { state in
            guard !state.isSaved else { return nil }
            state.isSaved = true
            return state.entries
        }
    }
}

/// Tells ``MetCertificates`` and the log of the chains of one partner for one use.
struct PartnerWitness: ChainWitness {
    let use: CertificateUse
    let partner: String
    let met: MetCertificates
    let log: EventLog

    func met(_ path: [Certificate], for purpose: CertificatePurpose) { met.note(use, partner, path) }

    /// A decision that an auditor may ask about: each has its line.
    func decided(_ leaf: Certificate, onOverdue issuer: String, endedAt end: Date) {
        log.note(
            .warning, "decided on overdue revocation data",
            [
                "code": FetchCode.onGrace.rawValue, "use": use.rawValue, "partner": partner, "serial": leaf.serialNumber,
                "issuer": "\(LoggedName(issuer))", "ended_at": Timestamps.text(end),
            ])
    }
}
