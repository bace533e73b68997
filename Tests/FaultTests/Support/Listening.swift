import Foundation
import Glibc
import Synchronization
import TestSupport

/// A TCP port of the loopback address with a thread that accepts. What happens to a connection is the owner's business.
final class Listening: Sendable {
    let port: Int
    private let descriptor: Int32
    private let isClosed = Atomic(false)

    init(port: Int, accepted: @escaping @Sendable (Int32) -> Void) throws {
        self.port = port
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
        guard Self.call(bind, descriptor, port) == 0, listen(descriptor, 128) == 0 else {
            close(descriptor)
            throw SupportFailure("listening on \(port)", errorNumber: errno)
        }
        self.descriptor = descriptor
        Thread.detachNewThread {
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                accepted(connection)
            }
        }
    }

    /// Ends the listening; connections live on.
    func stop() {
        guard !isClosed.exchange(true, ordering: .sequentiallyConsistent) else { return }
        // Closing alone does not wake the thread in accept.
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    deinit { stop() }

    /// A connection to a port of this machine, or nil.
    static func connection(to port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard call(connect, descriptor, port) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private static func call(_ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ descriptor: Int32, _ port: Int) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
