import Documents
import Foundation

/// M09, answer to the call to SIP. No statute demands it; the call does (lag 2017:612, 4 kap. 3 §).
package struct SvarPaKallelse: MessageContent {
    /// What the unit answers. Raw values are those of the schema.
    package enum Answer: String, CaseIterable, Sendable {
        /// Comes.
        case yes = "JA"
        /// Does not come.
        case no = "NEJ"
        /// Asks for another time.
        case otherTime = "FORESLAR_TID"
    }

    /// What the unit answers.
    package var answer: Answer
    /// Other times that suit, at most five.
    package var proposedTimes: [Date] = []
    /// Who comes.
    package var participants: [Practitioner] = []
    /// More for who called. Free text: content.
    package var comment: String?

    /// Takes what every one has; the rest is set afterwards.
    package init(answer: Answer) { self.answer = answer }

    package static let type = MessageType.svarPaKallelse
    package static let facts = TypeFacts(
        rootElement: "SvarPaKallelse", title: LocalText(sv: "Svar på kallelse", en: "Answer to the call"),
        law: "Slussens förslag; lag (2017:612) 4 kap. 3 §",
        roles: (
            Roll.concerned.union([.slutenVard, .tandvard, .elevhalsa, .sis]),
            Roll.concerned
        )
    ).with {
        $0.reference = .required([.kallelseTillSip])
    }

    package func write(to fields: inout FieldWriter) {
        fields.code("Svar", answer)
        for time in proposedTimes { fields.instant("ForeslagenTid", time) }
        fields.each("Deltagare", participants) { $0.write(to: &$1) }
        fields.text("Kommentar", comment)
    }

    package func note(in facts: inout EventFacts) {
        facts.status = answer.rawValue
        facts.meeting = proposedTimes.first
    }

    package init(_ fields: FieldReader) throws(Refusal) {
        answer = try fields.code("Svar")
        proposedTimes = try fields.all("ForeslagenTid") { (item) throws(Refusal) in try item.instant() }
        participants = try fields.all("Deltagare") { (item) throws(Refusal) in try Practitioner(item) }
        comment = try fields.optionalText("Kommentar")
    }

    package var freeTexts: [PlacedText] { comment.map { [PlacedText(text: $0, path: "Kommentar")] } ?? [] }

    package var identifiers: [PlacedIdentifier] {
        participants.enumerated().flatMap { $0.element.identifiers(in: "Deltagare[\($0.offset + 1)]") }
    }
}
