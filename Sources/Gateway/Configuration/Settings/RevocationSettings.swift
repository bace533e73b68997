/// How revocation lists and OCSP answers are fetched (`revocation`).
package struct RevocationSettings: Sendable, Equatable {
    /// Whether anything is fetched. Without it only the files under `crls` count.
    package let fetches: Bool
    /// How long one fetch may take.
    package let timeout: Duration
    /// Hosts that may have an address of a private network or of this machine. Any other that has one is not asked, because certificates name
    /// addresses too.
    package let privateHosts: [String]
}

/// The words for ``RevocationMode`` in the file.
enum RevocationWord: String, CaseIterable {
    case hard, grace, soft
}
