import Foundation
import Signatures

/// The two signers and one stranger that most tests use; made once.
struct Identities: Sendable {
    static let shared = Result { try Identities() }

    let authority: TestAuthority
    let rsa: Certificate
    let rsaKey: PrivateKey
    let ec: Certificate
    let ecKey: PrivateKey
    let other: Certificate
    let otherKey: PrivateKey

    init() throws {
        authority = try TestAuthority.shared.get()
        rsa = try authority.issue("region")
        rsaKey = try authority.key("region")
        ec = try authority.issue("kommun", subject: "/C=SE/O=Provning/2.5.4.97=NTRSE-2120000142/CN=kommun", key: "ec:P-256")
        ecKey = try authority.key("kommun")
        other = try authority.issue("annan", subject: "/C=SE/O=Provning/2.5.4.97=NTRSE-2120000142/CN=annan")
        otherKey = try authority.key("annan")
    }

    enum Signer: String, CaseIterable, Sendable { case rsa, ec }

    func certificate(_ signer: Signer) -> Certificate { signer == .rsa ? rsa : ec }
    func key(_ signer: Signer) -> PrivateKey { signer == .rsa ? rsaKey : ecKey }
    func enveloped(_ signer: Signer) throws -> EnvelopedSigner {
        try EnvelopedSigner(key: key(signer), certificate: certificate(signer))
    }
    /// File name of the certificate in the scratch folder of the authority.
    func file(_ signer: Signer) -> String { signer == .rsa ? "region" : "kommun" }
}
