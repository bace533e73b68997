import Foundation

/// Writes the configuration file of one gateway for a test, with the folders it names.
package struct ConfigurationWriter: Sendable {
    /// A partner and the agreement with it.
    package struct Partner: Sendable {
        /// Who it is; its label is our name for it.
        package var organisation: TestOrganisation
        /// Port of its listener on `localhost`.
        package var port: Int
        /// Message types we send.
        package var send: [String] = ["M01", "M05", "M17"]
        /// Message types we receive.
        package var receive: [String] = ["M01", "M05", "M17", "M23"]
        /// As the configuration file writes it. The default is quick, because tests wait for it.
        package var retry = "{ first_delay: 1s, longest_delay: 5s, jitter: 0.2, expiry: 48h, maximum_attempts: 1000 }"
        /// Deliveries at the same time.
        package var concurrency = 4
        /// As the configuration file writes it; `off` needs the weakening in ``ConfigurationWriter/appendix``.
        package var encryption = "required"
        /// The profile of the agreement; nil for none.
        package var profile: String?
        /// The message exchange pattern; nil for the default.
        package var mep: String?
        /// What we encrypt to in place of the organisation's certificate for AS4.
        package var encryptionCertificate: String?
        /// Pins in place of those of the organisation's certificates.
        package var pins: [DevelopmentPKI.Use: [String]] = [:]

        /// A partner that is sent the first types of the examples, and sends them and receipts.
        package init(_ organisation: TestOrganisation, port: Int) { (self.organisation, self.port) = (organisation, port) }
    }

    /// Who we are.
    package var organisation: TestOrganisation
    /// Where our certificates, the partners' and the authorities' lie.
    package var certificates: DevelopmentPKI
    /// Port of our listener on 127.0.0.1; nil for a gateway that only sends.
    package var port: Int?
    /// Requests taken from one partner at once; nil for the default.
    package var requestsPerPartner: Int?
    /// Largest body taken, as the configuration file writes it; nil for the default.
    package var maximumBody: String?
    /// In the order of the file.
    package var partners: [Partner] = []
    /// Certificate and key in place of the organisation's own.
    package var credentials: [DevelopmentPKI.Use: (certificate: String, key: String)] = [:]
    /// What stands in place of the file of revocation lists, as in `revocation: hard, crl_urls: ["http://…"]`.
    package var revocation: [DevelopmentPKI.Use: String] = [:]
    /// Lines put at the end, for keys this type does not know; whole top-level blocks.
    package var appendix = ""

    /// A gateway without partners.
    package init(_ organisation: TestOrganisation, certificates: DevelopmentPKI, port: Int?) {
        (self.organisation, self.certificates, self.port) = (organisation, certificates, port)
    }

    /// Makes the folders, writes `sluss.yaml` with mode 0600 and returns its path.
    ///
    /// - Throws: ``SupportFailure`` without pins of a partner, or Foundation's error.
    package func write(to folder: String) throws -> String {
        for name in ["spool", "submit", "inbox"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let path = "\(folder)/sluss.yaml"
        let contents = Data(try text().utf8)
        guard FileManager.default.createFile(atPath: path, contents: contents, attributes: [.posixPermissions: 0o600]) else {
            throw SupportFailure("cannot write \(path)")
        }
        return path
    }

    /// The file's text; paths in `paths` are relative to its folder.
    ///
    /// - Throws: ``SupportFailure`` without pins of a partner.
    package func text() throws -> String {
        var lines = [
            "version: 1",
            "environment: test",
            "organisation: { name: \(quoted(organisation.name)), organisationsnummer: \(quoted(organisation.organisationsnummer)),"
                + " code: \(quoted(organisation.code)) }",
            "paths: { spool: spool, submit: submit, handover: inbox, audit: audit.jsonl }",
        ]
        if let port {
            let share = requestsPerPartner.map { ", maximum_requests_per_partner: \($0)" } ?? ""
            let body = maximumBody.map { ", maximum_body: \($0)" } ?? ""
            lines.append("listen: { host: 127.0.0.1, port: \(port), path: /as4\(share)\(body) }")
        }
        lines += DevelopmentPKI.Use.allCases.map(credentialLine)
        if !partners.isEmpty { lines.append("partners:") }
        for partner in partners { lines += try partnerLines(partner) }
        if !partners.isEmpty { lines.append("agreements:") }
        for partner in partners { lines += agreementLines(partner) }
        lines.append("log: { level: debug, format: json }")
        if certificates.as4Key == "rsa2048" {
            lines.append("weakenings: [{ name: rsa-2048, reason: \"keys of a test, made in a hurry\", until: 2099-12-31 }]")
        }
        if !appendix.isEmpty { lines.append(appendix) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func credentialLine(_ use: DevelopmentPKI.Use) -> String {
        let own = credentials[use] ?? (certificates.certificate(organisation, use), certificates.key(organisation, use))
        let lists = revocation[use] ?? "crls: [\(quoted(certificates.revocationList(use)))], require_crl: yes"
        return "\(use.rawValue): { certificate: \(quoted(own.certificate)), key: \(quoted(own.key)), "
            + "trust: \(quoted(certificates.root(use))), \(lists) }"
    }

    private func partnerLines(_ partner: Partner) throws -> [String] {
        let head = [
            "  - name: \(partner.organisation.label)",
            "    organisationsnummer: \(quoted(partner.organisation.organisationsnummer))",
            "    endpoint: \(quoted("https://localhost:\(partner.port)/as4"))",
        ]
        return try head
            + DevelopmentPKI.Use.allCases.map { use in
                let pins = try partner.pins[use] ?? [certificates.pin(partner.organisation, use)]
                let list = pins.map(quoted).joined(separator: ", ")
                let recipient =
                    use == .as4
                    ? ", encryption_certificate: \(quoted(partner.encryptionCertificate ?? certificates.certificate(partner.organisation, .as4)))"
                    : ""
                return "    \(use.rawValue): { pins: [\(list)], issuer: \(quoted(certificates.issuing(use)))\(recipient) }"
            }
    }

    private func agreementLines(_ partner: Partner) -> [String] {
        [
            "  - name: med-\(partner.organisation.label)",
            "    partner: \(partner.organisation.label)",
            "    send: [\(partner.send.joined(separator: ", "))]",
            "    receive: [\(partner.receive.joined(separator: ", "))]",
            "    retry: \(partner.retry)",
            "    encryption: \(partner.encryption)",
            "    concurrency: \(partner.concurrency)",
        ] + [("mep", partner.mep), ("profile", partner.profile)].compactMap { key, value in value.map { "    \(key): \($0)" } }
    }

    /// A YAML double-quoted scalar.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
