import COpenSSL
import Documents

extension Certificate {
    /// Certificates one PEM text may hold.
    package static let maximumChain = 256

    /// Every certificate of a PEM text in its order (by custom the leaf first); other blocks are passed over.
    /// Throws K008 when there is none, one cannot be read, or there are more than 256.
    package static func chain(pem: [UInt8]) throws(Refusal) -> [Certificate] {
        var pointers: [OpaquePointer] = []
        _ = NativeBytes.reading(pem) { bio -> Bool? in
            while pointers.count <= maximumChain, let next = PEM_read_bio_X509(bio, nil, { _, _, _, _ in -1 }, nil) {
                pointers.append(next)
            }
            return true
        }
        let reason = ERR_GET_REASON(ERR_peek_last_error())
        NativeBytes.clearErrors()
        var chain: [Certificate] = []
        var failure: Refusal?
        for pointer in pointers {
            do { chain.append(try Certificate(owning: pointer)) } catch { failure = error }
        }
        if let failure { throw failure }
        guard !chain.isEmpty, chain.count <= maximumChain, reason == PEM_R_NO_START_LINE else {
            throw Refusal(KeyCode.badCertificate, detail: "certificates read=\(chain.count)")
        }
        return chain
    }

    /// Reads a certificate file: PEM with one or more certificates, or one in DER. Nobody but the owner (the running user or root) may
    /// write to it. Throws K001, K002, K008; the detail names the path.
    package static func load(path: String) throws(Refusal) -> [Certificate] {
        let bytes = try ProtectedFile(path: path, protection: .integrity, maximumBytes: 1 << 20).read()
        do {
            return bytes.first == 0x30 ? [try Certificate(der: bytes)] : try chain(pem: bytes)
        } catch {
            throw Refusal(KeyCode.badCertificate, detail: "path=\(path) \(error.detail ?? "")")
        }
    }
}
