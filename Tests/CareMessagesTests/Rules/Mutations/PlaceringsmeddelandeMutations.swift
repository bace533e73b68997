import CareMessages
import Foundation

/// The example of M20 spoiled so that a rule of its own type objects, and changed so that none does.
enum PlaceringsmeddelandeMutations {
    private static let m20 = MessageType.placeringsmeddelande
    private static let start = element("Handelse", "START")
    private static let end = element("Handelse", "SLUT")
    private static let change = element("Handelse", "ANDRING")
    private static let day = element("Handelsedatum", "2026-06-01")
    private static let stay = element("Vistelsekommun", "0382")
    private static let ground = "UNDER18_26_9"
    private static let stranger = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999"
    private static let mailbox = element("SkyddadBrevlada", "true")
    private static let protection = [
        element("Skydd", "INGEN"): element("Skydd", "HEMLIG_VISTELSEORT"),
        element("Roll", "PRIMARVARD"): element("Roll", "PRIMARVARD") + mailbox, element("Roll", "BUP"): element("Roll", "BUP") + mailbox,
    ]

    /// A register that holds these events: what happened, when, told by whom; those of 0319 in the example's own case.
    private static func register(
        _ events: [(event: String, day: String, kommun: String)], case caseID: String? = nil
    ) -> @Sendable (inout RuleContext) -> Void {
        let key = PatientKey(digest: "a1")
        var register = PlacementRegister()
        for (index, event) in events.enumerated() {
            let isOwn = event.kommun == "0319"
            let sender = RoutingExample.unit(isOwn ? Checking.kommun : RoutingExample.thirdKommun, .socialtjanst, kommunkod: event.kommun)
            let own = caseID ?? (try? Checking.examples.get()[m20]?.envelope.caseID) ?? ""
            guard
                let notice = try? PlacementNotices.notice(
                    event.event, event.day, id: "m\(index)", case: isOwn ? own : "c9", sent: "2026-04-0\(index + 1)T10:00:00Z", by: sender)
            else { continue }
            register.add(notice, patient: key)
        }
        let intervals = register.intervals(of: key)
        return { $0.placements = intervals }
    }

    private static func protected(_ name: String, _ id: String, _ edits: [String: String]) -> Mutation {
        var mutation = Mutation(name, id, m20)
        mutation.edits = protection.merging(edits) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        mutation.change = { $0.protectedMailboxes = nil }
        return mutation
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("an end the day before its own start", "E2001", m20, [start: end, day: day + element("Startdatum", "2026-06-02")])
            .knowing(register([("START", "2026-05-01", "0319")])),
        Mutation("an end before the registered start", "E2001", m20, [start: end]).knowing(register([("START", "2026-06-02", "0319")])),
        Mutation("an end before the registered start, with a change since", "E2001", m20, [start: end])
            .knowing(register([("START", "2026-06-02", "0319"), ("ANDRING", "2026-06-10", "0319")])),
        Mutation("a change before the registered start", "E2001", m20, [start: change])
            .knowing(register([("START", "2026-06-02", "0319")])),
        Mutation("a second start by the same municipality", "E2002", m20).knowing(register([("START", "2026-05-01", "0319")])),
        Mutation("a start the day before the other ends", "E2002", m20)
            .knowing(register([("START", "2026-05-01", "0319"), ("ANDRING", "2026-05-10", "0319"), ("SLUT", "2026-06-02", "0319")])),
        Mutation("a start before a later one", "E2002", m20).knowing(register([("START", "2026-07-01", "0319")])),
        Mutation("placement messages not agreed", "E2003", m20).knowing { $0.allowsPlacementMessages = false },
        Mutation("no municipality of stay", "E2004", m20, [stay: ""]),
        Mutation("another municipality's placement in force", "W2001", m20).knowing(register([("START", "2026-05-01", "0380")])),
        Mutation("the duty as the ground", "W2002", m20, [ground: "UPPGIFTSSKYLDIGHET_10_28"]).also("W10"),
        Mutation("a weighing of harm as the ground", "W2002", m20, [ground: "MENPROVNING"]),
        Mutation("sent by another municipality", "W2003", m20, [element("Placeringskommun", "0319"): element("Placeringskommun", "0380")]),
        Mutation("an end of nothing", "W2004", m20, [start: end]),
        Mutation("an end of what was told in another case", "W2004", m20, [start: end])
            .knowing(register([("START", "2026-05-01", "0319")], case: "c8")),
        Mutation("a change of what has ended", "W2004", m20, [start: change])
            .knowing(register([("START", "2026-05-01", "0319"), ("SLUT", "2026-05-20", "0319")])),
        protected("a protected child's municipality of stay", "E09", [:]),
        protected(
            "a protected child's home", "E09",
            [
                stay: element(
                    "Vistelseadress",
                    element("Utdelningsadress", "Påhittade vägen 12") + element("Postnummer", "74999") + element("Postort", "Provby"))
            ]),
        Mutation(
            "a wrong number of the responsible unit", "E04", m20,
            [
                "<sam:AnsvarigEnhet>\n    <sam:Organisationsnummer>2120009903":
                    "<sam:AnsvarigEnhet>\n    <sam:Organisationsnummer>2120009904"
            ]),
    ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("an end on the day of start", "E2001", m20, [start: end, day: day + element("Startdatum", "2026-06-01")])
            .knowing(register([("START", "2026-06-01", "0319")])),
        Mutation("an end after the start and before a change", "E2001", m20, [start: end])
            .knowing(register([("START", "2026-05-02", "0319"), ("ANDRING", "2026-06-10", "0319")])),
        Mutation("a start on the day the other ends", "E2002", m20)
            .knowing(register([("START", "2026-05-01", "0319"), ("SLUT", "2026-06-01", "0319")])),
        Mutation(
            "a start that replaces the other", "E2002", m20,
            [
                "<sam:RattsligGrund>":
                    element("Ersatter", element("Meddelandeid", stranger) + element("Orsak", "Fel form.")) + "<sam:RattsligGrund>"
            ]
        )
        .knowing {
            register([("START", "2026-05-01", "0319")])(&$0)
            $0.caseFacts = nil
        },
        Mutation("a register that heard of the end before the start", "E2002", m20)
            .knowing(register([("SLUT", "2026-06-01", "0319"), ("START", "2026-05-01", "0319")])),
        Mutation("no register to ask", "E2002", m20).knowing { $0.placements = nil },
        Mutation("placement messages agreed", "E2003", m20).knowing { $0.allowsPlacementMessages = true },
        Mutation("an end without municipality of stay", "E2004", m20, [start: end, stay: ""])
            .knowing(register([("START", "2026-05-01", "0319")])),
        protected("a protected child's placement without places", "E2004", [stay: ""]),
        protected("a protected child's placement to protected mailboxes", "E09", [stay: ""]),
        Mutation("another municipality's placement ended", "W2001", m20)
            .knowing(register([("START", "2026-05-01", "0380"), ("SLUT", "2026-06-01", "0380")])),
        Mutation(
            "a necessary disclosure beside another ground", "W2002", m20,
            [
                ground: "MENPROVNING",
                "</sam:RattsligGrund>": "</sam:RattsligGrund>" + element("RattsligGrund", element("Grund", "NODVANDIGT_10_2")),
            ]),
        Mutation(
            "sent by the municipality that placed", "W2003", m20,
            [element("Placeringskommun", "0319"): element("Placeringskommun", " 0319 ")]),
        Mutation("a change of what goes on", "W2004", m20, [start: change])
            .knowing(register([("START", "2026-04-01", "0319"), ("SLUT", "2026-05-01", "0319"), ("START", "2026-05-01", "0319")])),
    ]
}
