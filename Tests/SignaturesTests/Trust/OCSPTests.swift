import Documents
import Foundation
import Signatures
import Testing

/// Answers of `openssl ocsp`, a responder that is not ours, and what becomes of them when something is wrong.
@Suite("OCSP", .enabled(if: Tool.hasOpenSSL, "openssl is not installed"))
struct OCSPTests {
    let people: Identities
    let folder: ScratchFolder

    init() throws {
        people = try Identities.shared.get()
        folder = try ScratchFolder()
    }

    private var home: String { people.authority.folder.url.path }

    /// What openssl answers to a request about a certificate.
    private func answer(
        to request: [UInt8], signer: String = "ca", revoked: Bool = false, minutes: Int = 5, more: String = ""
    ) throws -> [UInt8] {
        try folder.write(request, "request.der")
        let end = "300101000000Z"
        let serial = try serialNumber()
        let line = revoked ? "R\t\(end)\t260101000000Z\t\(serial)\tunknown\t/CN=x\n" : "V\t\(end)\t\t\(serial)\tunknown\t/CN=x\n"
        try folder.write([UInt8](line), "index.txt")
        try TestAuthority.run(
            folder,
            "openssl ocsp -index index.txt -CA \(home)/ca.pem -rsigner \(home)/\(signer).pem -rkey \(home)/\(signer).key -reqin request.der -respout answer.der -nmin \(minutes) \(more)"
        )
        return try folder.read("answer.der")
    }

    private func serialNumber() throws -> String {
        let outcome = try Tool.run(["openssl", "x509", "-in", "\(home)/region.pem", "-noout", "-serial"], in: folder.url)
        return outcome.output.split(separator: "=").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
    }

    private func request() throws -> [UInt8] { try OCSPAnswer.request(about: people.rsa, issuedBy: people.authority.intermediate) }

    private func read(_ bytes: [UInt8], answering request: [UInt8]?, at time: Date = Date()) throws -> OCSPAnswer {
        try OCSPAnswer(bytes, about: people.rsa, issuedBy: people.authority.intermediate, answering: request, at: time)
    }

    @Test("An answer of the issuer counts, and decides for the chain; the root's list serves the intermediate")
    func decides() throws {
        let asked = try request()
        for (revoked, expected) in [(false, "accepted"), (true, "T008")] {
            let answer = try read(try answer(to: asked, revoked: revoked), answering: asked)
            #expect(answer.status == (revoked ? .revoked : .good))
            var policy = people.authority.policy
            (policy.ocspAnswers, policy.revocation) = ([answer], .soft)
            let found = verdict { try ChainCheck.check(leaf: people.rsa, chain: [], purpose: .signing, policy: policy, at: Date()) }
            #expect(found == expected)
            policy.revocation = .hard
            let hard = verdict { try ChainCheck.check(leaf: people.rsa, chain: [], purpose: .signing, policy: policy, at: Date()) }
            #expect(hard == (revoked ? "T008" : "T009"), "nothing tells about the intermediate")
            let other = verdict { try ChainCheck.check(leaf: people.other, chain: [], purpose: .signing, policy: policy, at: Date()) }
            #expect(other == "T009", "an answer is about one certificate")
        }
    }

    @Test("A responder that the issuer appointed may sign; one without the appointment, or of another issuer, may not")
    func responders() throws {
        let appointed = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\n"
        _ = try people.authority.issue("responder-\(folder.url.lastPathComponent)", subject: "/CN=Responder", extensions: appointed)
        let asked = try request()
        let good = try answer(to: asked, signer: "responder-\(folder.url.lastPathComponent)")
        #expect(try read(good, answering: asked).status == .good)
        #expect(verdict { try read(try answer(to: asked, signer: "kommun"), answering: asked) } == "T013")
        let others = try people.authority.issue(
            "root-responder-\(folder.url.lastPathComponent)", subject: "/CN=Responder", extensions: appointed, issuer: "root")
        #expect(!others.isSelfIssued)
        #expect(
            verdict { try read(try answer(to: asked, signer: "root-responder-\(folder.url.lastPathComponent)"), answering: asked) }
                == "T013")
    }

    @Test("A nonce of another request, an altered answer and an answer about another certificate are refused")
    func forged() throws {
        let asked = try request()
        let bytes = try answer(to: asked)
        #expect(verdict { try read(bytes, answering: try request()) } == "T013", "replayed to another question")
        for place in stride(from: 40, to: bytes.count, by: 97) {
            var altered = bytes
            altered[place] ^= 1
            #expect(verdict { try read(altered, answering: asked) } != "accepted", "byte \(place)")
        }
        #expect(
            verdict {
                try OCSPAnswer(bytes, about: people.other, issuedBy: people.authority.intermediate, answering: asked, at: Date())
            } == "T013")
        #expect(verdict { try read(bytes + [0], answering: asked) } == "T015")
        #expect(verdict { try read([], answering: asked) } == "T015")
        #expect(verdict { try read([0x30, 3, 0x0a, 1, 3], answering: asked) } == "T015", "tryLater")
    }

    @Test("Without a nonce an answer may be an hour old, never older; what was accepted comes back from the cache")
    func ages() throws {
        let asked = try request()
        let plain = try answer(to: asked, minutes: 600, more: "-no_nonce")
        let young = verdict { try read(plain, answering: asked) }
        // openssl may copy our nonce whatever it is told; then there is nothing to see here.
        #expect(young == "accepted")
        let later = Date().addingTimeInterval(3_700)
        let withNonce = try answer(to: asked, minutes: 600)
        #expect(verdict { try read(withNonce, answering: asked, at: later) } == "accepted")
        #expect(verdict { try read(withNonce, answering: asked, at: Date().addingTimeInterval(601 * 60)) } == "T014", "ended")
        #expect(verdict { try read(withNonce, answering: nil, at: later) } == "accepted")
        #expect(verdict { try read(withNonce, answering: asked, at: Date().addingTimeInterval(-400)) } != "accepted", "from the future")
    }
}
