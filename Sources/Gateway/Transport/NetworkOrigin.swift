import Glibc
import NIOCore

/// What counts as one address for the cap on connections: one IPv4 address, or the /64 network of an IPv6 address, whose owner can
/// use any of its 2^64 addresses.
enum NetworkOrigin {
    static func key(of address: SocketAddress?) -> String { address?.ipAddress.map(key(ofIP:)) ?? "-" }

    static func key(ofIP text: String) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard text.contains(":"), inet_pton(AF_INET6, text, &bytes) == 1 else { return text }
        // ::ffff:192.0.2.1 is an IPv4 address in IPv6 clothes.
        if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10...11].allSatisfy({ $0 == 0xff }) {
            return bytes[12...].map(String.init).joined(separator: ".")
        }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "/64"
    }
}
