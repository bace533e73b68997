import Foundation

/// An example message made fresh: new ids, times moved so that it is sent at a given instant, other parties when wanted.
/// For the demo, the benchmark and the tests. The committed example keeps its own values.
package struct ExampleMessage: Sendable {
    /// Which example.
    package let type: MessageType
    /// The example as committed, or what stands in its place.
    private let template: String
    /// The time of sending; every other time but the birth date keeps its distance to it.
    package var sent: Date
    /// UUID in lower case.
    package var messageID: String
    /// UUID in lower case. An M05 belongs to the case of its M01.
    package var caseID: String
    /// UUID of the message referred to; `nil` keeps what the example says.
    package var refersTo: String?
    /// The sender, also as reply address where there is one; `nil` keeps the example's.
    package var sender: Party?
    /// The receivers; `nil` keeps the example's, an empty list gives a message the schema refuses.
    package var receivers: [Party]?

    /// An example with its own parties.
    package init(_ type: MessageType, sent: Date, messageID: String, caseID: String) {
        let committed = String(decoding: ExampleFiles.all[Self.fileName(type)] ?? [], as: UTF8.self)
        self.init(type, like: committed, sent: sent, messageID: messageID, caseID: caseID)
    }

    /// Another message of the type in the example's place, written like it (prefix `sam`): one of a story.
    package init(_ type: MessageType, like template: String, sent: Date, messageID: String, caseID: String) {
        self.type = type
        self.template = template
        self.sent = sent
        self.messageID = messageID
        self.caseID = caseID
    }

    /// File name of the committed example of a type.
    package static func fileName(_ type: MessageType) -> String {
        ExampleFiles.all.keys.sorted().first { $0.hasPrefix(type.rawValue + "-") } ?? ""
    }

    /// The message, unsigned, in UTF-8.
    package var bytes: [UInt8] { Array(xml.utf8) }

    /// The message as text.
    package var xml: String {
        let pieces = template.split(separator: "<", omittingEmptySubsequences: false)
        guard
            let written = pieces.lazy.compactMap({ Field($0) }).first(where: { $0.name == "sam:Skickad" }).flatMap({
                InstantText.parse(String($0.value))
            })
        else {
            return template
        }
        let shift = Shift(from: written, to: sent)
        let fresh = pieces.filter { !$0.hasPrefix("!--") }.map { piece in
            Field(piece).map { "\($0.name)>\(value(of: $0, shift))" } ?? String(piece)
        }
        return withParties(fresh.joined(separator: "<"))
    }

    private func value(of field: Field, _ shift: Shift) -> String {
        let value = String(field.value)
        switch field.name {
        case "sam:Meddelandeid": return messageID
        case "sam:Arendeid": return caseID
        case "sam:RefererarTill": return refersTo ?? value
        case "sam:Fodelsedatum": return value
        default: return shift.apply(to: value)
        }
    }

    private func withParties(_ text: String) -> String {
        var text = text
        if let receivers {
            Self.replace("sam:Mottagare", in: &text, by: receivers.map { PartyMarkup.text($0, as: "sam:Mottagare") }.joined())
        }
        if let sender {
            Self.replace("sam:Avsandare", in: &text, by: PartyMarkup.text(sender, as: "sam:Avsandare"))
            Self.replace("sam:Svarsadress", in: &text, by: PartyMarkup.text(sender, as: "sam:Svarsadress"))
        }
        return text
    }

    private static func replace(_ element: String, in text: inout String, by markup: String) {
        guard let start = text.range(of: "<\(element)>"), let end = text.range(of: "</\(element)>", options: .backwards) else { return }
        text.replaceSubrange(start.lowerBound..<end.upperBound, with: markup)
    }
}

/// `name>value` of a start tag and the text after it. End tags, comments and the declaration are none.
private struct Field {
    let name: Substring
    let value: Substring

    init?(_ piece: Substring) {
        guard piece.hasPrefix("sam:"), let close = piece.firstIndex(of: ">") else { return nil }
        name = piece[..<close]
        value = piece[piece.index(after: close)...]
    }
}

/// Moves instants by an elapsed time and days by the number of days between the two dates.
private struct Shift {
    private let seconds: TimeInterval
    private let days: Int

    init(from written: Date, to wanted: Date) {
        seconds = wanted.timeIntervalSince(written)
        days = CalendarDay(wanted).daysSince1970 - CalendarDay(written).daysSince1970
    }

    func apply(to value: String) -> String {
        if let day = CalendarDay(value) { return day.adding(days: days).text }
        return InstantText.parse(value).map { InstantText.text($0.addingTimeInterval(seconds)) } ?? value
    }
}
