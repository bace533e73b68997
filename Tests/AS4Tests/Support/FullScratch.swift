import AS4
import Glibc

/// Scratch space on a disk that is full.
struct FullScratch: ScratchSpace {
    func makeSink() throws(StreamFault) -> any ByteSink { throw StreamFault(.create, errorNumber: ENOSPC) }
}
