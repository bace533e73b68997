import Documents
import Foundation
import Signatures

/// Certificates and revocation lists that lie in a folder, or in one file.
enum TrustFolder {
    /// Whom to trust by what lies there: self-signed certificates are roots, others complete chains, lists revoke. Files of other kinds are passed
    /// over.
    static func policy(_ path: String) throws -> TrustPolicy {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure(CommandCode.unreadableFile, detail: path, exit: Answer.inputOutput)
        }
        let names = isFolder.boolValue ? ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() : []
        let files =
            isFolder.boolValue
            ? names.filter { $0.hasSuffix(".pem") || $0.hasSuffix(".crt") || $0.hasSuffix(".cer") || $0.hasSuffix(".crl") }
                .map { path + "/" + $0 } : [path]
        var (certificates, lists): ([Certificate], [RevocationList]) = ([], [])
        for file in files {
            if let found = try? Certificate.load(path: file) { certificates += found }
            if let list = try? RevocationList.load(path: file) { lists.append(list) }
        }
        guard !certificates.isEmpty else {
            throw CommandFailure(CommandCode.unreadableFile, detail: "\(path): 0 PEM", exit: Answer.inputOutput)
        }
        var policy = TrustPolicy(
            anchors: certificates.filter { $0.subject == $0.issuer }, intermediates: certificates.filter { $0.subject != $0.issuer })
        policy.crls = lists
        return policy
    }
}
