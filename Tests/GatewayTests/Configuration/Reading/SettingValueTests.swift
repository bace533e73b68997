import Testing

@testable import Gateway

@Suite("Single values of the configuration file")
struct SettingValueTests {
    @Test(
        "Spans of time",
        arguments: [
            ("500ms", .milliseconds(500)), ("0s", .zero), ("10s", .seconds(10)), ("12min", .seconds(720)), ("48h", .seconds(172_800)),
            ("7d", .seconds(604_800)),
            ("007s", .seconds(7)), ("999999999d", .seconds(999_999_999 * 86_400)),
            ("", nil), ("s", nil), ("10", nil), ("-1s", nil), ("1.5s", nil), (" 1s", nil), ("1s ", nil), ("1 s", nil), ("1S", nil),
            ("1m", nil), ("1e3s", nil),
            ("١s", nil), ("1000000000s", nil), ("1h30min", nil),
        ] as [(String, Duration?)])
    func duration(_ text: String, _ expected: Duration?) {
        #expect(SettingValue.duration(text) == expected)
    }

    @Test(
        "Sizes",
        arguments: [
            ("0B", 0), ("512B", 512), ("64KiB", 65_536), ("16MiB", 16_777_216), ("2GiB", 2_147_483_648),
            ("16", nil), ("16MB", nil), ("16mib", nil), ("16 MiB", nil), ("-1B", nil), ("1TiB", nil), ("", nil),
        ] as [(String, Int?)])
    func size(_ text: String, _ expected: Int?) {
        #expect(SettingValue.size(text) == expected)
    }

    @Test(
        "Whole numbers",
        arguments: [
            ("0", 0), ("65535", 65_535), ("0042", 42), ("999999999999999", 999_999_999_999_999), ("1000000000000000", nil), ("", nil),
            ("-1", nil),
            ("+1", nil), ("1_000", nil), ("0x1", nil), ("1.0", nil), ("٣", nil),
        ] as [(String, Int?)])
    func integer(_ text: String, _ expected: Int?) {
        #expect(SettingValue.integer(text) == expected)
    }

    @Test(
        "Fractions",
        arguments: [
            ("0", 0), ("0.2", 0.2), ("1.000001", 1.000001), (".5", nil), ("0,5", nil), ("1e-1", nil), ("nan", nil), ("inf", nil),
            ("-0.1", nil), ("5%", nil),
        ] as [(String, Double?)])
    func fraction(_ text: String, _ expected: Double?) {
        #expect(SettingValue.fraction(text) == expected)
    }

    @Test(
        "Hosts",
        arguments: [
            ("localhost", "localhost"), ("AS4.Kommun.SE", "as4.kommun.se"), ("a-b.c", "a-b.c"), ("127.0.0.1", "127.0.0.1"), ("::1", "::1"),
            ("xn--malm-8qa.se", "xn--malm-8qa.se"),
            ("", nil), ("malmö.se", nil), ("a..b", nil), ("-a.se", nil), ("a-.se", nil), ("a_b.se", nil), ("a b", nil), ("1.2.3", nil),
            ("[::1]", nil),
            ("a:80", nil), ("a/b", nil), (String(repeating: "a", count: 64) + ".se", nil),
        ] as [(String, String?)])
    func host(_ text: String, _ expected: String?) {
        #expect(SettingValue.host(text) == expected)
    }

    @Test(
        "Endpoints",
        arguments: [
            ("https://a.se", "a.se 443 /"), ("https://A.se:8443/as4", "a.se 8443 /as4"), ("https://[::1]:1/x/y", "::1 1 /x/y"),
            ("https://1.2.3.4/", "1.2.3.4 443 /"),
            ("HTTPS://a.se", nil), ("https:/a.se", nil), ("https://", nil), ("https:///a", nil), ("https://a.se:", nil),
            ("https://a.se:65536", nil),
            ("https://a.se/ b", nil), ("https://a.se/a?b", nil), ("https://a.se/#b", nil), ("https://a.se?b", nil), ("https://a@b.se", nil),
            ("https://::1/", nil), ("https://[1.2.3.4]/", nil), ("https://a.se/%zz", nil), ("https://a.se/ä", nil), ("ftp://a.se", nil),
            ("https://a.se\n", nil), ("https://a.se/\r\nX: y", nil),
        ] as [(String, String?)])
    func endpoint(_ text: String, _ expected: String?) {
        #expect(SettingValue.endpoint(text).map { "\($0.host) \($0.port) \($0.path)" } == expected)
    }

    @Test(
        "Names",
        arguments: [
            ("a", true), ("ex-1", true), (String(repeating: "a", count: 40), true), ("-a", false), ("A", false), ("å", false),
            ("a_b", false), ("a.b", false), ("", false),
        ])
    func name(_ text: String, _ isGood: Bool) {
        #expect((SettingValue.name(text) != nil) == isGood)
    }

    @Test(
        "Text on one line",
        arguments: [
            ("Region Exempel", true), ("Åre 😀", true), ("", false), ("   ", false), ("a\tb", false), ("a\u{2028}b", false),
            ("12345678901", false),
        ])
    func text(_ text: String, _ isGood: Bool) {
        #expect((SettingValue.text(text, maximum: text.hasPrefix("1") ? 10 : 20) != nil) == isGood)
    }

    @Test("A limit in the table is written as the file would write it, and reads back the same")
    func limitsReadBack() {
        for key in ConfigurationKey.all {
            switch key.kind {
            case .duration(let range):
                for bound in [range.lowerBound, range.upperBound] {
                    #expect(SettingValue.duration(ConfigurationKey.Kind.text(bound)) == bound)
                }
            case .size(let range):
                for bound in [range.lowerBound, range.upperBound] {
                    #expect(SettingValue.size(ConfigurationKey.Kind.text(bytes: bound)) == bound)
                }
            default: continue
            }
        }
    }

    @Test(
        "Paths as text",
        arguments: [
            ("a", "/f/a"), ("/a", "/a"), ("./a/../b", "/f/b"), ("../a", "/a"), ("../../../a", "/a"), ("a//b/", "/f/a/b"), ("/", "/"),
        ])
    func absolute(_ path: String, _ expected: String) {
        #expect(FilePath.absolute(path, from: "/f") == expected)
    }

    @Test(
        "A path lies within a folder by whole names",
        arguments: [("/a", "/a", true), ("/a/b", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false), ("/a", "/", true)])
    func within(_ path: String, _ folder: String, _ isWithin: Bool) {
        #expect(FilePath.isWithin(path, folder) == isWithin)
    }
}
