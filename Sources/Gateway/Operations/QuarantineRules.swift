import Signatures

/// How much is kept of what was refused, and who may read it.
struct QuarantineRules: Sendable {
    let settings: QuarantineSettings
    let recipient: Certificate
}
