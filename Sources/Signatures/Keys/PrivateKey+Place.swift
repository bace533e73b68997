import COpenSSL
import CShim
import Documents
import Glibc

extension PrivateKey {
    /// The key at a place. Throws K001–K004, K006 and K009. Blocking: a token may take its time.
    package static func load(_ place: KeyPlace) throws(Refusal) -> PrivateKey {
        switch place {
        case .file(let path): try load(path: path)
        case .credential(let name): try PrivateKey(pem: pem(credential: name))
        case .token(let address): try PrivateKey(token: address)
        }
    }

    /// The bytes of a systemd credential. Throws K001 when there is none, K002 when others can read or change it. systemd lets the service read
    /// a credential of root by an access list, which shows as a group that may read.
    package static func pem(credential name: String) throws(Refusal) -> [UInt8] {
        guard let folder = getenv("CREDENTIALS_DIRECTORY").map({ String(cString: $0) }), folder.hasPrefix("/") else {
            throw Refusal(KeyCode.missing, detail: "credential=\(name) found=no $CREDENTIALS_DIRECTORY expected=a service of systemd")
        }
        return try ProtectedFile(path: "\(folder)/\(name)", protection: .credential, maximumBytes: 65_536).read()
    }

    private convenience init(token address: TokenAddress) throws(Refusal) {
        defer { NativeBytes.clearErrors() }
        var pin = try ProtectedFile(path: address.pinFile, protection: .secret, maximumBytes: 1_024).read()
        while let last = pin.last, last == 0x0a || last == 0x0d { pin.removeLast() }
        pin.append(0)
        defer { pin.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        var key: OpaquePointer?
        let outcome = pin.withUnsafeBytes { bytes in
            sluss_token_key(address.uri, address.module, bytes.bindMemory(to: CChar.self).baseAddress, &key)
        }
        guard Int(outcome) == SLUSS_TOKEN_FOUND, let key else {
            throw Refusal(KeyCode.tokenUnusable, detail: "token=\(address.uri) found=\(Self.words(outcome))")
        }
        try self.init(owning: key)
    }

    private static func words(_ outcome: Int32) -> String {
        switch Int(outcome) {
        case SLUSS_TOKEN_NO_ENGINE: "no engine pkcs11 in OpenSSL"
        case SLUSS_TOKEN_OTHER_MODULE: "another module-path than that of an earlier key"
        case SLUSS_TOKEN_NO_MODULE: "module that cannot be loaded"
        default: "no such token or key, or a wrong PIN"
        }
    }
}
