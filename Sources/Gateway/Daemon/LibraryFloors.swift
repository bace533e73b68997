import COpenSSL
import Documents

/// The oldest versions of the C libraries that we serve with. Those of Debian 12; older ones lack repairs that our refusals rely on.
struct LibraryFloors: Sendable {
    /// `2.9.14`, as ``LibXML/version`` says it.
    let libXML: String
    /// OPENSSL_VERSION_NUMBER of the library in use: 0xMNN00PPSL, so 0x30000000 and up is OpenSSL 3.
    let openSSL: UInt

    static let leastLibXML = [2, 9, 14]
    static let leastOpenSSL: UInt = 0x3000_0000

    /// The libraries of this process: what the loader found, not what we were built with.
    static var current: LibraryFloors { LibraryFloors(libXML: LibXML.version, openSSL: UInt(OpenSSL_version_num())) }

    /// - Throws: ``Refusal`` G303 or G304 when one is older, or does not say what it is.
    func check() throws(Refusal) {
        let numbers = libXML.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        let version = numbers.compactMap(\.self)
        guard version.count == 3, numbers.count == 3, !version.lexicographicallyPrecedes(Self.leastLibXML) else {
            throw Refusal(StartCode.oldLibXML, detail: "found=\(libXML) expected=2.9.14 or newer")
        }
        guard openSSL >= Self.leastOpenSSL else {
            throw Refusal(StartCode.oldOpenSSL, detail: "found=\(openSSL >> 28).\(openSSL >> 20 & 0xff) expected=3.0 or newer")
        }
    }
}
