import CareMessages
import Foundation

/// The example of M21 spoiled so that a rule of its own type objects, and changed so that none does.
enum SisUnderrattelseMutations {
    private static let type = MessageType.sisUnderrattelse
    private static let noticed = element("Handelsetid", "2026-09-16T22:02:00+02:00")
    private static let ground = element("RattsligGrund", element("Grund", "UNDER18_25_12"))
    private static let copy = element(
        "Mottagare",
        element("Organisationsnummer", Checking.kommun) + element("HsaId", "SE2120009903-S201") + element("Roll", "SOCIALTJANST"))

    /// Each breaks the rule named.
    static let all = [
        Mutation(
            "no home of SiS told", "E2101", type,
            [element("Roll", "SIS"): element("Roll", "SOCIALTJANST"), "UPPGIFTSSKYLDIGHET_10_28": "MENPROVNING"]
        ).knowing { $0.knownReceivers = nil },
        Mutation("sent fifteen minutes and a second later", "W2101", type, [noticed: element("Handelsetid", "2026-09-16T21:54:59+02:00")]),
        Mutation("a copy to a municipality with the duty alone", "W2102", type, ["</sam:Mottagare>": "</sam:Mottagare>" + copy]),
        Mutation(
            "a wrong check digit in the unit's HSA-id", "E04", type,
            ["<sam:Vardenhet>\n    <sam:HsaId>SE2321009900": "<sam:Vardenhet>\n    <sam:HsaId>SE2321009901"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation(
            "the home of SiS as the second receiver", "E2101", type,
            ["<sam:Mottagare>": copy + "<sam:Mottagare>", "</sam:RattsligGrund>": "</sam:RattsligGrund>" + ground]),
        Mutation("sent exactly fifteen minutes later", "W2101", type, [noticed: element("Handelsetid", "2026-09-16T21:55:00+02:00")]),
        Mutation(
            "a copy to a municipality with a ground of its own", "W2102", type,
            ["</sam:Mottagare>": "</sam:Mottagare>" + copy, "</sam:RattsligGrund>": "</sam:RattsligGrund>" + ground]),
    ]
}
