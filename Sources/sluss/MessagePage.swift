import CareMessages
import Foundation
import Gateway
import Spooling

/// `sluss message show` for people.
struct MessagePage {
    let report: MessageReport
    let now: Date

    var lines: [String] {
        let language = Language.current
        let message = report.message
        var rows: [(String, String?)] = [
            ("id", message.id), (language("tillstånd", "state"), message.state),
            (language("riktning", "direction"), report.direction == "inbound" ? language("in", "inbound") : language("ut", "outbound")),
            (language("typ", "type"), type(language)), (language("partner", "partner"), message.partner),
            (language("mottaget", "accepted"), message.createdAt.map { LocalTime.text($0) + age }),
            (language("försök", "attempts"), "\(message.attempts)"),
            (language("nästa försök", "next try"), message.nextTryAt.map(LocalTime.text)),
            (language("meddelandeid", "business id"), message.businessMessageID), (language("ärende", "case"), report.caseID),
            ("AS4 MessageId", report.as4MessageID), (language("överenskommelse", "agreement"), report.agreement),
            (language("svarar på", "answers"), report.answers ?? report.as4RefToMessageID),
            (language("varningar", "warnings"), report.warnings.isEmpty ? nil : report.warnings.joined(separator: " ")),
            (language("storlek", "size"), message.sizeBytes.map { "\($0) B" }), ("SHA-256", report.bodySHA256),
        ]
        rows += report.attachments.enumerated().map { position, file in
            (position == 0 ? language("bilagor", "attachments") : "", "\(file.id)  \(file.mediaType)  \(file.sizeBytes) B  \(file.sha256)")
        }
        rows += report.files.enumerated().map { ($0.offset == 0 ? language("filer", "files") : "", $0.element) }
        let width = rows.map(\.0.count).max() ?? 0
        let facts = rows.compactMap { name, value in
            value.map { name + String(repeating: " ", count: width + 2 - name.count) + Terminal.safe($0) }
        }
        return facts + ["", language("historik", "history")] + history(language)
    }

    private var age: String { report.message.ageSeconds.map { " (\(LocalTime.age($0)))" } ?? "" }

    private func type(_ language: Language) -> String {
        guard let known = MessageType(rawValue: report.message.type) else { return report.message.type }
        return "\(known.rawValue) \(language(known.title))"
    }

    private func history(_ language: Language) -> [String] {
        report.history.map { record in
            var words = ["  " + LocalTime.text(record.at), HistoryWords.event(record.event)]
            if let attempt = record.attempt { words.append("#\(attempt)") }
            if let to = record.to { words.append(record.from.map { "\($0.rawValue) → \(to.rawValue)" } ?? "→ \(to.rawValue)") }
            if let outcome = record.outcome { words.append(HistoryWords.outcome(outcome)) }
            let reason = HistoryWords.trouble(code: record.code, reason: record.reason)
            if !reason.isEmpty { words.append(reason) }
            if let next = record.nextTryAt { words.append("\(language("nästa försök", "next try")) \(LocalTime.text(next))") }
            if let elapsed = record.elapsedSeconds { words.append("\(elapsed) s") }
            if let reply = record.reply { words.append(Terminal.safe(reply)) }
            if let actor = record.actor { words.append("\(language("av", "by")) \(Terminal.safe(actor))") }
            return words.joined(separator: "  ")
        }
    }
}
