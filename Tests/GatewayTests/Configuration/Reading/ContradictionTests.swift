import Testing

@testable import Gateway

@Suite("A configuration file that contradicts itself")
struct ContradictionTests {
    @Test("is refused at the later of the two places", arguments: errors)
    func isRefused(_ row: SpoiledFile) throws {
        #expect(row.code.severity == .error)
        try row.check()
    }

    @Test("What only looks wrong is warned about", arguments: warnings)
    func isWarnedAbout(_ row: SpoiledFile) throws {
        #expect(row.code.severity == .warning)
        try row.check()
    }

    static let errors = [
        SpoiledFile(.softRevocation, "as4.require_crl", ("  crls: [as4.crl]\n  require_crl: yes", "  require_crl: ▶no")),
        SpoiledFile(
            .samePartnerName, "partners[1].name", ("name: provkommun", "name: ▶exempelkommun"),
            ("partner: provkommun\n    send: [M01]\n    receive: [M23]", "partner: exempelkommun\n    receive: [M01]"), says: "line 33"),
        SpoiledFile(.sameOrganisationsnummer, "partners[1].organisationsnummer", ("\"2120009911\"", "▶\"2120009903\"")),
        SpoiledFile(.sameAgreementName, "agreements[1].name", ("name: prov\n", "name: ▶utskrivning\n"), says: "agreements[0].name"),
        SpoiledFile(
            .unknownPartner, "agreements[1].partner", ("name: prov\n    partner: provkommun", "name: prov\n    partner: ▶prov-kommun"),
            (provkommun, ""), ("[M01, M05]", "[M05]")),
        SpoiledFile(
            .unknownPartner, "agreements[1].partner", ("name: prov\n    partner: provkommun", "name: prov\n    partner: ▶exempelkomun"),
            (provkommun, ""), says: "“exempelkommun”"),
        SpoiledFile(
            .sentTwice, "agreements[1].send[0]",
            ("partner: provkommun\n    send: [M01]\n    receive: [M23]", "partner: exempelkommun\n    send: [▶M01]"),
            (provkommun, "")),
        SpoiledFile(
            .receivedTwice, "agreements[1].receive[0]",
            ("partner: provkommun\n    send: [M01]\n    receive: [M23]", "partner: exempelkommun\n    receive: [▶M17]"), (provkommun, "")),
        SpoiledFile(
            .emptyAgreement, "agreements[1]", ("- name: prov\n", "- ▶name: prov\n"), ("    send: [M01]\n    receive: [M23]\nlog", "log")),
        SpoiledFile(
            .noListener, "agreements[0].receive", ("listen:\n  host: 127.0.0.1\n  port: 8443\n", ""),
            ("receive: [M17, M23]", "▶receive: [M17, M23]"),
            ("    receive: [M23]\n", "")),
        SpoiledFile(
            .sharedPin, "partners[1].tls.pins[0]", ("\"spki:\(ConfigurationSample.otherPin)", "▶\"spki:\(ConfigurationSample.pin)"),
            says: "partners[0].tls.pins[0]"),
        SpoiledFile(
            .samePartyID, "partners[1].party_id", ("endpoint: https://localhost:9443", "party_id: x\n    endpoint: https://localhost:9443"),
            ("endpoint: https://localhost:9444", "party_id: ▶x\n    endpoint: https://localhost:9444")),
        SpoiledFile(.nestedPaths, "paths.submit", ("submit: submit", "submit: ▶spool/submit"), says: "paths.spool"),
        SpoiledFile(.nestedPaths, "paths.handover", ("handover: inbox", "handover: ▶./submit/")),
        SpoiledFile(.nestedPaths, "paths.audit", ("audit: audit.jsonl", "audit: ▶inbox/audit.jsonl")),
        SpoiledFile(.nestedPaths, "paths.handover", ("handover: inbox", "handover: ▶/etc/sluss/x/../spool")),
        SpoiledFile(
            .retrySchedule, "agreements[0].retry", ("receive: [M17, M23]", "receive: [M17, M23]\n    ▶retry: { first_delay: 2h }"),
            says: "longestBelowFirst"),
        SpoiledFile(
            .retrySchedule, "agreements[0].retry",
            ("receive: [M17, M23]", "receive: [M17, M23]\n    ▶retry: { first_delay: 1h, expiry: 1h }")),
        SpoiledFile(
            .weakeningOver, "weakenings[0].until", ("log: {", "weakenings: [{ name: rsa-2048, reason: r, until: ▶2026-09-20 }]\nlog: {")),
        SpoiledFile(
            .repeatedValue, "weakenings[1].name",
            (
                "log: {",
                "weakenings:\n  - { name: rsa-2048, reason: r, until: 2027-01-01 }\n  - { name: ▶rsa-2048, reason: s, until: 2027-01-01 }\nlog: {"
            )),
        SpoiledFile(
            .connectionLimits, "listen.maximum_connections_per_address",
            ("port: 8443", "port: 8443\n  maximum_connections_per_address: ▶513")),
        SpoiledFile(.connectionLimits, "listen.maximum_connections", ("port: 8443", "port: 8443\n  maximum_connections: ▶63")),
        SpoiledFile(
            .memoryLimits, "listen.maximum_body",
            ("port: 8443", "port: 8443\n  maximum_body: ▶3MiB\n  maximum_body_disk_per_partner: 2MiB"), says: "3MiB > "),
        SpoiledFile(
            .memoryLimits, "listen.maximum_body_memory_per_partner",
            ("port: 8443", "port: 8443\n  maximum_body_memory_per_partner: ▶257MiB")),
        SpoiledFile(
            .memoryLimits, "listen.maximum_body_memory", ("port: 8443", "port: 8443\n  maximum_body_memory: ▶63MiB"), says: "64MiB > "),
        SpoiledFile(
            .missingIssuer, "partners[0].tls.issuer", ("tls: { pins: [\"spki:a1", "▶tls: { pins: [\"spki:a1"),
            ("], issuer: tls-ca.pem", "]")),
        SpoiledFile(
            .missingIssuer, "partners[1].as4.issuer", ("as4: { pins: [\"leaf:b2", "▶as4: { pins: [\"leaf:b2"),
            ("\"leaf:\(ConfigurationSample.otherPin)\"], issuer: as4-ca.pem", "\"leaf:\(ConfigurationSample.otherPin)\"]")),
        SpoiledFile(
            .missingIssuer, "partners[0].signing.issuer", ("- name: exempelkommun\n", "- ▶name: exempelkommun\n"),
            ("    signing: { issuer: sign-ca.pem }\n", "")),
        SpoiledFile(
            .noRevocationLists, "as4", ("  crls: [as4.crl]\n  require_crl: yes", "  revocation: grace"), ("as4:\n  cert", "▶as4:\n  cert"),
            ("log: {", "revocation: { fetch: no }\nlog: {")),
        SpoiledFile(.revocationModes, "tls.require_crl", ("  require_crl: yes", "  require_crl: ▶no\n  revocation: hard")),
        SpoiledFile(.revocationModes, "tls.require_crl", ("  require_crl: yes", "  require_crl: ▶yes\n  revocation: soft")),
        SpoiledFile(.softRevocation, "signing.revocation", ("  crls: [sign.crl]\n  require_crl: yes", "  revocation: ▶soft")),
        SpoiledFile(
            .messageAge, "as4.maximum_age", ("  key: as4.key", "  key: as4.key\n  maximum_age: ▶113d"),
            ("log: {", "retention: { done: 60d }\nlog: {"), says: "At most 2687h"),
        SpoiledFile(.messageAge, "as4.maximum_age", ("  key: as4.key", "  key: as4.key\n  maximum_age: ▶1d"), says: "At least 50h"),
        SpoiledFile(.overlapPair, "as4.overlap_key", ("  key: as4.key", "  key: as4.key\n  overlap_key: ▶x.key")),
        SpoiledFile(
            .unknownOrganisation, "address_book[0].organisation",
            ("log: {", "address_book: [{ organisation: ▶exempelkomun, role: SIS, address: a }]\nlog: {"), says: "“exempelkommun”"),
        SpoiledFile(
            .otherNumber, "address_book[0].organisationsnummer",
            (
                "log: {",
                "address_book:\n  - organisation: exempelkommun\n    organisationsnummer: ▶\"2120009911\"\n    role: SIS\n    address: a\nlog: {"
            )),
        SpoiledFile(
            .sameAddressee, "address_book[1]",
            (
                "log: {",
                "address_book:\n  - { organisation: own, role: SIS, address: a }\n  - ▶{ organisation: own, role: SIS, address: a }\nlog: {"
            ), says: "address_book[0]"),
        SpoiledFile(.unencrypted, "agreements[1].encryption", ("name: prov\n", "name: prov\n    encryption: ▶off\n")),
        SpoiledFile(
            .noEncryptionCertificate, "partners[1].as4", ("as4: { pins: [\"leaf:b2", "▶as4: { pins: [\"leaf:b2"),
            (
                "\(ConfigurationSample.otherPin)\"], issuer: as4-ca.pem, encryption_certificate: as4-partner.pem",
                "\(ConfigurationSample.otherPin)\"], issuer: as4-ca.pem"
            ), says: "agreements[1]"),
        SpoiledFile(.placementMessagesOff, "agreements[0].send[2]", ("[M01, M05]", "[M01, M05, ▶M20]")),
        SpoiledFile(
            .placementMessagesOff, "agreements[0].receive[1]", ("receive: [M17, M23]", "receive: [M17, ▶M20, M23]"),
            ("log: {", "placement_messages: { send: yes }\nlog: {")),
        SpoiledFile(.roleCannotReceive, "agreements[0].send[1]", ("send: [M01, M05]", "send: [M17, ▶M05]\n    roles: [TANDVARD]")),
    ]

    static let warnings = [
        SpoiledFile(.ownEndpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶https://localhost:8443/as4")),
        SpoiledFile(
            .unusedPartner, "partners[1]", ("- name: provkommun", "- ▶name: provkommun"),
            ("\n  - name: prov\n    partner: provkommun\n    send: [M01]\n    receive: [M23]", "")),
        SpoiledFile(
            .unusedListener, "listen", ("\nlisten:", "\n▶listen:"), ("    receive: [M17, M23]\n", "    receipts: []\n"),
            ("    receive: [M23]\n", "    receipts: []\n")),
        SpoiledFile(
            .noReceipts, "agreements[0].send", ("send: [M01, M05]", "▶send: [M01, M23, M05]"), ("[M17, M23]", "[M17]"), says: "M01, M05."),
        SpoiledFile(
            .noReceipts, "agreements[1].send", ("    send: [M01]\n", "    ▶send: [M01]\n    receipts: [{ types: [M01], within: 2h }]\n"),
            ("    receive: [M23]\n", "")),
        SpoiledFile(.ownOrganisation, "partners[1].organisationsnummer", ("\"2120009911\"", "▶\"2321009900\"")),
        SpoiledFile(
            .longWeakening, "weakenings[0].until", ("log: {", "weakenings: [{ name: rsa-2048, reason: r, until: ▶2028-09-22 }]\nlog: {")),
    ]

    private static let provkommun = """
          - name: provkommun
            organisationsnummer: "2120009911"
            endpoint: https://localhost:9444/as4
            tls: { pins: ["spki:\(ConfigurationSample.otherPin)"], issuer: tls-ca.pem }
            as4: { pins: ["leaf:\(ConfigurationSample.otherPin)"], issuer: as4-ca.pem, encryption_certificate: as4-partner.pem }
            signing: { issuer: sign-ca.pem }

        """

    @Test(
        "Receipts are not missed where none is expected, where another agreement with the partner has them, or by who only sends",
        arguments: [
            [("receive: [M17, M23]", "receive: [M17]\n    receipts: [{ types: [M17], within: 2h }]")],
            [
                ("receive: [M17, M23]", "receive: [M17]"),
                ("log: {", "  - { name: svar, partner: exempelkommun, receive: [M23] }\nlog: {"),
            ],
            [("listen:\n  host: 127.0.0.1\n  port: 8443\n", ""), ("    receive: [M17, M23]\n", ""), ("    receive: [M23]\n", "")],
        ])
    func receipts(_ edits: [(String, String)]) {
        let text = edits.reduce(ConfigurationSample.good) { $0.replacing($1.0, with: $1.1) }
        #expect(text != ConfigurationSample.good && ConfigurationSample.problems(of: text) == [])
    }

    @Test("A partner without issuers passes only with the weakening that says so")
    func anyIssuer() {
        var text = ConfigurationSample.good
        for issuer in [", issuer: tls-ca.pem", ", issuer: as4-ca.pem", "    signing: { issuer: sign-ca.pem }\n"] {
            text = text.replacing(issuer, with: "")
        }
        #expect(ConfigurationSample.problems(of: text).map(\.code) == [String](repeating: "C068", count: 6))
        let weakened = text + "weakenings: [{ name: any-issuer, reason: \"the CA is not named yet\", until: 2026-09-21 }]\n"
        #expect(ConfigurationSample.problems(of: weakened) == [])
    }

    @Test("Soft revocation is silent with its weakening, and a weakening holds through its last day")
    func weakeningHolds() {
        let text = ConfigurationSample.good.replacing("require_crl: yes", with: "require_crl: no")
        #expect(ConfigurationSample.problems(of: text).map(\.code) == ["C073", "C073", "C073"])
        let weakened = text + "weakenings: [{ name: soft-revocation, reason: \"lists are not published yet\", until: 2026-09-21 }]\n"
        #expect(ConfigurationSample.problems(of: weakened) == [])
    }
}
