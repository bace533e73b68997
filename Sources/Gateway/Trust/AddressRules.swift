import Glibc
import NIOCore

/// Which addresses revocation data is fetched from. Certificates name addresses, and whoever has one made could make us call machines that only
/// we can reach: so none of a private network, of this machine, or of a network without routers.
enum AddressRules {
    /// Whether the address is of the public internet (IANA special-purpose registries, RFC 6890).
    static func isPublic(_ address: SocketAddress) -> Bool {
        guard let text = address.ipAddress else { return false }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return isPublic(four: Array(bytes.prefix(4))) }
        return inet_pton(AF_INET6, text, &bytes) == 1 && isPublic(six: bytes)
    }

    static func isPublic(four bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): false
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): false
        default: true
        }
    }

    static func isPublic(six bytes: [UInt8]) -> Bool {
        // NAT64 (RFC 6052) stands for the IPv4 address in it.
        if bytes.starts(with: [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) { return isPublic(four: Array(bytes.suffix(4))) }
        // Everything routed today is 2000::/3; out of it documentation, Teredo with its neighbours, and 6to4.
        guard bytes[0] & 0xe0 == 0x20 else { return false }
        return !bytes.starts(with: [0x20, 0x01, 0x0d, 0xb8]) && !(bytes.starts(with: [0x20, 0x01]) && bytes[2] < 2)
            && !bytes.starts(with: [0x20, 0x02])
    }
}
