/// A configuration file that cannot be used, with everything found wrong in it.
package struct ConfigurationFailure: Error, Sendable, Equatable {
    /// Errors and warnings in the order of the file; at least one error.
    package let problems: [ConfigurationProblem]
}
