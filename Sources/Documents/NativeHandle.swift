/// Owns one C object that nobody changes after it was made, and frees it with the last reference.
///
/// The one place where `@unchecked Sendable` is allowed: the promise is the caller's, who may only wrap an object
/// that its library documents as safe to read from several threads.
package final class NativeHandle: @unchecked Sendable {
    /// The object. Valid as long as the handle lives: keep the handle alive around each use.
    package let pointer: OpaquePointer
    private let free: @Sendable (OpaquePointer) -> Void

    /// Takes over `pointer`; `free` runs exactly once, on any thread.
    package init(_ pointer: OpaquePointer, free: @escaping @Sendable (OpaquePointer) -> Void) {
        self.pointer = pointer
        self.free = free
    }

    deinit {
        free(pointer)
    }
}
