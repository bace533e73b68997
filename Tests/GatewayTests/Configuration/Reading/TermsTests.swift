import CareMessages
import Foundation
import Testing

@testable import Gateway

@Suite("What agreements say of deadlines, and the amounts of a day")
struct TermsTests {
    private static func read(_ text: String) throws -> Configuration {
        try ConfigurationFile.read(Array(text.utf8), path: "/etc/sluss/sluss.yaml", at: ConfigurationSample.now).configuration
    }

    private static func agreed(_ lines: String) throws -> RegionalAgreement? {
        try read(ConfigurationSample.good.replacing("receive: [M17, M23]", with: "receive: [M17, M23]\n    \(lines)")).agreements[0].terms
    }

    private static func date(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private static let amountRows: [(String, Int?)] = [
        ("2023-12-31", nil), ("2024-01-01", 100), ("2024-06-30", 100), ("2024-07-01", nil), ("2025-12-31", 200), ("2026-01-01", nil),
    ]

    @Test("Nothing said is no terms; sections without keys are the law and the proposal")
    func defaults() throws {
        let unsaid = try Self.read(ConfigurationSample.good).agreements.map(\.terms)
        #expect(unsaid == [nil, nil])
        let law = try Self.agreed("deadlines: { grace_days: 3 }")
        #expect(law == .statutory)
        let silent = try Self.agreed("receipts: []")
        #expect(silent?.receipts == ReceiptLimits.none)
        let unwarned = try Self.agreed("deadlines: { warn_before: [] }")
        #expect(unwarned?.warnings == [])
    }

    @Test("Every value arrives")
    func values() throws {
        let agreements = try Self.read(FullConfiguration.text).agreements
        let terms = try #require(agreements[0].terms)
        #expect(terms.graceDays == 5 && terms.graceDaysAfterCutoff == 6 && terms.cutoff == TimeOfDay("11:30"))
        #expect(terms.dayKind == .weekdays && !terms.holidays.includesEves && terms.warnings == [.seconds(7_200), .seconds(1_800)])
        let level = try #require(Decimal(string: "4.6"))
        #expect(terms.model == .average(level: level))
        let morning = try #require(TimeOfDay("09:00"))
        let afternoon = try #require(TimeOfDay("16:15"))
        #expect(
            terms.receipts
                == ReceiptLimits(
                    byType: [
                        .utskrivningsklar: .elapsedOnWorkingDays(.seconds(7_200), otherwise: morning),
                        .kallelseTillSip: .elapsedOnWorkingDays(.seconds(7_200), otherwise: morning),
                        .remiss: .elapsed(.seconds(3 * 86_400)), .avvikelse: .none,
                    ], others: .nextWorkingDay(afternoon)))
        #expect(agreements[1].terms == nil)
    }

    @Test(
        "An amount holds to its last day, the next entry or the end of its year, and nothing holds without an entry",
        arguments: amountRows)
    func amountOnDay(_ first: String, _ kronor: Int?) throws {
        let amount = try Self.read(FullConfiguration.text).dayAmounts.table.amount(on: Self.date(first))
        #expect(amount == kronor)
    }

    @Test("Without until the next entry ends the one before; the sources of a span are named once each")
    func sources() throws {
        let list = "day_amounts: [{ from: 2025-01-01, kronor: 1, source: A }, { from: 2025-03-01, kronor: 2, source: B }]\n"
        let amounts = try Self.read(ConfigurationSample.good + list).dayAmounts
        let (first, end) = (try Self.date("2025-02-27"), try Self.date("2025-03-03"))
        #expect(amounts.table.sum(from: first, before: end) == 6)
        #expect(amounts.sources(from: first, before: end) == ["A", "B"])
        #expect(amounts.sources(from: try Self.date("2025-02-01"), before: try Self.date("2025-03-01")) == ["A"])
        #expect(amounts.sources(from: try Self.date("2025-03-01"), before: try Self.date("2025-03-01")) == ["B"])
        #expect(try Self.read(ConfigurationSample.good).dayAmounts.table.amount(on: Self.date("2025-01-01")) == nil)
    }

    @Test("A wrong value is refused at its place", arguments: wrong)
    func isRefused(_ row: SpoiledFile) throws { try row.check() }

    private static func deadlines(_ text: String) -> (String, String) {
        ("receive: [M17, M23]", "receive: [M17, M23]\n    deadlines: { \(text) }")
    }

    private static func receipts(_ text: String) -> (String, String) {
        ("receive: [M17, M23]", "receive: [M17, M23]\n    receipts: [\(text)]")
    }

    private static func amounts(_ text: String) -> (String, String) { ("log: {", "day_amounts: [\(text)]\nlog: {") }

    static let wrong = [
        SpoiledFile(.outOfRange, "agreements[0].deadlines.grace_days", deadlines("grace_days: ▶61"), says: "0–60"),
        SpoiledFile(.number, "agreements[0].deadlines.grace_days", deadlines("grace_days: ▶3d")),
        SpoiledFile(.time, "agreements[0].deadlines.cutoff", deadlines("cutoff: ▶24:00")),
        SpoiledFile(.time, "agreements[0].deadlines.cutoff", deadlines("cutoff: ▶12:00:01")),
        SpoiledFile(.word, "agreements[0].deadlines.days", deadlines("days: ▶weekday"), says: "“weekdays”"),
        SpoiledFile(.flag, "agreements[0].deadlines.eves", deadlines("eves: ▶ja")),
        SpoiledFile(.word, "agreements[0].deadlines.model", deadlines("model: ▶mean"), says: "statutory, average"),
        SpoiledFile(.averageLevel, "agreements[0].deadlines.model", deadlines("model: ▶average")),
        SpoiledFile(.averageLevel, "agreements[0].deadlines.average_level", deadlines("average_level: ▶4.6")),
        SpoiledFile(.outOfRange, "agreements[0].deadlines.average_level", deadlines("model: average, average_level: ▶0.0")),
        SpoiledFile(.outOfRange, "agreements[0].deadlines.warn_before[1]", deadlines("warn_before: [2h, ▶30s]"), says: "1min–30d"),
        SpoiledFile(.repeatedValue, "agreements[0].deadlines.warn_before[1]", deadlines("warn_before: [60min, ▶1h]")),
        SpoiledFile(.unknownKey, "agreements[0].deadlines.sip_days", deadlines("▶sip_days: 5")),
        SpoiledFile(.word, "agreements[0].receipts[0].types[0]", receipts("{ types: [▶M26], within: 2h }")),
        SpoiledFile(.duration, "agreements[0].receipts[0].within", receipts("{ within: ▶2 }")),
        SpoiledFile(.time, "agreements[0].receipts[0].next_working_day", receipts("{ next_working_day: ▶10 }")),
        SpoiledFile(.repeatedValue, "agreements[0].receipts[1].types", receipts("{ types: [M05] }, { ▶types: [M08, M05] }")),
        SpoiledFile(.date, "day_amounts[0].from", amounts("{ from: ▶2023-02-30, kronor: 1, source: s }")),
        SpoiledFile(.outOfRange, "day_amounts[0].kronor", amounts("{ from: 2023-01-01, kronor: ▶0, source: s }")),
        SpoiledFile(.number, "day_amounts[0].kronor", amounts("{ from: 2023-01-01, kronor: ▶10 500, source: s }")),
        SpoiledFile(.missingKey, "day_amounts[0].source", amounts("▶{ from: 2023-01-01, kronor: 1 }")),
        SpoiledFile(
            .dayAmounts, "day_amounts[0]", amounts("▶{ from: 2023-01-01, until: 2022-12-31, kronor: 1, source: s }")),
        SpoiledFile(
            .dayAmounts, "day_amounts[0]",
            amounts("▶{ from: 2023-01-01, until: 2023-07-01, kronor: 1, source: s }, { from: 2023-07-01, kronor: 2, source: s }")),
        SpoiledFile(
            .dayAmounts, "day_amounts[0]",
            amounts("▶{ from: 2023-01-01, kronor: 1, source: s }, { from: 2023-01-01, kronor: 2, source: s }")),
    ]
}
