import CareMessages
import Foundation

/// Examples spoiled so that a rule of their own type objects.
enum TypeMutations {
    private static let m01 = MessageType.inskrivningsmeddelande
    private static let m05 = MessageType.utskrivningsklar
    private static let m17 = MessageType.remiss
    private static let expected = element("BeraknadUtskrivning", "2026-09-21")
    private static let assessed = element("Bedomningstid", "2026-09-18T09:30:00+02:00")
    private static let social = element("Behov", "SOCIALTJANST")
    private static let bup = element("Roll", "BUP")

    /// A statement of open care on its availability (M07), an hour old.
    static func statement(_ answer: Utskrivningsklar.Answer, _ now: Date) -> EarlierMessage {
        var statement = Checking.earlier(Checking.unknown, .oppenvardensTillganglighet, sent: now.addingTimeInterval(-3_600))
        statement.event.facts.openCareAvailable = answer
        return statement
    }

    static let inskrivning = [
        Mutation("discharge the day before admission", "E101", m01, [expected: element("BeraknadUtskrivning", "2026-09-13")]),
        Mutation(
            "discharge a minute before admission", "E101", m01, [expected: element("BeraknadUtskrivning", "2026-09-14T08:04:00+02:00")]),
        Mutation(
            "municipal health care needed and no open care told", "E102", m01,
            [social: element("Behov", "KOMMUNAL_HSL"), bup: element("Roll", "KOMMUNAL_HSL")]
        )
        .knowing { $0.knownReceivers = nil },
        Mutation(
            "social services needed and no municipality told", "E103", m01,
            [
                element("Roll", "SOCIALTJANST"): element("Roll", "PRIMARVARD"),
                "provkommun.example</sam:Funktionsadress>\n      \(element("Roll", "SOCIALTJANST"))":
                    "provkommun.example</sam:Funktionsadress>\n      \(element("Roll", "PRIMARVARD"))",
            ]
        ).knowing { $0.knownReceivers = nil },
        Mutation("another admission open on the ward", "E104", m01).knowing { $0.caseFacts?.hasOpenAdmission = true },
        Mutation("another admission in force in the case", "E104", m01).knowing {
            $0.caseFacts?.earlier.append(
                Checking.earlier(Checking.unknown, m01, sent: $0.now.addingTimeInterval(-3_600), by: Checking.region))
        },
        Mutation(
            "an admission 25 hours old", "W101", m01,
            [
                element("Inskriven", "2026-09-14T08:05:00+02:00"): element("Inskriven", "2026-09-13T09:20:00+02:00"),
                element("BehovBedomt", "2026-09-14T09:40:00+02:00"): "",
            ]),
        Mutation(
            "an assessment 24 hours and a second old", "W101", m01,
            ["2026-09-14T08:05:00": "2026-09-12T08:05:00", "2026-09-14T09:40:00": "2026-09-13T10:19:59"]),
        Mutation("a child and nothing on placement", "W102", m01, ["<sam:Placering>": "<!--", "</sam:Placering>": "-->"]),
        Mutation(
            "a child and placement unknown", "W102", m01,
            ["<sam:Placering>": element("Placering", element("Placeringsbesked", "OKAND")) + "<!--", "</sam:Placering>\n": "-->\n"]),
        Mutation("the municipality of registration not told", "W103", m01, [element("Kommunkod", "0382"): element("Kommunkod", "0380")]),
        Mutation("discharge 181 days away", "W104", m01, [expected: element("BeraknadUtskrivning", "2027-03-14")]),
    ]

    static let utskrivningsklar = [
        Mutation("no M01 in the case", "E501", m05).knowing { $0.caseFacts = CaseFacts() },
        Mutation("assessed after sending", "E502", m05, [assessed: element("Bedomningstid", "2026-09-18T09:55:01+02:00")]),
        Mutation("assessed before admission", "E503", m05).knowing {
            $0.caseFacts?.earlier[0].event.facts.admitted = Checking.sent(.utskrivningsklar).addingTimeInterval(-1_499)
        },
        Mutation("another M05 in force", "E504", m05).knowing {
            $0.caseFacts?.earlier.append(
                Checking.earlier("c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999", .utskrivningsklar, sent: $0.now, by: Checking.region))
        },
        Mutation(
            "sent four hours and a second after assessment", "W501", m05, [assessed: element("Bedomningstid", "2026-09-18T05:54:59+02:00")]),
        Mutation("open care not available", "W502", m05, [element("OppenvardTillganglig", "JA"): element("OppenvardTillganglig", "NEJ")])
            .also("W505"),
        Mutation("open care unclear", "W502", m05, [element("OppenvardTillganglig", "JA"): element("OppenvardTillganglig", "OKLART")])
            .knowing { $0.caseFacts?.earlier.removeAll { $0.type == .oppenvardensTillganglighet } },
        Mutation("open care has said no", "W505", m05).knowing { $0.caseFacts?.earlier.append(statement(.no, $0.now)) },
        Mutation(
            "the municipality of registration not told", "W503", m05,
            [element("Folkbokforingskommun", "0382"): element("Folkbokforingskommun", "0380")]),
        Mutation("open care has not named a fast vårdkontakt", "W504", m05).knowing {
            $0.caseFacts?.earlier.removeAll { $0.type == .fastVardkontaktUtsedd }
        },
    ]

    static let remiss = [
        Mutation(
            "an empty question", "E1701", m17, ["Önskas bedömning av koncentrationssvårigheter och sömn; behövs utredning eller stöd?": ""]),
        Mutation(
            "a question of white space", "E1701", m17,
            ["Önskas bedömning av koncentrationssvårigheter och sömn; behövs utredning eller stöd?": " \n\u{A0}"]),
        Mutation("urgent and not telephoned", "E1702", m17, [element("Prioritet", "PLANERAD"): element("Prioritet", "AKUT")]),
        Mutation(
            "urgent and said not to be telephoned", "E1702", m17,
            [element("Prioritet", "PLANERAD"): element("Prioritet", "AKUT") + element("Telefonbekraftad", "false")]),
        Mutation("no reply address", "E1703", m17, ["<sam:Svarsadress>": "<!--", "</sam:Svarsadress>": "-->"]),
        Mutation("a referrer without licence", "W1701", m17, [element("Legitimerad", "true"): element("Legitimerad", "0")]),
    ]

    static let all = inskrivning + utskrivningsklar + remiss
}
