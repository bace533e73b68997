import Testing

@testable import Gateway

@Suite("A configuration file with a wrong value")
struct SpoiledValueTests {
    @Test("is refused at the value", arguments: numbers + words + routing + addresses)
    func isRefused(_ row: SpoiledFile) throws { try row.check() }

    static let numbers = [
        SpoiledFile(.number, "listen.port", ("port: 8443", "port: ▶http")),
        SpoiledFile(.number, "listen.port", ("port: 8443", "port: ▶+8443")),
        SpoiledFile(.number, "listen.port", ("port: 8443", "port: ▶0x20")),
        SpoiledFile(.outOfRange, "listen.port", ("port: 8443", "port: ▶65536"), says: "Allowed: 0–65535"),
        SpoiledFile(.outOfRange, "agreements[0].concurrency", ("receive: [M17, M23]", "receive: [M17, M23]\n    concurrency: ▶0")),
        SpoiledFile(.duration, "listen.header_timeout", ("port: 8443", "port: 8443\n  header_timeout: ▶10"), says: "1s–1min"),
        SpoiledFile(.duration, "listen.header_timeout", ("port: 8443", "port: 8443\n  header_timeout: ▶10 s")),
        SpoiledFile(.duration, "listen.header_timeout", ("port: 8443", "port: 8443\n  header_timeout: ▶1m")),
        SpoiledFile(.outOfRange, "listen.header_timeout", ("port: 8443", "port: 8443\n  header_timeout: ▶500ms")),
        SpoiledFile(.outOfRange, "delivery.stop_grace", ("log: {", "delivery: { stop_grace: ▶1h }\nlog: {")),
        SpoiledFile(.size, "listen.maximum_body", ("port: 8443", "port: 8443\n  maximum_body: ▶16MB")),
        SpoiledFile(.outOfRange, "listen.maximum_body", ("port: 8443", "port: 8443\n  maximum_body: ▶63KiB"), says: "64KiB–8GiB"),
        SpoiledFile(.size, "disk.minimum_free", ("log: {", "disk: { minimum_free: ▶1.5GiB }\nlog: {")),
        SpoiledFile(.number, retry + ".jitter", ("receive: [M17, M23]", "receive: [M17, M23]\n    retry: { jitter: ▶20% }")),
        SpoiledFile(
            .outOfRange, retry + ".jitter", ("receive: [M17, M23]", "receive: [M17, M23]\n    retry: { jitter: ▶0.9 }"), says: "0.0–0.5"),
        SpoiledFile(
            .outOfRange, retry + ".maximum_attempts", ("receive: [M17, M23]", "receive: [M17, M23]\n    retry: { maximum_attempts: ▶0 }")),
        SpoiledFile(.flag, "tls.require_crl", ("require_crl: yes\nas4", "require_crl: ▶maybe\nas4")),
        SpoiledFile(.flag, "tls.require_crl", ("require_crl: yes\nas4", "require_crl: ▶on\nas4")),
    ]

    static let words = [
        SpoiledFile(.word, "log.level", ("level: info", "level: ▶warn"), says: "Was “warning” meant?"),
        SpoiledFile(.word, "agreements[0].send[1]", ("[M01, M05]", "[M01, ▶M5]"), says: "Was “M05” meant?"),
        SpoiledFile(.word, "agreements[0].send[0]", ("[M01, M05]", "[▶M99, M05]"), says: "M01, M02, M03"),
        SpoiledFile(
            .word, "agreements[0].roles[0]", ("receive: [M17, M23]", "receive: [M17, M23]\n    roles: [▶SOCIALTJÄNST]"),
            says: "“SOCIALTJANST”"),
        SpoiledFile(.word, retry, ("receive: [M17, M23]", "receive: [M17, M23]\n    retry: ▶never"), says: "standard, sdk"),
        SpoiledFile(.word, "weakenings[0].name", ("log: {", "weakenings: [{ name: ▶rsa2048, reason: r, until: 2027-01-01 }]\nlog: {")),
        SpoiledFile(.repeatedValue, "agreements[0].send[1]", ("[M01, M05]", "[M01, ▶M01]")),
        SpoiledFile(
            .repeatedValue, "partners[0].as4.pins[1]",
            ("as4: { pins: [\"leaf:a1", "as4: { pins: [leaf:\(ConfigurationSample.pin), ▶\"leaf:A1")),
        SpoiledFile(.name, "agreements[1].name", ("- name: prov\n", "- name: ▶Prov 1\n")),
        SpoiledFile(.name, "agreements[1].name", ("- name: prov\n", "- name: ▶\(String(repeating: "a", count: 41))\n")),
        SpoiledFile(.name, "agreements[1].name", ("- name: prov\n", "- name: ▶../prov\n")),
        SpoiledFile(.organisationsnummer, "organisation.organisationsnummer", ("\"2321009900\"", "▶\"2321009901\""), says: "2321009901"),
        SpoiledFile(.organisationsnummer, "organisation.organisationsnummer", ("\"2321009900\"", "▶232100-9900")),
        SpoiledFile(.areaCode, "organisation.code", ("\"03\"", "▶3")),
        SpoiledFile(.areaCode, "organisation.code", ("\"03\"", "▶031")),
        SpoiledFile(.text, "organisation.name", ("name: Region Exempel", "name: ▶\(String(repeating: "x", count: 201))")),
        SpoiledFile(.text, "organisation.name", ("name: Region Exempel", "name: ▶\"Region\\nExempel\"")),
        SpoiledFile(.text, "organisation.name", ("name: Region Exempel", "name: ▶\"  \"")),
        SpoiledFile(.date, "weakenings[0].until", ("log: {", "weakenings: [{ name: rsa-2048, reason: r, until: ▶2027-02-29 }]\nlog: {")),
        SpoiledFile(.date, "weakenings[0].until", ("log: {", "weakenings: [{ name: rsa-2048, reason: r, until: ▶1/3 2027 }]\nlog: {")),
    ]

    static let routing = [
        SpoiledFile(.word, "address_book[0].role", ("log: {", unit("role: ▶SOCIALTJÄNST")), says: "“SOCIALTJANST”"),
        SpoiledFile(.areaCode, "address_book[0].code", ("log: {", unit("role: SIS, code: ▶\"319\""))),
        SpoiledFile(.areaCode, "address_book[0].locality", ("log: {", unit("role: SIS, locality: ▶Lund"))),
        SpoiledFile(.flag, "address_book[0].protected", ("log: {", unit("role: SIS, protected: ▶maybe"))),
        SpoiledFile(.word, "address_book[0].audience", ("log: {", unit("role: SIS, audience: ▶BARN")), says: "BARN_OCH_UNGA"),
        SpoiledFile(.word, "address_book[0].examinations[1]", ("log: {", unit("role: SIS, examinations: [ORAL, ▶TAND]"))),
        SpoiledFile(.organisationsnummer, "address_book[0].organisationsnummer", ("log: {", unit("role: SIS, organisationsnummer: ▶1"))),
        SpoiledFile(.text, "address_book[0].name", ("log: {", unit("role: SIS, name: ▶\" \""))),
        SpoiledFile(.name, "address_book[0].organisation", ("log: {", unit("role: SIS").replacing("own", with: "▶Region Exempel"))),
        SpoiledFile(.flag, "placement_messages.send", ("log: {", "placement_messages: { send: ▶sometimes }\nlog: {")),
    ]

    private static func unit(_ rest: String) -> String { "address_book: [{ organisation: own, address: a, \(rest) }]\nlog: {" }

    static let addresses = [
        SpoiledFile(.host, "listen.host", ("127.0.0.1", "▶127.0.0.256")),
        SpoiledFile(.host, "listen.host", ("127.0.0.1", "▶as4_kommun.se")),
        SpoiledFile(.host, "listen.host", ("127.0.0.1", "▶https://as4.kommun.se")),
        SpoiledFile(.endpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶http://localhost:9443/as4")),
        SpoiledFile(.endpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶https://user@localhost/as4")),
        SpoiledFile(.endpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶https://localhost:0/as4")),
        SpoiledFile(.endpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶https://localhost:9443/as4?a=b")),
        SpoiledFile(.endpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶localhost:9443/as4")),
        SpoiledFile(.endpoint, "partners[0].endpoint", ("https://localhost:9443/as4", "▶https://[::1:9443/as4")),
        SpoiledFile(.path, "listen.path", ("port: 8443", "port: 8443\n  path: ▶as4")),
        SpoiledFile(.path, "listen.path", ("port: 8443", "port: 8443\n  path: ▶/as4?x")),
        SpoiledFile(.path, "tls.key", ("key: tls.key", "key: ▶\"tls\\0.key\"")),
        SpoiledFile(.pin, "partners[0].tls.pins[0]", ("\"spki:a1", "▶\"sha1:a1"), says: "sha1"),
        SpoiledFile(.pin, "partners[0].tls.pins[0]", ("\"spki:a1", "▶\"spki:a")),
        SpoiledFile(.pin, "partners[0].tls.pins[0]", ("\"spki:a1", "▶\"spki:gg")),
    ]

    private static let retry = "agreements[0].retry"

    @Test("A private key pasted in place of a path is not repeated in the problem")
    func quotesNoKey() {
        let text = ConfigurationSample.good.replacing("key: tls.key", with: "key: \"-----BEGIN PRIVATE KEY----- MIIEvQ\\n\"")
        let problems = ConfigurationSample.problems(of: text)
        #expect(problems.map(\.code) == ["C042"])
        #expect(!problems.contains { $0.english.contains("MIIEvQ") || $0.swedish.contains("MIIEvQ") })
    }
}
