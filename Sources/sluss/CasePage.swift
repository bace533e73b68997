import CareMessages
import Foundation
import Gateway

/// `sluss case show` and `sluss case timeline` for people.
struct CasePage {
    let report: TimelineReport

    var lines: [String] {
        facts + section(local("meddelanden", "messages"), messages) + section(local("tidsgränser", "time limits"), deadlines)
            + section(local("betalningsansvar", "liability to pay"), payment)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 } }

    private var facts: [String] {
        let state = report.case
        let rows: [(String, String)] =
            [
                (local("ärende", "case"), state.id), (local("slag", "kind"), CaseWords.kind(state.kind)),
                (local("läge", "phase"), CaseWords.phase(state.phase)),
                (local("partner", "partners"), state.partners.joined(separator: ", ")),
                (local("första", "first"), state.firstAt.map(LocalTime.text) ?? "–"),
                (local("senaste", "last"), state.lastAt.map(LocalTime.text) ?? "–"),
                (local("meddelanden", "messages"), "\(state.messages)"),
            ] + report.parties.enumerated().map { ($0.offset == 0 ? local("parter", "parties") : "", unit($0.element)) }
            + openers + state.missingLinks.enumerated().map { ($0.offset == 0 ? local("saknas", "missing") : "", $0.element) }
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in name + String(repeating: " ", count: width + 2 - name.count) + Terminal.safe(value) }
    }

    /// Only where several claim the case: one that opened it is its owner, as everybody expects.
    private var openers: [(String, String)] {
        guard report.openedBy.count > 1 else { return [] }
        let text = local(
            "flera säger sig ha öppnat ärendet; ingen kan ändra parterna, och var och en avslutar sitt eget vårdtillfälle (W13)",
            "several claim to have opened the case; none can change the parties, and each ends its own stay (W13)")
        return [(local("öppnat av", "opened by"), report.openedBy.joined(separator: ", ")), ("", text)]
    }

    private func unit(_ unit: TimelineReport.Unit) -> String {
        ([unit.organisationsnummer, unit.role] + [unit.kommunkod].compactMap { $0 } + [unit.address]).joined(separator: " ")
    }

    private var messages: [String] { (report.messages ?? []).flatMap(lines).map(Terminal.safe) }

    private func lines(_ message: TimelineMessage) -> [String] {
        var lines = [
            [
                LocalTime.text(message.sentAt), direction(message), CaseWords.type(message.type), message.messageID,
                CaseWords.standing(message),
            ].joined(separator: "  ")
        ]
        if let id = message.replaces { lines.append("    \(local("ersätter", "replaces")) \(id)") }
        if let id = message.refersTo { lines.append("    \(local("avser", "about")) \(id)") }
        if let id = message.standingBy { lines.append("    \(local("genom", "by")) \(id)") }
        for copy in message.copies { lines.append("    " + self.copy(copy)) }
        for receipt in message.receipts { lines.append("    " + self.receipt(receipt)) }
        return lines
    }

    private func direction(_ message: TimelineMessage) -> String {
        switch message.direction {
        case "inbound": local("in", "in")
        case nil: local("arkiv", "archive")
        default: local("ut", "out")
        }
    }

    private func copy(_ copy: TimelineMessage.Copy) -> String {
        var words = [copy.id, copy.partner, copy.state ?? "–"]
        if let at = copy.receiptAt { words.append("\(local("AS4-kvittens", "AS4 receipt")) \(LocalTime.text(at))") }
        if let at = copy.handedOverAt { words.append("\(local("överlämnat", "handed over")) \(LocalTime.text(at))") }
        return words.joined(separator: "  ")
    }

    private func receipt(_ receipt: TimelineMessage.Receipt) -> String {
        (["M23"] + [receipt.level, receipt.result].compactMap { $0 } + [local("från", "from"), receipt.from, LocalTime.text(receipt.at)])
            .joined(separator: " ")
    }

    private var deadlines: [String] {
        report.deadlines.flatMap { deadline in
            let words = [
                LocalTime.text(deadline.dueAt), CaseWords.standing(deadline), CaseWords.start(deadline), CaseWords.title(deadline),
                local(deadline.basisSv, deadline.basisEn),
            ]
            let awaiting =
                deadline.awaiting.isEmpty ? [] : ["    \(local("väntar på", "awaiting")) " + deadline.awaiting.joined(separator: ", ")]
            let note = [deadline.noteSv.flatMap { sv in deadline.noteEn.map { local(sv, $0) } }].compactMap { $0 }.map { "    " + $0 }
            return [words.joined(separator: "  ")] + awaiting + note
        }
    }

    private var payment: [String] {
        guard let payment = report.payment else { return [] }
        var lines = [CaseWords.payment(payment.state), local(payment.noticeSv, payment.noticeEn)]
        if let payer = payment.payer { lines.append("\(local("kommun", "municipality")) \(payer)") }
        lines += payment.reasons.map { "\(local($0.textSv, $0.textEn)) \($0.law)" }
        if let from = payment.fromDay, let until = payment.untilDay, let days = payment.days {
            let kronor = payment.kronor.map { ", \($0) kr (\(payment.amountSources.joined(separator: ", ")))" } ?? ""
            lines.append("\(from) – \(until): \(days) \(local("dagar", "days"))\(kronor)")
        }
        if let days = payment.waitingDays { lines.append("\(local("väntedagar", "days of waiting")) \(days)") }
        lines += payment.facts.map { "\(LocalTime.text($0.at))  \(CaseWords.type($0.type))  \($0.messageID)" }
        if let sv = payment.noteSv, let en = payment.noteEn { lines.append(local(sv, en)) }
        return lines.map(Terminal.safe)
    }
}
