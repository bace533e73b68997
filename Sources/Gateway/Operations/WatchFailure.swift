import Glibc

/// The kernel would not watch a folder.
package struct WatchFailure: Error, Sendable, CustomStringConvertible {
    /// The folder, or `inotify` when none could be watched.
    package let path: String
    /// The system's error number.
    package let errno: Int32

    /// Path and the system's text.
    package var description: String { "cannot watch \(path): \(String(cString: strerror(errno)))" }
}
