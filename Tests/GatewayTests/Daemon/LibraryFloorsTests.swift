import Documents
import Testing

@testable import Gateway

@Suite("Versions of the C libraries")
struct LibraryFloorsTests {
    @Test("The libraries of this machine are new enough")
    func current() throws { try LibraryFloors.current.check() }

    @Test(
        "What is older, or does not say what it is, is refused with its code",
        arguments: [
            ("2.9.14", 0x3000_0000, nil), ("2.13.0", 0x3050_0010, nil), ("3.0.0", 0x4000_0000, nil), ("2.9.13", 0x3000_0000, "G303"),
            ("2.8.99", 0x3000_0000, "G303"), ("?", 0x3000_0000, "G303"), ("2.9", 0x3000_0000, "G303"), ("2.9.x.14", 0x3000_0000, "G303"),
            ("2.9.14", 0x1010_117f, "G304"), ("2.9.14", 0, "G304"), ("1.0.0", 0x1010_117f, "G303"),
        ] as [(String, UInt, String?)])
    func old(libXML: String, openSSL: UInt, code: String?) {
        do {
            try LibraryFloors(libXML: libXML, openSSL: openSSL).check()
            #expect(code == nil)
        } catch {
            #expect(error.code == code)
        }
    }
}
