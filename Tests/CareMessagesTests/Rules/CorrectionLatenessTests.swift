import CareMessages
import Foundation
import Testing

/// A correction is a new message, but what it says was told when the first was sent.
@Suite("Corrections are not late")
struct CorrectionLatenessTests {
    /// The example sent late, as the second of a chain: once as `Ersatter` writes it.
    private static let replacement =
        element("Ersatter", element("Meddelandeid", Checking.unknown) + element("Orsak", "Fel enhet.")) + "<sam:RattsligGrund>"

    struct Late: Sendable, CustomTestStringConvertible {
        let type: MessageType
        let rule: String
        /// What makes the example late by itself.
        let edits: [String: String]
        /// How long before the example the first of the chain was sent, in seconds.
        let before: TimeInterval

        var testDescription: String { rule }
    }

    static let all = [
        Late(
            type: .inskrivningsmeddelande, rule: "W101",
            edits: ["2026-09-14T08:05:00": "2026-09-12T08:05:00", "2026-09-14T09:40:00": "2026-09-13T09:40:00"], before: 20 * 3_600),
        Late(type: .utskrivningsklar, rule: "W501", edits: ["2026-09-18T09:30:00": "2026-09-18T04:30:00"], before: 2 * 3_600),
        Late(
            type: .utskrivningsinformation, rule: "W1201",
            edits: ["2026-09-25T13:15:00": "2026-09-24T13:15:00"], before: 24 * 3_600),
    ]

    private func findings(_ late: Late, isCorrection: Bool, knowsFirst: Bool = true, first: Date? = nil) throws -> Set<String> {
        var edits = late.edits
        if isCorrection { edits["<sam:RattsligGrund>"] = Self.replacement }
        var mutation = Mutation("late", late.rule, late.type)
        mutation.edits = edits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        var context = Checking.context(late.type)
        // The first of the chain is one of the sender's own, to the same receivers.
        if isCorrection, knowsFirst {
            let sent = first ?? Checking.sent(late.type).addingTimeInterval(-late.before)
            context.caseFacts?.earlier.append(Checking.earlier(Checking.unknown, late.type, sent: sent))
        }
        return Set(try Checking.outcome(mutation.text(), context).findings.map(\.rule))
    }

    @Test("Late by itself, in time as the correction of one that was in time, and late when that was late too", arguments: all)
    func corrected(_ late: Late) throws {
        #expect(try findings(late, isCorrection: false).contains(late.rule))
        #expect(try !findings(late, isCorrection: true).contains(late.rule))
        let almost = Checking.sent(late.type).addingTimeInterval(-1)
        #expect(try findings(late, isCorrection: true, first: almost).contains(late.rule))
    }

    @Test("Of a correction of what is not known, nobody says that it is late", arguments: all)
    func unknown(_ late: Late) throws {
        #expect(try !findings(late, isCorrection: true, knowsFirst: false).contains(late.rule))
    }

    @Test("A call is counted from the first of corrected notices")
    func call() throws {
        var context = Checking.context(.kallelseTillSip)
        var old = Checking.earlier(
            Checking.unknown, .utskrivningsklar, sent: Checking.sent(.kallelseTillSip).addingTimeInterval(-5 * 86_400))
        old.isWithdrawn = true
        context.caseFacts?.earlier.append(old)
        let text = try Checking.text(.kallelseTillSip)
        #expect(try Checking.outcome(text, context).findings.isEmpty)
        for index in context.caseFacts?.earlier.indices ?? 0..<0 where context.caseFacts?.earlier[index].type == .utskrivningsklar {
            if context.caseFacts?.earlier[index].messageID != Checking.unknown {
                context.caseFacts?.earlier[index].event.replaces = Checking.unknown
            }
        }
        #expect(try Checking.outcome(text, context).findings.map(\.rule) == ["W801"])
    }
}
