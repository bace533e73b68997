import CareMessages
import Foundation

/// The example of M12 spoiled so that a rule of its own type objects, and changed so that none does.
enum UtskrivningsinformationMutations {
    private static let type = MessageType.utskrivningsinformation
    private static let left = element("Utskriven", "2026-09-25T13:15:00+02:00")
    private static let placer = element("Kommunkod", "0319")
    private static let stay = element("Vistelsekommun", "0382")
    private static let social = element("Roll", "SOCIALTJANST")
    private static let mailbox = element("SkyddadBrevlada", "true")

    private static func consent(_ state: String) -> String {
        element("Samtycke", element("Samtyckesstatus", state) + element("LamnatAv", "VARDNADSHAVARE_1"))
    }

    /// About a protected child, to protected mailboxes, and with `place` in the place of the municipality of stay.
    private static func spoiled(_ name: String, _ place: String) -> Mutation {
        Mutation(
            name, "E09", type,
            [
                element("Skydd", "INGEN"): element("Skydd", "HEMLIG_VISTELSEORT"), stay: place,
                "S201</sam:HsaId>\n      \(social)": "S201</sam:HsaId>\n      \(social)\(mailbox)",
                "example</sam:Funktionsadress>\n      \(social)": "example</sam:Funktionsadress>\n      \(social)\(mailbox)",
                element("Roll", "BUP"): element("Roll", "BUP") + mailbox,
            ])
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation(
            "consent refused as the only ground", "E1201", type,
            ["UNDER18_25_12": "SAMTYCKE_12_2", "25 kap. 12 §</sam:Lagrum>": "12 kap. 2 §</sam:Lagrum>" + consent("NEJ")]
        ).also("W08"),
        Mutation("the duty as the only ground of the information", "W10", type, ["UNDER18_25_12": "UPPGIFTSSKYLDIGHET_10_28"]),
        Mutation("discharged the day before", "W1201", type, [left: element("Utskriven", "2026-09-24T23:59:59+02:00")]),
        Mutation("the placing municipality not told", "W1202", type, [placer: element("Kommunkod", "0380")]),
        Mutation(
            "the placing municipality that the case knows not told", "W1202", type,
            [placer: element("Kommunkod", "0380"), element("Placeringskommun", "0319"): ""]),
        Mutation("another's person number in the assessed risks", "E10", type, ["Ingen förhöjd": "Se 191212121212. Ingen förhöjd"]),
        Mutation("a wrong check digit in the HSA-id of the staff", "E04", type, ["SE2321009900-P401": "SE2321009901-P401"]),
        spoiled("the municipality a protected child goes to", stay),
        spoiled(
            "the address a child with a secret place of stay goes to",
            "<sam:Vistelseadress>\(element("Utdelningsadress", "Påhittade vägen 12"))\(element("Postnummer", "74999"))\(element("Postort", "Provby"))</sam:Vistelseadress>"
        ),
        spoiled("the name of the unit a protected child goes to", element("MottagandeEnhet", "Provgården")),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation(
            "consent given as the only ground", "E1201", type,
            ["UNDER18_25_12": "SAMTYCKE_12_2", "25 kap. 12 §</sam:Lagrum>": "12 kap. 2 §</sam:Lagrum>" + consent("JA")]),
        Mutation("discharged at the first second of the day", "W1201", type, [left: element("Utskriven", "2026-09-25T00:00:00+02:00")]),
        Mutation(
            "nobody has placed the patient", "W1202", type,
            [placer: element("Kommunkod", "0380"), element("Placeringskommun", "0319"): ""]
        ).knowing { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0 {
                context.caseFacts?.earlier[index].event.facts.placeringskommun = nil
            }
        },
        spoiled("a protected child and no place told", ""),
    ]
}
