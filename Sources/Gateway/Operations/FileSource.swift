import AS4
import Glibc
import Spooling

/// A file of the spool, or of a submitter, as the AS4 code reads it.
struct FileSource: ByteSource {
    let file: HeldFile

    var count: Int { file.length }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
        do throws(SpoolError) { return try file.read(at: offset, into: buffer) } catch { throw StreamFault(.read, error) }
    }
}

extension StreamFault {
    /// The same trouble as the spool tells it; a disk that must keep its reserve is a full one.
    init(_ operation: Operation, _ error: SpoolError) {
        self.init(operation, errorNumber: error.code == .reserveReached ? ENOSPC : error.errorNumber)
    }
}
