import Glibc
import Synchronization

/// Ports of the loopback address for daemons that tests start, stop and start again.
///
/// They come from below the range the system takes for outgoing connections, so that no client connection can sit on
/// the port while its daemon is down. A port is given out once in a process.
package enum FreePort {
    private static let range = 20_000..<32_000
    private static let taken = Mutex<Set<Int>>([])

    /// A port nobody listens on now.
    ///
    /// - Throws: ``SupportFailure`` when 200 ports in a row were busy.
    package static func next() throws -> Int {
        for _ in 0..<200 {
            let port = Int.random(in: range)
            let isNew = taken.withLock { $0.insert(port).inserted }
            if isNew, isFree(port) { return port }
        }
        throw SupportFailure("no free port between \(range.lowerBound) and \(range.upperBound)")
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        return result == 0
    }
}
