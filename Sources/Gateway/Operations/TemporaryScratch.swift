import AS4
import Foundation
import Spooling

/// Scratch space among the machine's temporary files, for commands that work beside every spool: files without names, readable by us alone, of
/// which a crash leaves nothing.
package struct TemporaryScratch: ScratchSpace {
    private let folder: ScratchFolder

    /// In `TMPDIR`, or in `/var/tmp`: `/tmp` is memory on some machines.
    ///
    /// - Throws: ``SpoolError`` P017 when there is no such folder.
    package init() throws(SpoolError) {
        let named = ProcessInfo.processInfo.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 }
        folder = try ScratchFolder(shared: named ?? "/var/tmp")
    }

    /// A new file without a name. Throws ``StreamFault`` when the disk does not take it.
    package func makeSink() throws(StreamFault) -> any ByteSink {
        do throws(SpoolError) { return ScratchSink(try folder.makeFile()) } catch { throw StreamFault(.create, error) }
    }
}
