import Glibc
import TestSupport

/// A TCP connection to a port of this machine that says nothing.
final class IdleConnection: Sendable {
    private let descriptor: Int32

    /// - Throws: ``SupportFailure`` when the connection is refused.
    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw SupportFailure("connecting to \(port)", errorNumber: errno) }
    }

    /// Ends it; call once.
    func close() { _ = Glibc.close(descriptor) }
}
