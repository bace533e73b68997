import Foundation

/// A thread that blocks where tasks must not.
package enum DetachedThread {
    /// Starts it.
    package static func start(_ body: @escaping @Sendable () -> Void) { Thread.detachNewThread(body) }
}
