import CareMessages
import Foundation

/// The example of M09 spoiled so that a rule of its own type objects, and changed so that none does.
enum SvarPaKallelseMutations {
    private static let m09 = MessageType.svarPaKallelse
    private static let answer = element("Svar", "JA")
    private static let reference = element("RefererarTill", "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0108")
    private static let otherTime = element("Svar", "FORESLAR_TID")

    /// With the meeting so many seconds after the answer.
    private static func meeting(in seconds: TimeInterval) -> @Sendable (inout RuleContext) -> Void {
        { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0 where context.caseFacts?.earlier[index].type == .kallelseTillSip {
                context.caseFacts?.earlier[index].event.facts.meeting = Checking.sent(m09).addingTimeInterval(seconds)
            }
        }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("an answer that refers to nothing", "E06", m09, [reference: ""]),
        Mutation(
            "an answer that refers to the M05", "E06", m09, [reference: element("RefererarTill", "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0505")]),
        Mutation("another time proposed and none named", "E901", m09, [answer: otherTime]),
        Mutation("the unit comes and names nobody", "E902", m09, ["<sam:Deltagare>": "<!--", "</sam:Deltagare>": "-->"]),
        Mutation("an answer a second less than a day before the meeting", "W901", m09).knowing(meeting(in: 86_399)),
        Mutation("a wrong check digit in a participant's HSA-id", "E04", m09, ["SE2120009903-P701": "SE2120009904-P701"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation(
            "another time proposed and named", "E901", m09,
            [answer: otherTime + element("ForeslagenTid", "2026-09-25T09:00:00+02:00")]),
        Mutation(
            "the unit does not come and names nobody", "E902", m09,
            [answer: element("Svar", "NEJ"), "<sam:Deltagare>": "<!--", "</sam:Deltagare>": "-->"]),
        Mutation("an answer exactly a day before the meeting", "W901", m09).knowing(meeting(in: 86_400)),
    ]
}
