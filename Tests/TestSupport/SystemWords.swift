import Glibc

/// The system's text for an error number. `strerror` itself is not safe among threads.
func systemWords(_ errorNumber: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        buffer.initialize(repeating: 0)
        guard let start = buffer.baseAddress, strerror_r(errorNumber, start, buffer.count - 1) == 0 else { return "error \(errorNumber)" }
        return String(cString: start)
    }
}
