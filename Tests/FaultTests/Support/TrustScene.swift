import Foundation
import Signatures
import TestSupport

/// A kommun that judges its partner, a region, by what a host and a responder publish; both are the whole program.
struct TrustScene {
    let host: RevocationHost
    let lists: RevocationAuthority
    let pki: DevelopmentPKI
    /// The kommun judges, the region is judged.
    var pair: GatewayPair
    /// The use whose status the kommun learns from the host.
    var use = DevelopmentPKI.Use.tls
    /// `revocation:` of that use, with what belongs to it.
    var mode = "hard"
    /// More keys of that use.
    var more = ""
    /// `weakenings:` of the kommun.
    var weakenings = ""
    /// Kept alive while the scene lasts.
    var responder: OCSPResponder?
    /// Lists that the kommun fetched before it was started, by their path at the host.
    var fetched: [String: [UInt8]] = [:]

    init(in folder: String) throws {
        host = try RevocationHost()
        pki = try DevelopmentPKI.shared()
        lists = try RevocationAuthority(authorities: pki.folder + "/ca")
        pair = try GatewayPair(in: folder, certificates: pki)
    }

    /// Publishes the list of the use's issuing authority, and a root list without entries.
    func publish(_ contents: RevocationAuthority.Contents = .init()) throws {
        host.publish(try lists.list(use, .issuing, contents), at: "/issuing.crl")
        try publishRoot()
    }

    /// Publishes the list about the issuing authority itself.
    func publishRoot() throws { host.publish(try lists.list(use, .root), at: "/root.crl") }

    /// The partner's certificate of the use.
    var partnerCertificate: String { pki.certificate(.region, use) }

    /// Writes both configurations; nothing runs yet.
    mutating func ready() throws -> (partner: Station, judge: Station) {
        let retry = "{ first_delay: 1s, longest_delay: 1s, jitter: 0, expiry: 48h, maximum_attempts: 1000 }"
        pair.region.partners[0].retry = retry
        pair.kommun.partners[0].retry = retry
        if pair.kommun.revocation[use] == nil {
            let addresses = ["/issuing.crl", "/root.crl"].map { "\"\(address($0))\"" }.joined(separator: ", ")
            pair.kommun.revocation[use] = "revocation: \(mode), crl_urls: [\(addresses)]\(more)"
        }
        pair.kommun.appendix = "revocation: { private_hosts: [\"127.0.0.1\"] }\n" + weakenings
        let files = try pair.write()
        try keepFetched()
        return (
            Station(folder: pair.regionFolder, configuration: files.region), Station(folder: pair.kommunFolder, configuration: files.kommun)
        )
    }

    private func address(_ path: String) -> String { "http://127.0.0.1:\(host.port)\(path)" }

    /// As the daemon keeps them: below the spool, named by the SHA-256 of the address. They are verified anew at the start.
    private func keepFetched() throws {
        guard !fetched.isEmpty else { return }
        let folder = pair.kommunFolder + "/spool/trust"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (path, bytes) in fetched {
            let name = Digest.sha256(Array(address(path).utf8)).map { String(format: "%02x", $0) }.joined()
            let isMade = FileManager.default.createFile(
                atPath: "\(folder)/\(name).crl", contents: Data(bytes), attributes: [.posixPermissions: 0o600])
            guard isMade else { throw SupportFailure("cannot write a list below \(folder)") }
        }
    }
}
