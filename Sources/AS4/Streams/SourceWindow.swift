/// A view that slides over a source: bytes at any place and the next occurrence of a pattern, with one piece of it in memory.
struct SourceWindow {
    /// Bytes in memory at once, and most that ``bytes(at:count:)`` gives.
    static let length = 256 * 1024

    let source: any ByteSource
    private var buffer: [UInt8] = []
    /// Where the buffer begins in the source.
    private var start = 0

    init(_ source: any ByteSource) { self.source = source }

    var count: Int { source.count }

    /// What stands at `offset`, fewer bytes where the source ends. Throws A092.
    mutating func bytes(at offset: Int, count wanted: Int) throws(EBMSError) -> ArraySlice<UInt8> {
        let end = min(count, offset + min(wanted, Self.length))
        guard offset < end else { return [] }
        try hold(offset, end)
        return buffer[(offset - start)..<(end - start)]
    }

    /// Whether `pattern` stands at `offset`. Throws A092.
    mutating func has(_ pattern: [UInt8], at offset: Int) throws(EBMSError) -> Bool {
        try bytes(at: offset, count: pattern.count).elementsEqual(pattern)
    }

    /// The first place of `pattern` from `offset` on. Throws A092.
    mutating func first(_ pattern: [UInt8], from offset: Int) throws(EBMSError) -> Int? {
        var position = offset
        while position + pattern.count <= count {
            try hold(position, position + pattern.count)
            if let found = ByteSearch.first(pattern, in: buffer[(position - start)...]) { return start + found }
            // An occurrence may begin in this window and end in the next.
            position = start + buffer.count - pattern.count + 1
        }
        return nil
    }

    private mutating func hold(_ offset: Int, _ end: Int) throws(EBMSError) {
        guard offset < start || end > start + buffer.count else { return }
        var fresh = [UInt8](repeating: 0, count: min(Self.length, count - offset))
        let read = fresh.withUnsafeMutableBytes { target in
            Result { () throws(StreamFault) in try source.read(at: offset, into: target) }
        }
        guard try storing({ () throws(StreamFault) in try read.get() }) == fresh.count else {
            throw EBMSError(StreamFault(.read, errorNumber: 0))
        }
        (buffer, start) = (fresh, offset)
    }
}
