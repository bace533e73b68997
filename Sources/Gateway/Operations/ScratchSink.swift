import AS4
import Spooling

/// A scratch file as the AS4 code writes it.
final class ScratchSink: ByteSink {
    private let file: ScratchFile

    init(_ file: ScratchFile) { self.file = file }

    func write(_ bytes: UnsafeRawBufferPointer) throws(StreamFault) {
        do throws(SpoolError) { try file.append(bytes) } catch { throw StreamFault(.write, error) }
    }

    func finish() throws(StreamFault) -> any ByteSource { FileSource(file: file.finished()) }
}
