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

/// Scratch space on the spool's disk, under its reserve. The folder is made when first needed.
package struct SpoolScratch: ScratchSpace {
    let path: String
    let spool: Spool

    package func makeSink() throws(StreamFault) -> any ByteSink {
        do throws(SpoolError) { return ScratchSink(try folder().makeFile()) } catch { throw StreamFault(.create, error) }
    }

    /// The folder; for the daemon's start, which empties it.
    func folder() throws(SpoolError) -> ScratchFolder {
        try ScratchFolder(path: path) { [spool] (bytes) throws(SpoolError) in try spool.checkDisk(adding: bytes) }
    }

    private final class ScratchSink: ByteSink {
        private let file: ScratchFile

        init(_ file: ScratchFile) { self.file = file }

        func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) {
            do throws(SpoolError) { try file.append(bytes) } catch { throw StreamFault(.write, error) }
        }

        func finish() throws(StreamFault) -> any ByteSource { FileSource(file: file.finished()) }
    }
}

extension StreamFault {
    /// The same trouble as the spool tells it; a disk that must keep its reserve is a full one.
    fileprivate init(_ operation: Operation, _ error: SpoolError) {
        self.init(operation, errorNumber: error.code == .reserveReached ? ENOSPC : error.errorNumber)
    }
}

extension SpoolContent {
    /// A source's bytes as the spool takes them.
    init(_ source: any ByteSource) {
        self.init(length: source.count) { (offset, buffer) throws(SpoolError) in
            do throws(StreamFault) { return try source.read(at: offset, into: buffer) } catch {
                throw SpoolError(unreadable: error.errorNumber)
            }
        }
    }
}
