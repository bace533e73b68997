import Foundation

/// An `http` or `https` address that revocation lists or OCSP answers are fetched from. No user name and no fragment.
package struct FetchAddress: Sendable, Hashable {
    /// As written.
    package let text: String
    /// Whether it is `https`.
    package let isSecure: Bool
    /// Host name in lower case, IPv4 address, or IPv6 address without brackets.
    package let host: String
    /// TCP port.
    package let port: Int
    /// Path and query, as the request line has them.
    package let target: String

    /// Nil when the text is no such address.
    package init?(_ text: String) {
        let form =
            /(?<scheme>https?):\/\/(?<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:(?<port>[0-9]{1,5}))?(?<path>\/[^?#]*)?(\?(?<query>[^#]*))?/
        guard text.utf8.count <= 1_000, let match = text.wholeMatch(of: form.ignoresCase()) else { return nil }
        let written = String(match.host)
        let bare = written.hasPrefix("[") ? String(written.dropFirst().dropLast()) : written
        isSecure = match.scheme.lowercased() == "https"
        guard let host = SettingValue.host(bare), written.hasPrefix("[") == bare.contains(":") else { return nil }
        guard let port = match.port.map({ Int($0) }) ?? (isSecure ? 443 : 80), (1...65_535).contains(port) else { return nil }
        let path = match.path.map(String.init) ?? "/"
        let query = match.query.map { "?" + $0 } ?? ""
        let isVisible = (path + query).utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\"") }
        guard isVisible else { return nil }
        (self.text, self.host, self.port, target) = (text, host, port, path + query)
    }

    /// The value of the Host field.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }
}
