/// An `https` address, taken apart. No user name, query or fragment.
package struct PartnerEndpoint: Sendable, Equatable, Hashable {
    /// As written in the file.
    package let text: String
    /// Host name in lower case, IPv4 address, or IPv6 address without brackets.
    package let host: String
    /// TCP port, 443 when the address names none.
    package let port: Int
    /// Path beginning with `/`.
    package let path: String
}
