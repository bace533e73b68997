import Glibc

/// A file operation outside the spool failed.
package struct FileTrouble: Error, Sendable, CustomStringConvertible {
    /// What was tried: `open`, `write`, `sync`, …
    package let operation: String
    /// The file or folder.
    package let path: String
    /// The system's error number.
    package let errno: Int32

    /// Operation, path and the system's text.
    package var description: String { "cannot \(operation) \(path): \(String(cString: strerror(errno)))" }
}
