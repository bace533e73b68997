import CareMessages
import Foundation

/// The example of M04 spoiled so that a rule of its own type objects, and changed so that none does.
enum PlaneringsunderlagMutations {
    private static let type = MessageType.planeringsunderlag
    private static let duty = element("RattsligGrund", element("Grund", "UPPGIFTSSKYLDIGHET_10_28"))
    private static let mailbox = element("SkyddadBrevlada", "true")
    private static let protected: KeyValuePairs = [
        element("Skydd", "INGEN"): element("Skydd", "HEMLIG_VISTELSEORT"),
        element("Roll", "SLUTEN_VARD"): element("Roll", "SLUTEN_VARD") + mailbox,
        element("Roll", "BUP"): element("Roll", "BUP") + mailbox,
    ]

    /// Makes the M01 so many seconds older than the M04.
    private static func age(_ context: inout RuleContext, _ seconds: TimeInterval) {
        context.caseFacts?.earlier[0].event.sent = Checking.sent(type).addingTimeInterval(-seconds)
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation(
            "another ground that names no provision", "E401", type,
            ["UNDER18_26_9": "OVRIGT", element("Lagrum", "Offentlighets- och sekretesslagen (2009:400) 26 kap. 9 §"): ""]),
        Mutation("the duty as the only ground", "W10", type, ["UNDER18_26_9": "UPPGIFTSSKYLDIGHET_10_28"]),
        Mutation("the first, 48 hours and a second after the M01", "W401", type).knowing { age(&$0, 48 * 3_600 + 1) },
        Mutation("another's person number in an insats", "E10", type, ["Kontakt med": "Syskon 191212121212. Kontakt med"]),
        Mutation(
            "a wrong check digit of the unit that answers", "E04", type,
            ["2120009903</sam:AnsvarigOrganisation>": "2120009904</sam:AnsvarigOrganisation>"]),
        Mutation("the municipality of stay of a protected child", "E09", type, protected).knowing { $0.protectedMailboxes = nil },
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation("another ground with its provision", "E401", type, ["UNDER18_26_9": "OVRIGT"]),
        Mutation("the duty beside another ground", "W10", type, ["<sam:RattsligGrund>": duty + "<sam:RattsligGrund>"]),
        Mutation("the first, exactly 48 hours after the M01", "W401", type).knowing { age(&$0, 48 * 3_600) },
        Mutation("the second, a week after the M01", "W401", type).knowing {
            age(&$0, 7 * 86_400)
            $0.caseFacts?.earlier.append(Checking.earlier(Checking.unknown, .planeringsunderlag, sent: $0.now.addingTimeInterval(-3_600)))
        },
    ]
}
