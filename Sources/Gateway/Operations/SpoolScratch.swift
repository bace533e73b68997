import AS4
import Spooling

/// Scratch space on the spool's disk, under its reserve. The folder is made when first needed.
package struct SpoolScratch: ScratchSpace {
    let path: String
    let spool: Spool

    /// A new file without a name. Throws ``StreamFault`` when the disk does not take it, or must keep its reserve.
    package func makeSink() throws(StreamFault) -> any ByteSink {
        do throws(SpoolError) { return ScratchSink(try folder().makeFile()) } catch { throw StreamFault(.create, error) }
    }

    /// The folder; for the daemon's start, which empties it.
    func folder() throws(SpoolError) -> ScratchFolder {
        try ScratchFolder(path: path) { [spool] (bytes) throws(SpoolError) in try spool.checkDisk(adding: bytes) }
    }
}
