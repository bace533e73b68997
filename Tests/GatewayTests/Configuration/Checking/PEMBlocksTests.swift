import Testing

@testable import Gateway

@Suite("The blocks of a PEM text")
struct PEMBlocksTests {
    private func split(_ text: String) -> [String] {
        PEMBlocks.split(Array(text.utf8), label: "X509 CRL").map { String(decoding: $0, as: UTF8.self) }
    }

    private let one = "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n"

    @Test("are found in order, whatever stands between them and however lines end")
    func inOrder() {
        let two = one.replacing("AAAA", with: "BBBB")
        #expect(split("Issuer: x\n" + one + "\ncomment\n" + two) == [one, two])
        #expect(split((one + two).replacing("\n", with: "\r\n")) == [one, two])
        #expect(split("-----BEGIN CERTIFICATE-----\nCCCC\n-----END CERTIFICATE-----\n" + one) == [one])
    }

    @Test("include one that is cut off, so that a truncated file is not taken for a shorter one")
    func cutOff() {
        #expect(split(one + "-----BEGIN X509 CRL-----\nBB") == [one, "-----BEGIN X509 CRL-----\nBB\n"])
    }

    @Test("are the whole when there are none")
    func none() {
        #expect(split("nothing") == ["nothing"])
        #expect(PEMBlocks.split([0x30, 0x2D, 0x0A], label: "X509 CRL") == [[0x30, 0x2D, 0x0A]])
        #expect(split("") == [""])
    }
}
