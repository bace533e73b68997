import Foundation

@testable import Gateway

/// A good configuration file to spoil, and the reading of spoiled ones.
enum ConfigurationSample {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    static let pin = String(repeating: "a1", count: 32)
    static let otherPin = String(repeating: "b2", count: 32)

    /// Without error or warning.
    static let good = """
        version: 1
        organisation:
          name: Region Exempel
          organisationsnummer: "2321009900"
          code: "03"
        paths:
          spool: spool
          submit: submit
          handover: inbox
          audit: audit.jsonl
        listen:
          host: 127.0.0.1
          port: 8443
        tls:
          certificate: tls.pem
          key: tls.key
          trust: tls-ca.pem
          crls: [tls.crl]
          require_crl: yes
        as4:
          certificate: as4.pem
          key: as4.key
          trust: as4-ca.pem
          crls: [as4.crl]
          require_crl: yes
        signing:
          certificate: sign.pem
          key: sign.key
          trust: sign-ca.pem
          crls: [sign.crl]
          require_crl: yes
        partners:
          - name: exempelkommun
            organisationsnummer: "2120009903"
            endpoint: https://localhost:9443/as4
            tls: { pins: ["spki:\(pin)"], issuer: tls-ca.pem }
            as4: { pins: ["leaf:\(pin)"], issuer: as4-ca.pem, encryption_certificate: as4-partner.pem }
            signing: { issuer: sign-ca.pem }
          - name: provkommun
            organisationsnummer: "2120009911"
            endpoint: https://localhost:9444/as4
            tls: { pins: ["spki:\(otherPin)"], issuer: tls-ca.pem }
            as4: { pins: ["leaf:\(otherPin)"], issuer: as4-ca.pem, encryption_certificate: as4-partner.pem }
            signing: { issuer: sign-ca.pem }
        agreements:
          - name: utskrivning
            partner: exempelkommun
            send: [M01, M05]
            receive: [M17, M23]
          - name: prov
            partner: provkommun
            send: [M01]
            receive: [M23]
        log: { level: info, format: text }

        """

    /// The problems of a text as a file at a made-up place; none when it is good.
    static func problems(of text: String) -> [ConfigurationProblem] {
        do throws(ConfigurationFailure) {
            return try ConfigurationFile.read(Array(text.utf8), path: "/etc/sluss/sluss.yaml", at: now).warnings
        } catch {
            return error.problems
        }
    }
}
