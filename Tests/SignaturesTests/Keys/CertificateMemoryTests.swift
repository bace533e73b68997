import Foundation
import Signatures
import Testing

@Suite("Remembered certificates", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct CertificateMemoryTests {
    let people: Identities
    init() throws { people = try Identities.shared.get() }

    @Test("A kept certificate comes back as the same object, another is read anew and not kept")
    func sameObject() throws {
        let memory = CertificateMemory(capacity: 2)
        memory.keep(people.rsa)
        #expect(try memory.certificate(der: people.rsa.der) === people.rsa)
        #expect(try memory.certificate(der: people.ec.der) == people.ec)
        #expect(try memory.certificate(der: people.ec.der) !== people.ec)
        #expect(memory.count == 1)
        #expect(verdict { try memory.certificate(der: people.rsa.der + [0]) } == "K008")
    }

    @Test("A full memory never holds more than it may")
    func capacity() {
        let memory = CertificateMemory(capacity: 2)
        for certificate in [people.rsa, people.ec, people.rsa, people.other, people.rsa, people.ec] {
            memory.keep(certificate)
            #expect(memory.count <= 2)
        }
    }

    @Test("A remembered certificate is still checked: out of its time or without its anchor it is refused")
    func stillChecked() throws {
        let bench = try Workbench()
        let signed = try bench.signed(by: .rsa)
        try bench.verify(signed)
        #expect(verdict { try bench.verify(signed, policy: .init(anchors: [])) } == "T001")
        #expect(verdict { try bench.verify(signed, at: bench.time.addingTimeInterval(400 * 86_400)) } == "T002")
    }
}
