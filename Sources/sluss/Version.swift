import COpenSSL
import Documents

/// What `sluss --version` prints: the program, and the two libraries that judge what comes from outside.
enum Version {
    static let number = "0.1.0"

    static var text: String {
        let openSSL = OpenSSL_version(OPENSSL_VERSION).map { String(cString: $0) } ?? "OpenSSL"
        return "sluss \(number)\nlibxml2 \(LibXML.version)\n\(openSSL)"
    }
}
