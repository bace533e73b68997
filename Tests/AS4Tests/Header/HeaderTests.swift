import Documents
import Foundation
import Testing

@testable import AS4

@Suite("Values of the header")
struct HeaderTests {
    @Test(
        "Times with a zone are read",
        arguments: [
            ("2026-11-22T12:00:00Z", 1_795_348_800.0), ("2026-11-22T12:00:00.000Z", 1_795_348_800),
            ("2026-11-22T13:00:00.25+01:00", 1_795_348_800.25),
            ("2026-11-22T12:00:00.123456Z", 1_795_348_800.123), ("2028-02-29T00:00:00-00:30", 1_835_397_000),
        ])
    func time(_ text: String, _ seconds: Double) {
        #expect(HeaderTime.instant(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(
        "Times without zone, and times that do not exist, are refused",
        arguments: [
            "2026-11-22T12:00:00", "2026-11-22", "2026-11-22 12:00:00Z", "2027-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T12:60:00Z", "2026-11-22T12:00:60Z", "2026-11-22T12:00:00.Z", "2026-11-22T12:00:00+1:00", "", "now",
            "20261122T120000Z",
        ])
    func noTime(_ text: String) {
        #expect(HeaderTime.instant(text) == nil)
    }

    @Test("A time written is read back to the millisecond, across the years")
    func timeRoundTrip() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let instant = HeaderTime.rounded(Date(timeIntervalSince1970: Double.random(in: 0...4e9, using: &generator)))
            let text = HeaderTime.text(instant)
            #expect(HeaderTime.instant(text) == instant && text.utf8.count == 24, "\(text)")
        }
        #expect(HeaderTime.text(Date(timeIntervalSince1970: 1_795_348_800.9996)) == "2026-11-22T12:00:01.000Z")
        #expect(HeaderTime.text(Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00.000Z")
    }

    @Test(
        "A MessageId has the form of RFC 2822",
        arguments: [
            ("7a491929-e644-11ef-a945-0242ac130004@domibus.eu", true), ("a@b", true), ("1384cf77@phase4", true),
            ("x/y=1+2@CLT-SMOREELS.ad.codit.eu", true),
            ("", false), ("a", false), ("@b", false), ("a@", false), ("a@b@c", false), ("<a@b>", false), ("a b@c", false),
            ("a..b@c", false),
            (".a@b", false), ("a.@b", false), ("../../etc/passwd@x", false), ("a@b\n", false), ("a\u{0}@b", false), ("å@b", false),
            ("a@b\u{202E}", false),
            (String(repeating: "a", count: 253) + "@b", true), (String(repeating: "a", count: 254) + "@b", false), ("\"a\"@b", false),
            ("a\\b@c", false),
        ])
    func messageID(_ id: String, _ isWellFormed: Bool) {
        #expect(MessageIdentifier.isWellFormed(id) == isWellFormed)
    }

    @Test("The catalogue has every code of ebMS Core and AS4 once, with its severity")
    func catalogue() {
        let numbers = EBMSCode.allCases.map { String($0.rawValue.dropFirst("EBMS:".count)) }
        let expected = "0001 0002 0003 0004 0005 0006 0007 0008 0009 0010 0011 0101 0102 0103 0201 0202 0301 0302 0303"
        #expect(numbers.joined(separator: " ") == expected)
        #expect(EBMSCode.allCases.filter { $0.entry.severity == .warning } == [.featureNotSupported, .emptyMessagePartitionChannel])
    }

    @Test("Every code of ours has texts and remedies in both languages")
    func texts() {
        #expect(Set(AS4Code.allCases.map(\.rawValue)).count == AS4Code.allCases.count)
        for code in AS4Code.allCases {
            for text in [code.text.sv, code.text.en, code.remedy.sv, code.remedy.en] {
                #expect(text.count > 10 && text.hasSuffix("."), "\(code.rawValue): \(text)")
            }
            #expect(code.text.sv != code.text.en && code.remedy.sv != code.remedy.en)
        }
        #expect(Set(AS4Code.allCases.map(\.text.en)).count == AS4Code.allCases.count)
    }
}
