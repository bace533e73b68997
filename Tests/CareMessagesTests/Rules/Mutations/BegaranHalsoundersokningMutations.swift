import CareMessages
import Foundation

/// The example of M14 spoiled so that a rule of its own type objects, and changed so that none does.
enum BegaranHalsoundersokningMutations {
    private static let m14 = MessageType.begaranHalsoundersokning
    private static let start = element("Placeringsstart", "2026-06-01")
    private static let examined = element("SenastUndersokt", "2024-02-20")
    private static let consentByGuardian = element("LamnatAv", "VARDNADSHAVARE_1")
    private static let provision = element("Placeringslagrum", "SOL_2025")
    private static let primaryCare = element("Roll", "PRIMARVARD")
    private static let dentalCare = element("Roll", "TANDVARD")
    private static let stay = element("Vistelsekommun", "0382")
    private static let home = element("Kallelsemottagare", "HEMMET")
    private static let guarded = element("SkyddadBrevlada", "true")

    private static func born(_ number: String, _ day: String) -> [(String, String)] {
        [
            (Child.number, element("Identitetsvarde", number)), (Child.birth, element("Fodelsedatum", day)),
            ("UNDER18_26_9", "MENPROVNING"),
        ]
    }

    private static func aged(_ name: String, _ rule: String, _ person: [(String, String)], _ edits: KeyValuePairs<String, String> = [:])
        -> Mutation
    {
        var mutation = Mutation(name, rule, m14, edits)
        mutation.edits += person.map { (old: $0.0, new: $0.1) }
        return mutation
    }

    private static let protection: KeyValuePairs<String, String> = [
        element("Skydd", "INGEN"): element("Skydd", "HEMLIG_VISTELSEORT"), primaryCare: primaryCare + guarded,
        dentalCare: dentalCare + guarded,
        stay: "",
    ]

    /// About a child whose place of stay is kept from the guardians, with the call to this receiver.
    private static func hidden(_ name: String, callTo recipient: String) -> Mutation {
        var mutation = Mutation(name, "E09", m14, protection)
        mutation.edits.append((old: home, new: element("Kallelsemottagare", recipient)))
        return mutation.knowing { $0.protectedMailboxes = nil }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("a request by municipal health care", "E03", m14, [element("Roll", "SOCIALTJANST"): element("Roll", "KOMMUNAL_HSL")]),
        aged("a placement that begins on the twenty-first birthday", "E1401", born("200506019801", "2005-06-01")),
        Mutation("no start of the placement", "E1402", m14, [start: ""]),
        Mutation("examined twelve months ago less a day", "W1401", m14, [examined: element("SenastUndersokt", "2025-06-04")]),
        Mutation("no oral part", "W1402", m14, [element("BegardDel", "ORAL"): ""]),
        aged("eighteen, with a guardian's consent", "W1403", born("200806039806", "2008-06-03")),
        aged(
            "twenty, and refuses", "W1403", born("200506029800", "2005-06-02"),
            [consentByGuardian: element("LamnatAv", "PATIENT"), element("Samtyckesstatus", "JA"): element("Samtyckesstatus", "NEJ")]),
        Mutation("sent fifteen days after the start", "W1404", m14, [start: element("Placeringsstart", "2026-05-19")]),
        Mutation("the old statute after its end", "W1405", m14, [provision: element("Placeringslagrum", "SOL_2001")]),
        Mutation("guardians and background with the duty alone", "W11", m14, ["UNDER18_26_9": "UPPGIFTSSKYLDIGHET_10_28"]),
        Mutation("a region of stay that does not exist", "E04", m14, [element("Vistelseregion", "03"): element("Vistelseregion", "02")]),
        Mutation(
            "a call to an address in no municipality", "E04", m14, [element("AdressKommunkod", "0382"): element("AdressKommunkod", "0399")]),
        hidden("a hidden child, called at the home's address", callTo: "HEMMET"),
        Mutation("another's number in the background", "E10", m14, ["Sover dåligt": "Syskon 191212121212. Sover dåligt"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation(
            "the duty alone, without guardians and background", "W11", m14,
            [
                "UNDER18_26_9": "UPPGIFTSSKYLDIGHET_10_28", "<sam:Vardnadshavare>": "<!--", "</sam:Vardnadshavare>": "-->",
                "<sam:Bakgrund>": "<!--", "</sam:Bakgrund>": "-->",
            ]),
        aged(
            "a placement that begins the day before the twenty-first birthday, with own consent", "E1401",
            born("200506029800", "2005-06-02"),
            [consentByGuardian: element("LamnatAv", "PATIENT")]),
        Mutation("examined twelve months ago to the day", "W1401", m14, [examined: element("SenastUndersokt", "2025-06-03")]),
        aged("the day before the eighteenth birthday", "W1403", born("200806049805", "2008-06-04")),
        Mutation("a placement that begins in a week", "E1402", m14, [start: element("Placeringsstart", "2026-06-10")]),
        Mutation("the oral part alone", "W1402", m14, [element("BegardDel", "FYSISK"): "", element("BegardDel", "PSYKISK"): ""]),
        Mutation("sent fourteen days after the start", "W1404", m14, [start: element("Placeringsstart", "2026-05-20")]),
        Mutation(
            "the old statute on its last day", "W1405", m14,
            [
                provision: element("Placeringslagrum", "SOL_2001"), start: element("Placeringsstart", "2025-06-30"),
                element("Skickad", "2026-06-03T09:30:00+02:00"): element("Skickad", "2025-07-02T09:30:00+02:00"),
            ]
        ).knowing {
            $0.now = InstantText.parse("2025-07-02T09:31:00+02:00") ?? .distantPast
            $0.receivedAt = $0.now
        },
    ]

    /// About a protected child and right: accepted, and waits for release.
    static let right = [hidden("a hidden child, called through social services", callTo: "SOCIALTJANST")]
}
