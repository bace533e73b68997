import Foundation
import Signatures

/// What was fetched, on disk: a folder `trust` beside the spools, 0700, files 0600, each replaced by a durable rename. Everything is verified
/// anew when it is loaded; a file that does not pass counts for nothing.
package struct TrustCache: Sendable {
    private let folder: String

    /// A cache below the folder of the spools; nothing is made.
    package init(spool: String) { folder = spool + "/trust" }

    /// Makes the folder. Throws ``FileTrouble``.
    func make() throws(FileTrouble) { try FileSystem.makeFolder(folder) }

    // MARK: Lists and answers

    /// Lists signed by one of the authorities or by a CA that was met, and answers about `certificates` and about those that were met.
    /// Blocking.
    package func material(authorities: [Certificate], certificates: [Certificate] = [], at time: Date) -> RevocationMaterial {
        let met = met()
        let known = IssuedCertificates(authorities: authorities, others: certificates, met: met)
        let names = (try? FileSystem.names(in: folder)) ?? []
        let lists = names.filter { $0.hasSuffix(Self.listSuffix) }.compactMap { name -> RevocationList? in
            guard let list = list(named: name), known.authorities.contains(where: { list.isSigned(by: $0) }) else { return nil }
            return list
        }
        return RevocationMaterial(
            lists: lists, answers: known.pairs.compactMap { answer(about: $0.certificate, issuedBy: $0.issuer, at: time) })
    }

    /// The list kept for an address, unverified.
    func list(from address: FetchAddress) -> RevocationList? { list(named: Self.name(of: address)) }

    func answer(about certificate: Certificate, issuedBy issuer: Certificate, at time: Date) -> OCSPAnswer? {
        guard let bytes = try? FileSystem.read(path(Self.name(of: certificate)), limit: 64 << 10) else { return nil }
        return try? OCSPAnswer(bytes, about: certificate, issuedBy: issuer, answering: nil, at: time)
    }

    func keep(_ list: RevocationList, from address: FetchAddress) throws(FileTrouble) {
        try FileSystem.writeDurably(list.der, to: path(Self.name(of: address)))
    }

    func keep(_ answer: OCSPAnswer) throws(FileTrouble) {
        try FileSystem.writeDurably(answer.der, to: path("\(Hexadecimal.text(answer.certificateSHA256))\(Self.answerSuffix)"))
    }

    private static let listSuffix = ".crl"
    private static let answerSuffix = ".ocsp"

    private static func name(of address: FetchAddress) -> String {
        "\(Hexadecimal.text(Digest.sha256(Array(address.text.utf8))))\(listSuffix)"
    }

    private static func name(of certificate: Certificate) -> String { "\(Hexadecimal.text(certificate.sha256))\(answerSuffix)" }

    private func list(named name: String) -> RevocationList? {
        guard let bytes = try? FileSystem.read(path(name), limit: 20 << 20) else { return nil }
        return try? RevocationList(bytes)
    }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    // MARK: Certificates met

    private struct MetRecord: Codable {
        let use, partner: String
        let since: Date
        let path: [Data]
    }

    /// The chains of partners met so far.
    package func met() -> [MetCertificates.Entry] {
        (decoded([MetRecord].self, "met.json") ?? []).compactMap { record in
            let path = record.path.compactMap { try? Certificate(der: [UInt8]($0)) }
            guard let use = CertificateUse(rawValue: record.use), path.count == record.path.count, !path.isEmpty else { return nil }
            return MetCertificates.Entry(use: use, partner: record.partner, path: path, since: record.since)
        }
    }

    func keep(_ entries: [MetCertificates.Entry]) throws(FileTrouble) {
        try write(
            entries.map { entry in
                MetRecord(use: entry.use.rawValue, partner: entry.partner, since: entry.since, path: entry.path.map { Data($0.der) })
            }, to: "met.json")
    }

    // MARK: What became of fetching

    /// How the fetching from one address went, for people.
    package struct SourceRecord: Codable, Sendable, Equatable {
        /// The address.
        package var url: String
        /// `crl` or `ocsp`.
        package var kind: String
        /// SHA-256 of the certificate that OCSP was asked about.
        package var certificate: String?
        /// When data was last taken.
        package var fetchedAt: Date?
        /// When it was last tried.
        package var triedAt: Date?
        /// Why the last try brought nothing.
        package var code: String?
        /// Technical circumstance of it.
        package var detail: String?
        /// Since when no try has brought anything; nil while the last one did.
        package var failingSince: Date?

        /// What tells records apart.
        var key: String { Self.key(url, certificate) }

        static func key(_ url: String, _ certificate: String?) -> String { "\(url) \(certificate ?? "")" }
    }

    /// How the fetching went, as the daemon last wrote it.
    package func sources() -> [SourceRecord] { decoded([SourceRecord].self, "sources.json") ?? [] }

    func keep(_ records: [SourceRecord]) throws(FileTrouble) { try write(records, to: "sources.json") }

    /// The last warning of a certificate's end, by its SHA-256, in days.
    func toldExpiries() -> [String: Int] { decoded([String: Int].self, "expiry.json") ?? [:] }

    func keep(told: [String: Int]) throws(FileTrouble) { try write(told, to: "expiry.json") }

    private func decoded<Value: Decodable>(_ type: Value.Type, _ name: String) -> Value? {
        guard let bytes = try? FileSystem.read(path(name), limit: 64 << 20) else { return nil }
        return try? JSONDecoder().decode(type, from: Data(bytes))
    }

    private func write(_ value: some Encodable, to name: String) throws(FileTrouble) {
        guard let bytes = try? JSONEncoder().encode(value) else { return }
        try FileSystem.writeDurably([UInt8](bytes), to: path(name))
    }
}
