import ArgumentParser
import Foundation
import Gateway

/// `sluss deadlines`
struct Deadlines: ParsableCommand {
    static let configuration = CommandConfiguration(
        "deadlines",
        local("Vad som förfaller snart eller har förfallit, i alla ärenden.", "What is due soon or overdue, in all cases."),
        examples: ["sluss deadlines --within 24h", "sluss deadlines --overdue --json"],
        local(
            """
            För cron: slutkod 0 när inget förfaller, 1 när något står i listan. Avslutade ärenden räknas bara för lagens \
            gränser. Det som överskreds för längre sedan än --since är historia.
            """,
            """
            For cron: exit code 0 when nothing is due, 1 when the list has an entry. Closed cases count only for limits of \
            the law. What ran out longer ago than --since is history.
            """))

    @OptionGroup var source: CaseSource
    @Option(
        name: .long, parsing: .unconditional,
        help: .words("Så långt framåt: 90s, 10min, 2h, 7d. Förval: 24h.", "So far ahead: 90s, 10min, 2h, 7d. Default: 24h.", value: "span"),
        transform: TimeSpan.parsed)
    var within: TimeSpan?
    @Option(
        name: .long, parsing: .unconditional, help: .words("Så långt bakåt. Förval: 30d.", "So far back. Default: 30d.", value: "span"),
        transform: TimeSpan.parsed)
    var since: TimeSpan?
    @Flag(name: .long, help: .words("Bara det som har förfallit.", "Only what is overdue.")) var overdue = false

    func validate() throws {
        if overdue, within != nil {
            throw ValidationError(local("--overdue och --within utesluter varandra", "--overdue and --within exclude each other"))
        }
    }

    func run() throws {
        let now = Date()
        let opened = try source.open(at: now)
        let day = Duration.seconds(86_400)
        let reach = DeadlineReport.Reach(ahead: overdue ? nil : within?.duration ?? day, back: since?.duration ?? day * 30)
        let due = DeadlineReport.due(in: opened.cases, under: opened.terms, at: now, reach: reach)
        if source.options.json {
            Terminal.data(due.map { JSONLine.text($0) })
        } else {
            Terminal.data(due.isEmpty ? [] : table(due))
            Terminal.say(
                due.isEmpty
                    ? local("Inget förfaller.", "Nothing is due.")
                    : local(
                        "\(due.count) tidsgränser, varav \(missed(due)) överskridna",
                        "\(due.count) deadlines, \(missed(due)) of them overdue"))
        }
        if !due.isEmpty { throw Answer.negative }
    }

    private func missed(_ due: [DeadlineReport]) -> Int { due.count { $0.status == .missed } }

    private func table(_ due: [DeadlineReport]) -> [String] {
        var table = TextTable(
            head: Language.current == .sv
                ? ["FÖRFALLER", "LÄGE", "ÄRENDE", "STARTAD AV", "VÄNTAR PÅ", "TIDSGRÄNS"]
                : ["DUE", "STANDING", "CASE", "STARTED BY", "AWAITING", "DEADLINE"])
        for deadline in due {
            table.add([
                LocalTime.text(deadline.dueAt), CaseWords.standing(deadline), deadline.caseID, CaseWords.start(deadline),
                deadline.awaiting.isEmpty ? "–" : deadline.awaiting.joined(separator: ", "), CaseWords.title(deadline),
            ])
        }
        return table.lines
    }
}
