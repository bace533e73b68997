import Signatures
import TestSupport

@testable import AS4

/// Keys that came with captured messages.
enum ForeignKey {
    /// The key of a PKCS#12 file of the corpus, by the openssl program, with the certificate beside it.
    static func decryption(_ path: String, password: String, certificate: Certificate) throws -> DecryptionKey {
        let arguments = ["pkcs12", "-legacy", "-in", SharedCorpus.file(path), "-passin", "pass:\(password)", "-nodes", "-nocerts"]
        let result = try Tool.require("openssl").runBlocking(arguments)
        guard result.isSuccess else { throw SupportFailure("openssl pkcs12: \(result.errorText)") }
        return try DecryptionKey(key: PrivateKey(pem: result.output), certificate: certificate)
    }
}
