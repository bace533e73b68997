import Glibc

/// A listening socket whose queue is full and which nobody accepts from.
final class StuffedListener: Sendable {
    let port: Int
    private let descriptors: [Int32]

    init?() {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            guard let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress else { return false }
            return bind(listener, pointer, length) == 0 && listen(listener, 0) == 0 && getsockname(listener, pointer, &length) == 0
        }
        guard isListening else { return nil }
        port = Int(UInt16(bigEndian: address.sin_port))
        var clients: [Int32] = []
        for _ in 0..<4 {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
            _ = withUnsafeBytes(of: &address) { bytes in
                bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map { connect(client, $0, length) }
            }
            clients.append(client)
        }
        descriptors = clients + [listener]
    }

    func close() { for descriptor in descriptors { _ = Glibc.close(descriptor) } }
}
