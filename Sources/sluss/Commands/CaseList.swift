import ArgumentParser
import CareMessages
import Foundation
import Gateway

/// `sluss case list`
struct CaseList: ParsableCommand {
    static let configuration = CommandConfiguration(
        "list",
        local("Lista ärenden, det senast ändrade först.", "List cases, the one changed last first."),
        examples: [
            "sluss case list --open --kind VARDTILLFALLE", "sluss case list --partner exempelkommun --json",
            "sluss case list --archive /var/lib/sluss/inbox",
        ],
        local(
            """
            Med --archive byggs ärendena ur en mapp med meddelanden, till exempel överlämningsmappen. En signatur som finns \
            måste stämma med meddelandet; ingen krävs, och vem som gav den prövas inte. Betalningsläget är endast \
            information. Tider är svenska; --json har UTC.
            """,
            """
            With --archive the cases are made from a folder of messages, such as the hand-over folder. A signature that is \
            there must fit its message; none is demanded, and who gave it is not judged. The state of payment is information \
            only. Times are Swedish; --json has UTC.
            """))

    @OptionGroup var source: CaseSource
    @Option(
        name: .long,
        help: .words("Bara ärenden av detta slag; får anges flera gånger.", "Only cases of this kind; may be given several times.")
    )
    var kind: [CaseKind] = []
    @Option(
        name: .long,
        help: .words("Bara ärenden i detta läge; får anges flera gånger.", "Only cases in this phase; may be given several times.")
    )
    var phase: [CasePhase] = []
    @Flag(name: .long, help: .words("Bara ärenden som inte är avslutade.", "Only cases that are not closed.")) var open = false
    @Option(
        name: .long,
        help: .words(
            "Bara ärenden med denna partner; organisationsnummer med --archive.",
            "Only cases with this partner; its organisationsnummer with --archive."))
    var partner: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: .words(
            "Högst så många, de senast ändrade; 0 visar alla. Tabellen visar annars \(Self.tableLimit), --json alla.",
            "At most so many, those changed last; 0 shows all. Otherwise the table shows \(Self.tableLimit), --json all.", value: "n"))
    var limit: Int?

    /// As many as a person may look through.
    private static let tableLimit = 1_000

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError(local("--limit är 0 eller större", "--limit is 0 or more")) }
    }

    /// A case with its line, made beside the others.
    private struct Row: Sendable {
        let report: CaseReport
        let line: String
        let cells: [String]
    }

    func run() throws {
        let now = Date()
        let opened = try source.open(at: now)
        let rows = rows(opened, at: now)
        guard !source.options.json else { return Terminal.data(rows.map(\.line)) }
        if !rows.isEmpty { Terminal.data(table(rows)) }
        if let partner, rows.isEmpty, !opened.partners.isEmpty, !opened.partners.contains(partner) {
            Terminal.say(local("Ingen partner heter \(Terminal.safe(partner)).", "No partner is called \(Terminal.safe(partner))."))
        }
        Terminal.say(rows.count == 1 ? local("1 ärende", "1 case") : local("\(rows.count) ärenden", "\(rows.count) cases"))
        if rows.count == most, opened.cases.count > rows.count {
            Terminal.say(local("Det kan finnas fler; --limit 0 visar alla.", "There may be more; --limit 0 shows all."))
        }
        if rows.contains(where: { $0.report.payment != nil }) { Terminal.say(Language.current(PaymentState.informationOnly)) }
    }

    private func rows(_ opened: CaseSource.Opened, at now: Date) -> [Row] {
        var filter = CaseFilter()
        (filter.kinds, filter.phases, filter.isOpenOnly, filter.partner) = (Set(kind), Set(phase), open, partner)
        let (chosen, terms, asJSON) = (filter, opened.terms, source.options.json)
        let row = { @Sendable (dossier: CaseDossier) -> Row? in
            guard chosen.shows(dossier) else { return nil }
            let report = CaseReport(dossier, under: terms, at: now)
            return Row(report: report, line: asJSON ? JSONLine.text(report) : "", cells: asJSON ? [] : Self.cells(report))
        }
        if let most { return opened.cases.newest(most, row) }
        return opened.cases.compactMap(row).sorted { CaseReport.precedes($0.report, $1.report) }
    }

    /// `nil` for all.
    private var most: Int? {
        let wanted = limit ?? (source.options.json ? 0 : Self.tableLimit)
        return wanted == 0 ? nil : wanted
    }

    private static func cells(_ report: CaseReport) -> [String] {
        let next = report.nextDeadline.map { "\(CaseWords.standing($0)): \(local($0.titleSv, $0.titleEn))" }
        return [
            report.id, CaseWords.kind(report.kind), CaseWords.phase(report.phase), Terminal.safe(report.partners.joined(separator: ", ")),
            report.firstAt.map(LocalTime.text) ?? "–", report.lastAt.map(LocalTime.text) ?? "–",
            report.payment.map(CaseWords.payment) ?? "–", next ?? "–",
        ]
    }

    private func table(_ rows: [Row]) -> [String] {
        var table = TextTable(
            head: Language.current == .sv
                ? ["ÄRENDE", "SLAG", "LÄGE", "PARTNER", "FÖRSTA", "SENASTE", "BETALNING", "NÄSTA TIDSGRÄNS"]
                : ["CASE", "KIND", "PHASE", "PARTNERS", "FIRST", "LAST", "PAYMENT", "NEXT DEADLINE"])
        for row in rows { table.add(row.cells) }
        return table.lines
    }
}
