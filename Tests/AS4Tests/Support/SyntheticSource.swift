import AS4

/// Content of any length that lies nowhere: the same pseudo-random bytes at the same place each time. gzip cannot shrink it.
struct SyntheticSource: ByteSource {
    let count: Int
    var seed: UInt64 = 1

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
        let length = max(0, min(buffer.count, count - offset))
        var place = offset
        let end = offset + length
        while place < end {
            var word = Self.mixed(seed &+ UInt64(place / 8))
            word >>= UInt64(place % 8) * 8
            let stop = min(end, (place / 8 + 1) * 8)
            while place < stop {
                buffer[place - offset] = UInt8(truncatingIfNeeded: word)
                word >>= 8
                place += 1
            }
        }
        return length
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
