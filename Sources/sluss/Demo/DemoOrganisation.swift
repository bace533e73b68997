import CareMessages
import Foundation

/// One of the organisations of the demo; they are those of the examples and exist nowhere else.
struct DemoOrganisation: Sendable {
    let label: String
    let name: String
    let number: String
    let code: String

    static let region = DemoOrganisation(label: "region", name: "Region Exempel", number: "2321009900", code: "03")
    static let kommun = DemoOrganisation(label: "exempelkommun", name: "Exempelkommun", number: "2120009903", code: "0319")
    static let neighbour = DemoOrganisation(label: "provkommun", name: "Provkommun", number: "2120009911", code: "0382")
    static let all = [region, kommun, neighbour]
}

/// The configuration file of one organisation of the demo: a real one, to be read and changed by whoever explores with `--keep`.
struct DemoConfiguration {
    let own: DemoOrganisation
    let ports: [String: Int]
    let certificates: String

    /// The file's text. Retries are quick, so that the demo need not wait a minute.
    func text() throws -> String {
        var lines = [
            "version: 1",
            "environment: test",
            "organisation: { name: \(own.name), organisationsnummer: \"\(own.number)\", code: \"\(own.code)\" }",
            "paths: { spool: spool, submit: submit, handover: inbox, audit: audit.jsonl }",
            "listen: { host: 127.0.0.1, port: \(ports[own.label] ?? 0), path: /as4 }",
        ]
        for use in ["tls", "as4", "signing"] {
            let base = "\(certificates)/\(own.label)/\(use)"
            lines.append(
                "\(use): { certificate: \(base).pem, key: \(base).key, trust: \(certificates)/ca/\(use)-root.pem, "
                    + "crls: [\(certificates)/ca/\(use).crl], require_crl: yes }")
        }
        lines.append("partners:")
        for partner in partners { lines += try partnerLines(partner) }
        lines.append("agreements:")
        for partner in partners { lines += agreementLines(partner) }
        lines.append("address_book:")
        lines += DemoUnit.all.filter { $0.isKnown(to: own) }.map { $0.line(for: own) }
        // Sluss wants somebody's decision on placement messages; in the demo there are no persons whose data could be disclosed.
        lines.append("placement_messages: { send: yes, receive: yes }")
        lines.append("log: { level: info, format: json }")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The region knows both kommuner; a kommun knows the region.
    private var partners: [DemoOrganisation] {
        own.label == DemoOrganisation.region.label ? [.kommun, .neighbour] : [.region]
    }

    private func partnerLines(_ partner: DemoOrganisation) throws -> [String] {
        let pins = try String(contentsOfFile: "\(certificates)/\(partner.label)/pins.txt", encoding: .utf8).split(separator: "\n")
        var lines = [
            "  - name: \(partner.label)",
            "    organisationsnummer: \"\(partner.number)\"",
            "    endpoint: https://localhost:\(ports[partner.label] ?? 0)/as4",
        ]
        for use in ["tls", "as4", "signing"] {
            guard let pin = pins.first(where: { $0.hasPrefix("\(use) spki:") })?.dropFirst(use.count + 1) else {
                throw DemoFailure(
                    "det finns en pin för \(partner.label) för \(use)", "there is a pin of \(partner.label) for \(use)")
            }
            let recipient = use == "as4" ? ", encryption_certificate: \(certificates)/\(partner.label)/as4.pem" : ""
            lines.append("    \(use): { pins: [\"\(pin)\"], issuer: \(certificates)/ca/\(use)-issuing.pem\(recipient) }")
        }
        return lines
    }

    private func agreementLines(_ partner: DemoOrganisation) -> [String] {
        // All of them, so that whoever explores can try any.
        let types = MessageType.allCases.map(\.rawValue).joined(separator: ", ")
        return [
            "  - name: demo-\(partner.label)",
            "    partner: \(partner.label)",
            "    send: [\(types)]",
            "    receive: [\(types)]",
            "    retry: { first_delay: 2s, longest_delay: 4s, jitter: 0.1, expiry: 48h }",
        ]
    }
}
