import Glibc
import Synchronization

/// A nameless file that is written once from start to end and then read. Gone when nobody refers to it.
package final class ScratchFile: Sendable {
    /// The disk's reserve is asked for each so many bytes.
    package static let reserveStep = 16 << 20

    private let handle: HeldFile.Handle
    private let place: SpoolPlace
    private let reserve: ScratchFolder.Reserve
    private let state = Mutex(State())

    private struct State {
        var length = 0
        var reserved = 0
    }

    init(_ handle: HeldFile.Handle, place: SpoolPlace, reserve: @escaping ScratchFolder.Reserve) {
        (self.handle, self.place, self.reserve) = (handle, place, reserve)
    }

    /// Adds to its end. Blocking. Writing is over once ``finished()`` has been called.
    ///
    /// - Throws: ``SpoolError`` P008–P011.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(SpoolError) {
        try state.withLock { (state) throws(SpoolError) in
            if state.length + bytes.count > state.reserved {
                try reserve(max(bytes.count, Self.reserveStep))
                state.reserved = state.length + max(bytes.count, Self.reserveStep)
            }
            var done = 0
            while done < bytes.count {
                let count = pwrite(
                    handle.descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(state.length + done))
                if count > 0 {
                    done += count
                } else if count == 0 || errno != EINTR {
                    throw SpoolError(failed: .write, count == 0 ? EIO : errno, place)
                }
            }
            state.length += bytes.count
        }
    }

    /// What was written. Scratch is not synced: nothing of it is to outlive the process.
    package func finished() -> HeldFile { HeldFile(handle, length: state.withLock { $0.length }, place: place) }
}
