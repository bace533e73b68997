import CareMessages
import Foundation

/// The example of M15 spoiled so that a rule of its own type objects, and changed so that none does.
enum BeskedHalsoundersokningMutations {
    private static let m15 = MessageType.beskedHalsoundersokning
    private static let request = "5b0c7f4e-3a51-4d0e-9c7a-0d6a5f1e0114"
    private static let booked = element("Beskedstyp", "BOKAD")
    private static let time = element("BokadTid", "2026-06-24T09:00:00+02:00")
    private static let unitEnd = "</sam:Undersokningsenhet>"

    /// With the request sent at another time.
    static func requested(_ sent: String) -> @Sendable (inout RuleContext) -> Void {
        { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0
            where context.caseFacts?.earlier[index].type == .begaranHalsoundersokning {
                context.caseFacts?.earlier[index].event.sent = InstantText.parse(sent) ?? .distantFuture
            }
        }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("word that refers to nothing", "E06", m15, [element("RefererarTill", request): ""]),
        Mutation("booked without a time", "E1501", m15, [time: ""]),
        Mutation("sent on to nobody", "E1502", m15, [booked: element("Beskedstyp", "VIDARESAND")]),
        Mutation("the first word on the eleventh working day", "W1501", m15).knowing(requested("2026-05-25T23:59:00+02:00")),
        Mutation("the first word months later", "W1501", m15).knowing(requested("2026-02-01T08:00:00+01:00")),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("received without a time", "E1501", m15, [booked: element("Beskedstyp", "MOTTAGEN"), time: ""]),
        Mutation(
            "sent on to a unit", "E1502", m15,
            [
                booked: element("Beskedstyp", "VIDARESAND"),
                unitEnd: unitEnd
                    + element("VidaresandTill", element("Organisationsnummer", Checking.region) + element("Enhetsnamn", "Barnmottagningen")),
            ]),
        Mutation("the first word on the tenth working day", "W1501", m15).knowing(requested("2026-05-26T00:01:00+02:00")),
        Mutation("a request of a Saturday", "W1501", m15).knowing(requested("2026-05-30T12:00:00+02:00")),
        Mutation("the second word on the eleventh working day", "W1501", m15).knowing {
            requested("2026-05-25T23:59:00+02:00")(&$0)
            var first = Checking.earlier(Checking.unknown, m15, sent: $0.now.addingTimeInterval(-86_400))
            first.event.refersTo = request
            $0.caseFacts?.earlier.append(first)
        },
    ]
}
