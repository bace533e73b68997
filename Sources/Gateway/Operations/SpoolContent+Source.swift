import AS4
import Spooling

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
