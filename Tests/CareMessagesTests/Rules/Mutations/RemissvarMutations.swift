import CareMessages
import Foundation

/// The example of M19 spoiled so that a rule of its own type objects, and changed so that none does.
enum RemissvarMutations {
    private static let m19 = MessageType.remissvar
    private static let day = element("Svarsdatum", "2026-10-07")
    private static let stranger = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999"
    private static let start = "Första besöket är gjort. Sömnråd givna. Neuropsykiatrisk utredning är motiverad och börjar i november; "
    private static let answer = start + "fortsätt med anpassningarna i skolan."

    private static func answered(_ extent: Remissvar.Extent) -> EarlierMessage {
        var message = Checking.earlier(stranger, .remissvar, sent: Checking.sent(.remissvar).addingTimeInterval(-60))
        message.event.refersTo = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e1717"
        message.event.facts.status = extent.rawValue
        return message
    }

    private static func confirmed(after seconds: Double?) -> @Sendable (inout RuleContext) -> Void {
        { context in
            let referral = Checking.sent(.remiss)
            context.caseFacts?.earlier.removeAll { $0.type == .remissbekraftelse }
            guard let seconds else { return }
            context.caseFacts?.earlier.append(
                Checking.earlier(stranger, .remissbekraftelse, sent: referral.addingTimeInterval(seconds)))
        }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("no answer", "E1901", m19, [answer: ""]),
        Mutation("an answer of white space", "E1901", m19, [answer: "\n \u{A0}"]),
        Mutation("an answer of tomorrow", "E1902", m19, [day: element("Svarsdatum", "2026-10-08")]),
        Mutation("no word on the referral", "W1901", m19).knowing(confirmed(after: nil)),
        Mutation("a word on the referral too late", "W1901", m19).knowing(confirmed(after: 8 * 86_400)),
        Mutation("a final answer before", "W1902", m19).knowing { $0.caseFacts?.earlier.append(answered(.final)) },
        Mutation("another's person number in the answer", "E10", m19, ["Sömnråd givna.": "Modern 191212121212 deltog."]),
        Mutation("a wrong code of the author", "E04", m19, ["SE2321009900-P402": "SE2321009909-P402"]),
    ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("an answer of one sign", "E1901", m19, [answer: "."]),
        Mutation(
            "an answer of the Swedish day of sending", "E1902", m19,
            [day: element("Svarsdatum", "2026-10-08"), "2026-10-07T15:20:00+02:00": "2026-10-07T22:00:00Z"]
        ).knowing {
            $0.now = Checking.sent(.remissvar).addingTimeInterval(86_400)
            $0.receivedAt = $0.now
        },
        Mutation("a word on the referral after seven days", "W1901", m19).knowing(confirmed(after: 7 * 86_400)),
        Mutation(
            "a quick answer and no word on the referral", "W1901", m19,
            ["2026-10-07T15:20:00": "2026-09-23T13:10:00", day: element("Svarsdatum", "2026-09-23")]
        )
        .knowing {
            confirmed(after: nil)(&$0)
            $0.receivedAt = nil
        },
        Mutation("a partial answer before", "W1902", m19).knowing { $0.caseFacts?.earlier.append(answered(.partial)) },
        Mutation(
            "a final answer before, and replaced", "W1902", m19,
            [
                "<sam:RattsligGrund>": element("Ersatter", element("Meddelandeid", stranger) + element("Orsak", "Fel bilaga."))
                    + "<sam:RattsligGrund>"
            ]
        ).knowing { $0.caseFacts?.earlier.append(answered(.final)) },
    ]
}
