import AS4
import CareMessages

extension ConfigurationKey {
    /// Every key, in the order of the reference.
    package static let all: [ConfigurationKey] =
        own + listen + credentials("tls") + credentials("as4") + as4Names + credentials("signing") + partners + agreements + terms
        + dayAmounts + routing + daemon

    /// The party type when nothing else is said: ebCore party identifier, ISO 6523, scheme 0007 (Swedish organisationsnummer).
    static let organisationsnummerParty = "urn:oasis:names:tc:ebcore:partyid-type:iso6523:0007"

    private static let kibibyte = 1024
    private static let mebibyte = 1024 * 1024
    private static let gibibyte = 1024 * 1024 * 1024

    private static let own = [
        ConfigurationKey("version", .integer(1...1)),
        ConfigurationKey("environment", .word(TrustEnvironment.allCases.map(\.rawValue)), .value("prod")),
        ConfigurationKey("organisation", .section),
        ConfigurationKey("organisation.name", .text(maximum: 200)),
        ConfigurationKey("organisation.organisationsnummer", .organisationsnummer),
        ConfigurationKey("organisation.code", .areaCode),
        ConfigurationKey("paths", .section, .absent),
        ConfigurationKey("paths.spool", .file, .value("spool")),
        ConfigurationKey("paths.submit", .file, .value("submit")),
        ConfigurationKey("paths.handover", .file, .value("inbox")),
        ConfigurationKey("paths.audit", .file, .value("audit.jsonl")),
    ]

    private static let listen = [
        ConfigurationKey("listen", .section, .absent),
        ConfigurationKey("listen.host", .host, .value("127.0.0.1")),
        ConfigurationKey("listen.port", .integer(0...65_535), .value("8443")),
        ConfigurationKey("listen.path", .urlPath, .value("/as4")),
        ConfigurationKey("listen.maximum_body", .size(64 * kibibyte...(8 * gibibyte)), .value("128MiB")),
        ConfigurationKey("listen.header_timeout", .duration(.seconds(1)...(.seconds(60))), .value("10s")),
        ConfigurationKey("listen.body_timeout", .duration(.seconds(1)...(.seconds(600))), .value("60s")),
        ConfigurationKey("listen.idle_timeout", .duration(.seconds(1)...(.seconds(3_600))), .value("60s")),
        ConfigurationKey("listen.maximum_connections", .integer(1...65_535), .value("512")),
        ConfigurationKey("listen.maximum_connections_per_address", .integer(1...65_535), .value("64")),
        ConfigurationKey("listen.maximum_requests_per_partner", .integer(1...1_000), .value("8")),
        ConfigurationKey("listen.maximum_body_memory", .size(mebibyte...(64 * gibibyte)), .value("256MiB")),
        ConfigurationKey("listen.maximum_body_memory_per_partner", .size(mebibyte...(64 * gibibyte)), .value("64MiB")),
        ConfigurationKey("listen.maximum_body_disk_per_partner", .size(mebibyte...(1_024 * gibibyte)), .value("16GiB")),
    ]

    private static func credentials(_ use: String) -> [ConfigurationKey] {
        [
            ConfigurationKey(use, .section),
            ConfigurationKey("\(use).certificate", .file),
            ConfigurationKey("\(use).key", .keyPlace),
            ConfigurationKey("\(use).trust", .file),
            ConfigurationKey("\(use).crls", .list(of: .file, maximum: 100), .absent),
            ConfigurationKey("\(use).require_crl", .flag, .value("yes")),
            ConfigurationKey("\(use).revocation", .word(RevocationWord.allCases.map(\.rawValue)), .value("hard")),
            ConfigurationKey("\(use).grace", .duration(.seconds(3_600)...(.seconds(30 * 86_400))), .value("24h")),
            ConfigurationKey("\(use).crl_urls", .list(of: .fetchAddress, maximum: 100), .absent),
            ConfigurationKey("\(use).ocsp_url", .fetchAddress, .absent),
            ConfigurationKey("\(use).other_environments", .file, .absent),
        ]
    }

    private static let as4Names = [
        ConfigurationKey("as4.party_id", .text(maximum: 200), .sameAs("organisation.organisationsnummer")),
        ConfigurationKey("as4.party_type", .text(maximum: 200), .value(organisationsnummerParty)),
        ConfigurationKey("as4.overlap_certificate", .file, .absent),
        ConfigurationKey("as4.overlap_key", .keyPlace, .absent),
        ConfigurationKey("as4.maximum_age", .duration(.seconds(86_400)...(.seconds(36_500 * 86_400))), .absent),
        ConfigurationKey("as4.clock_skew", .duration(.seconds(10)...(.seconds(86_400))), .value("5min")),
    ]

    private static let partners =
        [
            ConfigurationKey("partners", .sections(maximum: 2_000), .absent),
            ConfigurationKey("partners[].name", .name),
            ConfigurationKey("partners[].organisationsnummer", .organisationsnummer),
            ConfigurationKey("partners[].endpoint", .endpoint),
            ConfigurationKey("partners[].party_id", .text(maximum: 200), .sameAs("partners[].organisationsnummer")),
            ConfigurationKey("partners[].party_type", .text(maximum: 200), .sameAs("as4.party_type")),
        ] + partnerTrust("tls", .required) + partnerTrust("as4", .required)
        + [ConfigurationKey("partners[].as4.encryption_certificate", .file, .absent)] + partnerTrust("signing", .absent)

    private static func partnerTrust(_ use: String, _ pins: Fallback) -> [ConfigurationKey] {
        [
            ConfigurationKey("partners[].\(use)", .section, pins),
            ConfigurationKey("partners[].\(use).pins", .list(of: .pin, maximum: 8), pins),
            ConfigurationKey("partners[].\(use).issuer", .file, .absent),
        ]
    }

    private static let messageTypes = Kind.word(MessageType.allCases.map(\.rawValue))

    private static let agreements = [
        ConfigurationKey("agreements", .sections(maximum: 4_000), .absent),
        ConfigurationKey("agreements[].name", .name),
        ConfigurationKey("agreements[].partner", .name),
        ConfigurationKey("agreements[].send", .list(of: messageTypes, maximum: 25), .absent),
        ConfigurationKey("agreements[].receive", .list(of: messageTypes, maximum: 25), .absent),
        ConfigurationKey("agreements[].roles", .list(of: .word(Roll.allCases.map(\.rawValue)), maximum: 25), .absent),
        ConfigurationKey("agreements[].profile", .word(AgreementProfile.allCases.map(\.rawValue)), .absent),
        ConfigurationKey("agreements[].encryption", .word(PayloadEncryption.allCases.map(\.rawValue)), .value("required")),
        ConfigurationKey("agreements[].mep", .word(ExchangePattern.allCases.map(\.rawValue)), .value("one-way")),
        ConfigurationKey("agreements[].own_participant", .text(maximum: 200), .absent),
        ConfigurationKey("agreements[].partner_participant", .text(maximum: 200), .absent),
        ConfigurationKey("agreements[].service", .text(maximum: 200), .absent),
        ConfigurationKey("agreements[].service_type", .text(maximum: 200), .absent),
        ConfigurationKey("agreements[].action", .text(maximum: 200), .absent),
        ConfigurationKey("agreements[].agreement_ref", .text(maximum: 200), .absent),
        ConfigurationKey("agreements[].retry", .wordOrSection(["standard", "sdk"]), .value("standard")),
        ConfigurationKey("agreements[].retry.first_delay", .duration(.seconds(1)...(.seconds(86_400))), .value("60s")),
        ConfigurationKey("agreements[].retry.longest_delay", .duration(.seconds(1)...(.seconds(604_800))), .value("1h")),
        ConfigurationKey("agreements[].retry.jitter", .fraction(0...0.5), .value("0.1")),
        ConfigurationKey("agreements[].retry.expiry", .duration(.seconds(60)...(.seconds(2_592_000))), .value("48h")),
        ConfigurationKey("agreements[].retry.maximum_attempts", .integer(1...10_000), .absent),
        ConfigurationKey("agreements[].concurrency", .integer(1...64), .value("4")),
    ]

    /// What a region and its municipalities have agreed on; the defaults are the law's, or those of ``RegionalAgreement``.
    private static let terms = [
        ConfigurationKey("agreements[].deadlines", .section, .absent),
        ConfigurationKey("agreements[].deadlines.grace_days", .integer(0...60), .value("3")),
        ConfigurationKey("agreements[].deadlines.grace_days_after_cutoff", .integer(0...60), .value("4")),
        ConfigurationKey("agreements[].deadlines.cutoff", .time, .value("12:00")),
        ConfigurationKey("agreements[].deadlines.days", .word(RegionalAgreement.DayKind.allCases.map(\.rawValue)), .value("calendar")),
        ConfigurationKey("agreements[].deadlines.eves", .flag, .value("yes")),
        ConfigurationKey("agreements[].deadlines.model", .word(["statutory", "average"]), .value("statutory")),
        ConfigurationKey("agreements[].deadlines.average_level", .fraction(0.1...60), .absent),
        ConfigurationKey(
            "agreements[].deadlines.warn_before", .list(of: .duration(.seconds(60)...(.seconds(30 * 86_400))), maximum: 8), .absent),
        ConfigurationKey("agreements[].receipts", .sections(maximum: 25), .absent),
        ConfigurationKey("agreements[].receipts[].types", .list(of: messageTypes, maximum: 25), .absent),
        ConfigurationKey("agreements[].receipts[].within", .duration(.seconds(60)...(.seconds(30 * 86_400))), .absent),
        ConfigurationKey("agreements[].receipts[].next_working_day", .time, .absent),
    ]

    private static let dayAmounts = [
        ConfigurationKey("day_amounts", .sections(maximum: 100), .absent),
        ConfigurationKey("day_amounts[].from", .date),
        ConfigurationKey("day_amounts[].until", .date, .absent),
        ConfigurationKey("day_amounts[].kronor", .integer(1...1_000_000)),
        ConfigurationKey("day_amounts[].source", .text(maximum: 200)),
    ]

    /// At least twice the longest `expiry`: until then a partner may send the same message again. At most a hundred years.
    private static let retentionAges: ClosedRange<Duration> = .seconds(60 * 86_400)...(.seconds(36_500 * 86_400))

    private static let daemon = [
        ConfigurationKey("delivery", .section, .absent),
        ConfigurationKey("delivery.stop_grace", .duration(.seconds(1)...(.seconds(300))), .value("10s")),
        ConfigurationKey("delivery.connect_timeout", .duration(.seconds(1)...(.seconds(120))), .value("10s")),
        ConfigurationKey("delivery.answer_timeout", .duration(.seconds(1)...(.seconds(600))), .value("60s")),
        ConfigurationKey("delivery.submit_interval", .duration(.milliseconds(100)...(.seconds(60))), .value("1s")),
        ConfigurationKey("disk", .section, .absent),
        ConfigurationKey("disk.minimum_free", .size(0...(1024 * gibibyte)), .value("256MiB")),
        ConfigurationKey("disk.minimum_free_inodes", .integer(0...1_000_000_000), .value("1000")),
        ConfigurationKey("revocation", .section, .absent),
        ConfigurationKey("revocation.fetch", .flag, .value("yes")),
        ConfigurationKey("revocation.timeout", .duration(.seconds(1)...(.seconds(60))), .value("20s")),
        ConfigurationKey("revocation.private_hosts", .list(of: .host, maximum: 20), .absent),
        ConfigurationKey("retention", .section, .absent),
        ConfigurationKey("retention.done", .duration(retentionAges), .absent),
        ConfigurationKey("retention.cancelled", .duration(retentionAges), .absent),
        ConfigurationKey("quarantine", .section, .absent),
        ConfigurationKey("quarantine.certificate", .file),
        ConfigurationKey("quarantine.maximum_messages", .integer(1...10_000), .value("100")),
        ConfigurationKey("quarantine.maximum_bytes", .size((1 << 20)...(1024 * gibibyte)), .value("1GiB")),
        ConfigurationKey("quarantine.keep", .duration(.seconds(86_400)...(.seconds(366 * 86_400))), .value("30d")),
        ConfigurationKey("log", .section, .absent),
        ConfigurationKey("log.level", .word(LogSettings.Level.allCases.map(\.rawValue)), .value("info")),
        ConfigurationKey("log.format", .word(LogSettings.Format.allCases.map(\.rawValue)), .value("json")),
        ConfigurationKey("weakenings", .sections(maximum: 20), .absent),
        ConfigurationKey("weakenings[].name", .word(Weakening.Name.allCases.map(\.rawValue))),
        ConfigurationKey("weakenings[].reason", .text(maximum: 500)),
        ConfigurationKey("weakenings[].until", .date),
    ]
}
