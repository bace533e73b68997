/// A claim of the demo that was checked and held, as `--json` prints it.
struct DemoClaim: Encodable {
    let claim: String
    /// The file or folder that proves it.
    let proof: String
    /// Since the demo began.
    let elapsedSeconds: Double
}
