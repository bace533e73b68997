import Testing

@testable import Gateway

@Suite("A configuration file with wrong keys")
struct SpoiledKeyTests {
    @Test("is refused at the key", arguments: rows)
    func isRefused(_ row: SpoiledFile) throws { try row.check() }

    static let rows = [
        SpoiledFile(.unknownKey, "listne", ("log: {", "▶listne: {}\nlog: {"), says: "Was “listen” meant?"),
        SpoiledFile(.unknownKey, "listen.max_body", ("  port: 8443", "  port: 8443\n  ▶max_body: 1MiB")),
        SpoiledFile(.unknownKey, "listen.maximum-body", ("  port: 8443", "  port: 8443\n  ▶maximum-body: 1MiB"), says: "“maximum_body”"),
        SpoiledFile(.unknownKey, "tls.trusted", ("trust: tls-ca.pem", "trust: tls-ca.pem\n  ▶trusted: a"), says: "“trust”"),
        SpoiledFile(.unknownKey, "partners[1].tls.pin", ("tls: { pins: [\"spki:b", "tls: { ▶pin: a, pins: [\"spki:b"), says: "“pins”"),
        SpoiledFile(.unknownKey, "agreements[0].retries", ("receive: [M17, M23]", "receive: [M17, M23]\n    ▶retries: 3")),
        SpoiledFile(.missingKey, "version", ("version: 1\n", "")),
        SpoiledFile(.missingKey, "tls.key", ("\ntls:", "\n▶tls:"), ("  key: tls.key\n", "")),
        SpoiledFile(.missingKey, "organisation", ("version: 1", "▶version: 1"), (organisation, "")),
        SpoiledFile(.missingKey, "partners[1].as4", ("- name: provkommun", "- ▶name: provkommun"), (provAS4, "\n")),
        SpoiledFile(
            .missingKey, "partners[0].tls.pins", ("tls: { pins: [\"spki:a1", "▶tls: { x: [\"spki:a1"),
            ("x: [\"spki:\(ConfigurationSample.pin)\"], ", "")),
        SpoiledFile(.missingKey, "weakenings[0].reason", ("log: {", "weakenings: [▶{ name: rsa-2048, until: 2027-01-01 }]\nlog: {")),
        SpoiledFile(.wrongShape, "listen.port", ("port: 8443", "port: ▶[8443]")),
        SpoiledFile(
            .wrongShape, "listen", ("listen:\n  host: 127.0.0.1\n  port: 8443", "listen: ▶8443")),
        SpoiledFile(.wrongShape, "agreements[0].send", ("send: [M01, M05]", "send: ▶M01")),
        SpoiledFile(.wrongShape, "tls.crls[0]", ("[tls.crl]", "[▶{ a: b }]")),
        SpoiledFile(.wrongShape, "weakenings[0]", ("log: {", "weakenings: [▶rsa-2048]\nlog: {")),
        SpoiledFile(.missingValue, "tls.key", ("key: tls.key", "▶key:")),
        SpoiledFile(.missingValue, "paths.spool", ("spool: spool", "▶spool: ~")),
        SpoiledFile(.missingValue, "log", ("log: { level: info, format: text }", "▶log:")),
        SpoiledFile(.missingValue, "organisation.name", ("name: Region Exempel", "▶name: \"\"")),
        SpoiledFile(.missingValue, "tls.crls[1]", ("[tls.crl]", "[tls.crl, ▶null]")),
        SpoiledFile(.missingValue, "partners[0].as4.pins", ("as4: { pins: [\"leaf:\(ConfigurationSample.pin)\"]", "as4: { ▶pins: []")),
        SpoiledFile(
            .tooMany, "partners[0].tls.pins", ("tls: { pins: [\"spki:a1", "tls: { ▶pins: [\(String(repeating: "x, ", count: 8))\"spki:a1"),
            says: "At most 8"),
        SpoiledFile(.version, "version", ("version: 1", "version: ▶2"), says: "“2”"),
    ]

    private static let organisation = "organisation:\n  name: Region Exempel\n  organisationsnummer: \"2321009900\"\n  code: \"03\"\n"
    private static let provAS4 =
        "\n    as4: { pins: [\"leaf:\(ConfigurationSample.otherPin)\"], issuer: as4-ca.pem, encryption_certificate: as4-partner.pem }\n"

    @Test("All problems are reported at once, in the order of the file")
    func all() {
        let text = ConfigurationSample.good
            .replacing("port: 8443", with: "port: http").replacing("key: tls.key", with: "kee: tls.key")
            .replacing("https://localhost:9444", with: "http://localhost:9444").replacing("level: info", with: "level: verbose")
            .replacing("partner: provkommun", with: "partner: prowkommun")
        let found = ConfigurationSample.problems(of: text)
        #expect(
            found.map { "\($0.code) \($0.key)" } == [
                "C030 listen.port", "C021 tls.key", "C020 tls.kee", "C071 partners[1]", "C040 partners[1].endpoint",
                "C053 agreements[1].partner",
                "C035 log.level",
            ])
    }

    @Test("A refused part is not reported as missing too")
    func noEcho() {
        let text = ConfigurationSample.good.replacing("tls:\n  certificate", with: "tls: &x\n  certificate")
        #expect(ConfigurationSample.problems(of: text).map(\.code) == ["C008"])
    }
}
