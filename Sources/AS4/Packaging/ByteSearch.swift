import CShim

/// Finding bytes in bytes.
enum ByteSearch {
    static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// Index of the first occurrence, or nil.
    static func first(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBytes { buffer -> Int? in
            guard let start = buffer.baseAddress else { return nil }
            let offset = sluss_find(start, buffer.count, pattern, pattern.count)
            return offset < 0 ? nil : bytes.startIndex + offset
        }
    }
}
