import Foundation
import Gateway
import Spooling

/// Prints a list of messages: a table for people, JSON Lines, or ids.
struct MessageList {
    let reports: [QueueReport]
    let now: Date

    /// - Parameter known: the configuration's partners, to tell a misspelt filter from an empty list.
    func print(_ list: ListOptions, asJSON: Bool, known: [String]) {
        if list.ids {
            for report in reports { Terminal.data(report.id) }
        } else if asJSON {
            for report in reports { Terminal.data(JSONLine.text(report)) }
        } else {
            printTable()
        }
        guard !asJSON else { return }
        let language = Language.current
        if let partner = list.partner, reports.isEmpty, !known.contains(partner) {
            Terminal.say(language("Ingen partner heter \(Terminal.safe(partner)).", "No partner is called \(Terminal.safe(partner))."))
        }
        if !list.ids { Terminal.say(summary(language)) }
    }

    private func printTable() {
        guard !reports.isEmpty else { return }
        let language = Language.current
        var table = TextTable(
            head: language == .sv
                ? ["ID", "TILLSTÅND", "TYP", "PARTNER", "ÅLDER", "FÖRSÖK", "NÄSTA FÖRSÖK", "SENASTE ORSAK"]
                : ["ID", "STATE", "TYPE", "PARTNER", "AGE", "TRIES", "NEXT TRY", "LAST REASON"])
        for report in reports {
            let reason = HistoryWords.trouble(code: report.lastCode, reason: report.lastReason)
            table.add([
                report.id, report.state, report.type, report.partner, report.ageSeconds.map(LocalTime.age) ?? "–", "\(report.attempts)",
                report.nextTryAt.map(LocalTime.text) ?? "–", reason.isEmpty ? "–" : reason,
            ])
        }
        for line in table.lines { Terminal.data(line) }
    }

    private func summary(_ language: Language) -> String {
        guard !reports.isEmpty else { return language("Inga meddelanden.", "No messages.") }
        let counts = SpoolState.allCases.compactMap { state -> String? in
            let count = reports.count { $0.state == state.rawValue }
            return count == 0 ? nil : "\(count) \(state.rawValue)"
        }
        let word = reports.count == 1 ? language("meddelande", "message") : language("meddelanden", "messages")
        return "\(reports.count) \(word): \(counts.joined(separator: ", "))"
    }
}
