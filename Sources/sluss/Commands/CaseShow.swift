import ArgumentParser
import Foundation
import Gateway

/// `sluss case show ID`
struct CaseShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        "show",
        local("Ett ärendes läge, parter, tidsgränser och betalningsläge.", "A case: phase, parties, time limits, state of payment."),
        examples: ["sluss case show c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001", "sluss case show c2a7e0d4 --json"],
        local(
            "Början av id räcker, minst fyra tecken. Slutkod 0 klart, 66 ärendet finns inte eller flera börjar så.",
            "The beginning of the id is enough, four characters or more. Exit code 0 done, 66 no such case, or several begin so."))

    @OptionGroup var source: CaseSource
    @Argument(help: CaseArgument.help, transform: CaseArgument.parsed) var id: CaseArgument

    func run() throws { try id.print(from: source, hasMessages: false) }
}

/// `sluss case timeline ID`
struct CaseTimeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        "timeline",
        local("Allt som skickats och mottagits i ett ärende, i ordning.", "All that was sent and received in a case, in order."),
        examples: ["sluss case timeline c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e2001", "sluss case timeline c2a7 --archive backup/inbox"],
        local(
            """
            Varje meddelande med verkan (gäller, återtaget, ersatt, utan verkan), kopior med leveransläge och AS4-kvittens, \
            kvittenser från verksamheten (M23), tidsgränser och betalningsläge med skäl. Betalningsläget är endast information.
            """,
            """
            Each message with its effect (in force, withdrawn, replaced, without effect), its copies with their state and AS4 \
            receipt, receipts from people (M23), time limits and the state of payment with its reasons. The state of payment \
            is information only.
            """))

    @OptionGroup var source: CaseSource
    @Argument(help: CaseArgument.help, transform: CaseArgument.parsed) var id: CaseArgument

    func run() throws { try id.print(from: source, hasMessages: true) }
}

extension CaseArgument {
    fileprivate static let help = ArgumentHelp.words("Ärendets id eller början av det.", "The id of the case or its beginning.")

    fileprivate func print(from source: CaseSource, hasMessages: Bool) throws {
        let now = Date()
        let opened = try source.open(at: now)
        let dossier = try find(in: opened.cases)
        let report = try TimelineReport(dossier, in: opened.spools, hasMessages: hasMessages, under: opened.terms, at: now)
        Terminal.data(source.options.json ? [JSONLine.text(report)] : CasePage(report: report).lines)
    }
}
