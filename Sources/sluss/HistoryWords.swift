import Documents
import Gateway
import Spooling

/// What a message's history tells, in the language of this process. The history itself holds codes and technical words.
enum HistoryWords {
    /// A code with its sentence, and what the code does not say; without a code the operator's own words.
    static func trouble(code: String?, reason: String?) -> String {
        guard let code else { return Terminal.safe(reason ?? "") }
        let sentence = FaultText.text(of: code).map { Language.current($0) }
        let words = ([sentence, reason.map(detail)] as [String?]).compactMap { $0 }.joined(separator: " ")
        return Terminal.safe(words.isEmpty ? code : "\(code): \(words)")
    }

    static func event(_ event: HistoryRecord.Event) -> String { local(swedish(event), event.rawValue.replacing("_", with: " ")) }

    static func outcome(_ outcome: HistoryRecord.Outcome) -> String { local(swedish(outcome), outcome.rawValue.replacing("_", with: " ")) }

    /// The technical words after a sentence: a code among them gets its sentence too, and the system's words their translation.
    private static func detail(_ words: String) -> String {
        var words = words
        if let match = words.firstMatch(of: /\b[A-Z]{1,2}[0-9]{2,3}\b/), let text = FaultText.text(of: String(match.0)) {
            let sentence = Language.current(text)
            words.replaceSubrange(match.range, with: "\(match.0) (\(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence))")
        }
        guard Language.current == .sv else { return words }
        return SystemWords.swedish(in: words).replacing(" at /", with: " vid /").replacing(#/ line ([0-9]+)/#) { " rad \($0.1)" }
    }

    private static func swedish(_ event: HistoryRecord.Event) -> String {
        switch event {
        case .submitted: "inlämnat"
        case .received: "mottaget"
        case .attempted: "försök påbörjat"
        case .sent: "sänt, kvittens saknas"
        case .deferred: "uppskjutet"
        case .delivered: "levererat"
        case .receiptStored: "kvittens sparad"
        case .handedOver: "överlämnat"
        case .held: "stoppat"
        case .released: "släppt"
        case .retried: "nytt försök begärt"
        case .cancelled: "avbrutet"
        case .failed: "misslyckat"
        case .expired: "utgånget"
        case .parked: "parkerat"
        case .recovered: "återställt"
        case .corrupted: "skadat"
        case .viewed: "läst"
        case .answered: "besvarat"
        }
    }

    private static func swedish(_ outcome: HistoryRecord.Outcome) -> String {
        switch outcome {
        case .delivered: "levererat"
        case .accepted: "hos partnern, utan kvittens"
        case .temporaryFailure: "tillfälligt fel"
        case .permanentFailure: "bestående fel"
        case .unknown: "okänt utfall"
        }
    }
}
