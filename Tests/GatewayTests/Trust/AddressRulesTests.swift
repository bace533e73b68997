import NIOCore
import Testing

@testable import Gateway

@Suite("Addresses of revocation data")
struct AddressRulesTests {
    @Test(
        "Private, local and special addresses are not asked",
        arguments: [
            "0.0.0.0", "10.0.0.1", "100.64.1.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255", "::", "::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
            "2001:db8::1", "2002:7f00:1::", "2001::1",
        ])
    func closed(_ address: String) throws { #expect(!AddressRules.isPublic(try SocketAddress(ipAddress: address, port: 80))) }

    @Test("Public ones are", arguments: ["1.1.1.1", "192.0.1.1", "172.32.0.1", "2a00:1450::1", "2001:67c::1", "64:ff9b::101:101"])
    func open(_ address: String) throws { #expect(AddressRules.isPublic(try SocketAddress(ipAddress: address, port: 80))) }

    @Test("An address is taken apart, and anything but plain http and https is none")
    func addresses() throws {
        let plain = try #require(FetchAddress("http://CRL.example.se/a/b.crl?x=1"))
        #expect(!plain.isSecure && plain.host == "crl.example.se" && plain.port == 80 && plain.target == "/a/b.crl?x=1")
        #expect(plain.authority == "crl.example.se")
        let other = try #require(FetchAddress("https://[2001:DB8::1]:8443"))
        #expect(other.isSecure && other.port == 8443 && other.target == "/" && other.authority.hasSuffix("]:8443"))
        for text in [
            "ldap://x/y", "http://", "http://u@x/", "http://x/#f", "http://x:0/", "http://x:99999/", "http://x/ y", "file:///etc/passwd",
            "http://x/\r\nHost: y", "http://2130706433/", "http://x\\@y/",
        ] { #expect(FetchAddress(text) == nil, "\(text)") }
    }
}
