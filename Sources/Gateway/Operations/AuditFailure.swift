import Glibc

/// The audit trail could not be written.
package struct AuditFailure: Error, Sendable, CustomStringConvertible {
    /// The audit file.
    package let path: String
    /// The system's error number.
    package let errno: Int32

    /// Path, the system's text and the remedy.
    package var description: String {
        "the audit trail \(path) cannot be written (\(String(cString: strerror(errno)))); nothing was done. Make it writable and try again."
    }
}
