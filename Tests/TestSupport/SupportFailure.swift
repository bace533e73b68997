/// A test could not be set up; the text says what was tried and what came of it.
package struct SupportFailure: Error, CustomStringConvertible {
    /// The whole explanation, for the one who reads the test's output.
    package let description: String

    /// A failure with its whole explanation.
    package init(_ description: String) { self.description = description }

    /// A failed system call, with the system's own words.
    package init(_ operation: String, errorNumber: Int32) {
        self.init("\(operation): \(systemWords(errorNumber))")
    }
}
