import Foundation

/// Does all that the gateway does with its configuration before it serves, and makes nothing: no folder, no file, no connection.
///
/// `sluss config check` shows the outcome; `serve` starts, and a reload takes effect, only with ``Outcome/accepted``.
package struct ConfigurationCheck: Sendable {
    /// What came of a check.
    package struct Outcome: Sendable {
        /// Errors and warnings in the order of the file.
        package let problems: [ConfigurationProblem]
        /// Configuration and keys when there is no error.
        package let accepted: Accepted?

        /// Whether the gateway would start.
        package var isAccepted: Bool { accepted != nil }
        /// What stops the gateway.
        package var errors: [ConfigurationProblem] { problems.filter { $0.severity == .error } }
        /// What somebody should look at.
        package var warnings: [ConfigurationProblem] { problems.filter { $0.severity == .warning } }
    }

    /// A configuration without errors and the keys it names.
    package struct Accepted: Sendable {
        /// The values.
        package let configuration: Configuration
        /// The keys.
        package let keyring: Keyring
    }

    /// Reads the file, then loads and judges everything it names. Goes on after an error as far as it can, so that one run shows everything.
    /// Blocks while it reads files.
    ///
    /// - Parameter now: decides what has expired.
    package static func run(path: String, at now: Date) -> Outcome {
        let log = ProblemLog(file: path)
        let configuration = ConfigurationFile.read(path: path, at: now, log: log)
        let keyring = configuration.flatMap { KeyringLoader(configuration: $0, log: log, now: now).load() }
        if let configuration {
            if let keyring {
                KeyringCheck(configuration: configuration, keyring: keyring, log: log, now: now).run()
                EnvironmentCheck(configuration: configuration, keyring: keyring, log: log).run()
            }
            FolderCheck(configuration: configuration, log: log).run()
        }
        var accepted: Accepted?
        if let configuration, let keyring, !log.hasErrors { accepted = Accepted(configuration: configuration, keyring: keyring) }
        return Outcome(problems: log.sorted, accepted: accepted)
    }
}
