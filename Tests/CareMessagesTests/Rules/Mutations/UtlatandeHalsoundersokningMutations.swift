import CareMessages
import Foundation

/// The example of M16 spoiled so that a rule of its own type objects, and changed so that none does.
enum UtlatandeHalsoundersokningMutations {
    private static let m16 = MessageType.utlatandeHalsoundersokning
    private static let withoutOral: KeyValuePairs = [element("Del", "ORAL"): element("Del", "PSYKISK")]
    private static let requested = BeskedHalsoundersokningMutations.requested
    private static let consent = element(
        "Samtycke", element("Samtyckesstatus", "JA") + element("LamnatAv", "VARDNADSHAVARE_1"))

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("the oral part missing", "E1601", m16, withoutOral),
        Mutation(
            "another ground that names no provision", "E1602", m16,
            ["UNDER18_25_12": "OVRIGT", element("Lagrum", "Offentlighets- och sekretesslagen (2009:400) 25 kap. 12 §"): ""]),
        Mutation("a ground that may not bear the statement", "W1602", m16, ["UNDER18_25_12": "MENPROVNING"]),
        Mutation("sixty-one days after the request", "W1601", m16).knowing(requested("2026-05-02T23:59:00+02:00")),
        Mutation("a wrong check digit in the examiner's HSA-id", "E04", m16, ["SE2321009900-P420": "SE2321009901-P420"]),
        Mutation("another's number in an assessment", "E10", m16, ["Kroppsligt": "Syskon 191212121212. Kroppsligt"]),
        Mutation("another's number in a reason", "E10", m16, ["Tid hos": "Syskon 191212121212. Tid hos"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("the oral part missing, and not asked for", "E1601", m16, withoutOral).knowing { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0
            where context.caseFacts?.earlier[index].type == .begaranHalsoundersokning {
                context.caseFacts?.earlier[index].event.facts.parts = [.physical, .mental]
            }
        },
        Mutation("the oral part missing, and the request not known", "E1601", m16, withoutOral).knowing { $0.caseFacts = nil },
        Mutation("the duty as ground", "W1602", m16, ["UNDER18_25_12": "UPPGIFTSSKYLDIGHET_10_28"]),
        Mutation(
            "consent as ground", "E1602", m16,
            ["UNDER18_25_12": "SAMTYCKE_12_2", "25 kap. 12 §</sam:Lagrum>": "12 kap. 2 §</sam:Lagrum>" + consent]),
        Mutation("sixty days after the request", "W1601", m16).knowing(requested("2026-05-03T00:01:00+02:00")),
    ]
}
