import CareMessages
import Foundation

/// The example of M18 spoiled so that a rule of its own type objects, and changed so that none does.
enum RemissbekraftelseMutations {
    private static let m18 = MessageType.remissbekraftelse
    private static let accepted = element("Remisstatus", "ACCEPTERAD")
    private static let refused = element("Remisstatus", "AVVISAD")
    private static let forwarded = element("Remisstatus", "VIDARESAND")
    private static let expected = element("ForvantadTid", "2026-10-06")
    private static let target = element(
        "VidaresandTill",
        element("Organisationsnummer", Checking.region) + element("HsaId", "SE2321009900-H301") + element("Roll", "HABILITERING"))

    private static func sent(_ seconds: Double) -> @Sendable (inout RuleContext) -> Void {
        { $0.caseFacts?.earlier[0].event.sent = Checking.sent(.remissbekraftelse).addingTimeInterval(-seconds) }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("refused and no reason", "E1801", m18, [accepted: refused]),
        Mutation("refused and a blank reason", "E1801", m18, [accepted: refused, expected: element("Avvisningsorsak", " \n")]),
        Mutation("passed on to nobody", "E1802", m18, [accepted: forwarded]),
        Mutation("accepted and passed on", "E1802", m18, [expected: expected + target]),
        Mutation("accepted for no time", "E1803", m18, [expected: ""]),
        Mutation("waiting for no time", "E1803", m18, [accepted: element("Remisstatus", "VANTAR"), expected: ""]),
        Mutation("a word eight days after the referral", "W1801", m18).knowing(sent(8 * 86_400)),
        Mutation(
            "a wrong code of the unit passed on to", "E04", m18,
            [accepted: forwarded, expected: target.replacing("SE2321", with: "SE2322")]),
        Mutation(
            "another's person number in the reason of refusal", "E10", m18,
            [accepted: refused, expected: element("Avvisningsorsak", "Gäller syskonet 191212121212.")]),
    ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("refused with a reason", "E1801", m18, [accepted: refused, expected: element("Avvisningsorsak", "Saknar uppgifter.")]),
        Mutation("passed on to a unit", "E1802", m18, [accepted: forwarded, expected: target]),
        Mutation("received and no time yet", "E1803", m18, [accepted: element("Remisstatus", "MOTTAGEN"), expected: ""]),
        Mutation("a word on the seventh day after the referral", "W1801", m18).knowing(sent(7 * 86_400 + 60)),
    ]
}
