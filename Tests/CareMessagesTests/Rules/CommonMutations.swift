import CareMessages
import Foundation

/// Examples spoiled so that one of the common rules objects.
enum CommonMutations {
    private static let m01 = MessageType.inskrivningsmeddelande
    private static let m05 = MessageType.utskrivningsklar
    private static let m17 = MessageType.remiss
    private static let m18 = MessageType.remissbekraftelse
    private static let stranger = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999"
    private static let replacing =
        element("Ersatter", element("Meddelandeid", stranger) + element("Orsak", "Fel skola.")) + "<sam:RattsligGrund>"
    private static let nrid = element("Identitetstyp", "1.2.752.74.9.1")

    static let envelope = [
        Mutation("the envelope states another type", "E01", m01, [element("Meddelandetyp", "M01"): element("Meddelandetyp", "M05")]),
        Mutation("signed by another organisation", "E01", m01).knowing { $0.signerOrganisation = Checking.kommun },
        Mutation("signed by a certificate without organisation", "E01", m01).knowing { $0.signerOrganisation = "" },
        Mutation("another message had the id", "E02", m01).knowing { $0.earlierDigest = String(repeating: "0", count: 64) },
        Mutation("a sender whose role may not send", "E03", m01, [element("Roll", "SLUTEN_VARD"): element("Roll", "SOCIALTJANST")]),
        Mutation("a receiver whose role may not receive", "E03", m01, [element("Roll", "BUP"): element("Roll", "SIS")]),
        Mutation("a referral to social services", "E03", m17, [element("Roll", "BUP"): element("Roll", "SOCIALTJANST")]),
        Mutation("a receiver nobody knows", "E03", m01).knowing { $0.knownReceivers?[Checking.otherKommun] = nil },
        Mutation("a receiver without that role", "E03", m01).knowing { $0.knownReceivers?[Checking.region] = [.habilitering] },
        Mutation("sent five minutes and a second ahead", "E05", m01).knowing {
            $0.now = Checking.sent(.inskrivningsmeddelande).addingTimeInterval(-301)
        },
        Mutation("arrived a day and a second late", "W01", m17).knowing {
            $0.receivedAt = Checking.sent(.remiss).addingTimeInterval(86_401)
        },
        Mutation(
            "an address in another municipality", "W02", m01, [element("AdressKommunkod", "0382"): element("AdressKommunkod", "0380")]),
    ]

    static let identities = [
        Mutation("a wrong check digit in the person number", "E04", m01, ["201203159809": "201203159808"]),
        Mutation("a day that does not exist in the person number", "E04", m01, ["201203159809": "201202309809"]),
        Mutation("a thirteenth month in the person number", "E04", m01, ["201203159809": "201213159809"]),
        Mutation("a person number with hyphen", "E04", m01, ["201203159809": "20120315-9809"]),
        Mutation("a person number of ten digits", "E04", m01, ["201203159809": "1203159809"]),
        Mutation("a samordningsnummer called personnummer", "E04", m01, ["201203159809": "201203759806"]),
        Mutation("a personnummer called samordningsnummer", "E04", m01, [Child.kind: element("Identitetstyp", "1.2.752.129.2.1.3.3")])
            .also("W06"),
        Mutation("a reserve number with a letter not in use", "E04", m01, [Child.kind: nrid, "201203159809": "22120315-IH20"]),
        Mutation(
            "an LMA number that is too short", "E04", m01,
            [Child.kind: element("Identitetstyp", PatientIdentity.lmaAddress), "201203159809": "12-34567/8"]),
        Mutation(
            "a local reserve number out of form", "E04", m01,
            [Child.kind: element("Identitetstyp", "1.2.752.74.9.3"), "201203159809": "20120315XX1A"]
        )
        .also("W05"),
        Mutation("a birth date of another season", "E04", m01, [Child.birth: element("Fodelsedatum", "2012-05-15")]),
        Mutation(
            "a birth date in the future", "E04", m01,
            [Child.kind: nrid, "201203159809": "22120315-FH20", Child.birth: element("Fodelsedatum", "2026-09-15")]),
        Mutation("a wrong check digit of the sender", "E04", m01, ["2321009900": "2321009901"]),
        Mutation("an organisation number that is a person's", "E04", m01, ["2321009900": "1212121212"]),
        Mutation("a wrong check digit of a receiver", "E04", m01, ["2120009911": "2120009912"]).knowing { $0.knownReceivers = nil },
        Mutation("a wrong check digit in the sender's HSA-id", "E04", m01, ["SE2321009900-A101": "SE2321009909-A101"]),
        Mutation(
            "a wrong check digit in the ward's HSA-id", "E04", m01,
            ["<sam:Avdelning>\n    <sam:HsaId>SE2321009900": "<sam:Avdelning>\n    <sam:HsaId>SE2321009990"]),
        Mutation("a wrong check digit in the physician's HSA-id", "E04", m05, ["SE2321009900-P401": "SE2321009902-P401"]),
        Mutation("a wrong check digit in the referrer's HSA-id", "E04", m17, ["SE2120009903-P601": "SE2120009904-P601"]),
        Mutation(
            "a wrong check digit in the reply address", "E04", m17,
            ["<sam:Svarsadress>\n      <sam:Organisationsnummer>2120009903": "<sam:Svarsadress>\n      <sam:Organisationsnummer>2120009913"]
        ),
        Mutation("a county that does not exist", "E04", m01, [element("Lanskod", "03"): element("Lanskod", "02")]),
        Mutation("a receiver's municipality that does not exist", "E04", m01, [element("Kommunkod", "0319"): element("Kommunkod", "0399")]),
        Mutation(
            "a placing municipality that does not exist", "E04", m01,
            [element("Placeringskommun", "0319"): element("Placeringskommun", "0399")]),
        Mutation(
            "a municipality of stay that does not exist", "E04", m01, [element("Vistelsekommun", "0382"): element("Vistelsekommun", "0399")]
        ),
        Mutation(
            "a municipality of registration that does not exist", "E04", m17,
            [element("Folkbokforingskommun", "0319"): element("Folkbokforingskommun", "0399")]),
        Mutation(
            "a kind of identifier nobody knows", "W04", m01,
            [Child.kind: element("Identitetstyp", "1.2.752.999.1"), "201203159809": "X1234"]),
        Mutation(
            "Stockholm's reserve number alone in Uppsala", "W05", m01,
            [Child.kind: element("Identitetstyp", "1.2.752.97.3.1.3"), "201203159809": "992012000014"]),
        Mutation(
            "a samordningsnummer", "W06", m01,
            [
                Child.kind: element("Identitetstyp", "1.2.752.129.2.1.3.3"), "201203159809": "201203759806",
            ]),
        Mutation("a birth date near the number's", "W07", m01, [Child.birth: element("Fodelsedatum", "2012-03-14")]),
    ]

    static let cases = [
        Mutation("an M05 that refers to nothing", "E06", m05, [element("RefererarTill", Checking.admission): ""]),
        Mutation(
            "a reference to a message not in the case", "E06", m05,
            [element("RefererarTill", Checking.admission): element("RefererarTill", stranger)]),
        Mutation("a reference to another patient's message", "E06", m05).knowing { $0.caseFacts?.earlier[0].isSamePatient = false },
        Mutation(
            "an M05 that refers to a referral", "E06", m05,
            [element("RefererarTill", Checking.admission): element("RefererarTill", stranger)]
        ).knowing {
            $0.caseFacts?.earlier.append(
                Checking.earlier(stranger, .remiss, sent: $0.now, by: Checking.region))
        },
        Mutation("a replacement of a message not in the case", "E06", m17, ["<sam:RattsligGrund>": replacing]),
        Mutation("a closed case", "E07", m05).knowing { $0.caseFacts?.isClosed = true },
        Mutation("a reference to a withdrawn message", "E07", m05).knowing { $0.caseFacts?.earlier[0].isWithdrawn = true },
        Mutation("a sender who is no party", "E08", m18).knowing { $0.caseFacts?.earlier[0].event.receivers = [] },
        Mutation("a party that M24 removed", "E08", m18).knowing {
            $0.caseFacts?.parties = [Checking.kommun, Checking.region]
            $0.caseFacts?.earlier.append(changed(.remove))
        },
        Mutation("a party that may only read", "E08", m18).knowing { $0.caseFacts?.earlier.append(changed(.readOnly)) },
    ]

    /// M24 by the municipality about the clinic of the referral.
    static func changed(_ kind: AndradPart.Kind) -> EarlierMessage {
        var message = AndradPartMutations.earlier(kind, Checking.region, "SE2321009900-B301")
        message.event.sender.organisationsnummer = Checking.kommun
        return message
    }

    private static let given = element("Samtyckesstatus", "JA")

    /// The M24 example about another child, with the care ground and sent at another time.
    static func born(_ day: String, _ number: String, sent: String) -> KeyValuePairs<String, String> {
        [
            "2026-09-15T10:00:00+02:00": sent, Child.number: element("Identitetsvarde", number), Child.birth: element("Fodelsedatum", day),
            "SAMTYCKE_12_2": "UNDER18_25_12", "<sam:Samtycke>": "<!--", "</sam:Samtycke>": "-->",
        ]
    }

    /// A clock in February, and no case.
    static func february(_ context: inout RuleContext) {
        context = RuleContext(now: InstantText.parse("2026-02-28T08:00:00+01:00") ?? .distantPast)
    }

    static let disclosure = [
        Mutation("another's person number in the background", "E10", m17, ["Svårt att": "Syskon 191212121212. Svårt att"]),
        Mutation("another's person number with hyphen", "E10", m17, ["Svårt att": "Syskon 121212-1212, svårt att"]),
        Mutation("another's person number with plus", "E10", m17, ["Önskas": "Mor 121212+1212. Önskas"]),
        Mutation("another's samordningsnummer with dash and century", "E10", m01, ["Observation": "Se 19701063–2391. Observation"]),
        Mutation(
            "another's person number among the medicines", "E10", m17,
            ["</sam:Remiss>": element("Lakemedel", "Delas med 19121212-1212") + "</sam:Remiss>"]),
        Mutation(
            "another's person number in the reason to replace", "E10", m17,
            [
                "<sam:RattsligGrund>": element("Ersatter", element("Meddelandeid", stranger) + element("Orsak", "Avsåg 191212121212"))
                    + "<sam:RattsligGrund>"
            ]
        ).knowing { $0.caseFacts = nil },
        Mutation(
            "the care ground on the eighteenth birthday", "E11", m05,
            [Child.number: element("Identitetsvarde", "200809189806"), Child.birth: element("Fodelsedatum", "2008-09-18")]),
        Mutation(
            "the care ground in the first Swedish second of the eighteenth birthday", "E11", .andradPart,
            born("2008-09-15", "200809159809", sent: "2026-09-14T22:00:00Z")),
        Mutation(
            "the care ground on 28 February of one born on 29 February", "E11", .andradPart,
            born("2008-02-29", "200802299800", sent: "2026-02-28T08:00:00+01:00")
        ).knowing(february),
        Mutation(
            "the social services ground at thirty-five", "E11", m17,
            [
                "SAMTYCKE_12_2": "UNDER18_26_9", "VARDNADSHAVARE_1": "PATIENT", "201005089816": "199105089818",
                element("Fodelsedatum", "2010-05-08"): element("Fodelsedatum", "1991-05-08"),
            ]),
        Mutation("form of care and more with the duty alone", "E12", m01, ["UNDER18_25_12": "UPPGIFTSSKYLDIGHET_10_28"]),
        Mutation("another's person number in the provision", "E10", m18, ["12 kap. 2 §": "12 kap. 2 § 121212-1212"]),
        Mutation("consent as the ground but not asked for", "W08", m18, [given: element("Samtyckesstatus", "EJ_TILLFRAGAD")]),
        Mutation("consent as the ground but not needed", "W08", m18, [given: element("Samtyckesstatus", "EJ_KRAVS")]),
        Mutation(
            "a guardian's consent on the eighteenth birthday", "W09", m18,
            ["201005089816": "200809189806", element("Fodelsedatum", "2010-05-08"): element("Fodelsedatum", "2008-09-18")]),
        Mutation("consent as the ground but refused", "W08", m17, [element("Samtyckesstatus", "JA"): element("Samtyckesstatus", "NEJ")]),
        Mutation("consent as the ground and nothing said", "W08", m17, ["<sam:Samtycke>": "<!--", "</sam:Samtycke>": "-->"]),
    ]

    static let all = envelope + identities + cases + disclosure + AttachmentMutations.wrong
}
