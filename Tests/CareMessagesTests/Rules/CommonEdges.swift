import CareMessages
import Foundation

/// Messages that come close to breaking a common rule, or a rule of M01, M05 or M17, and do not. The id is the rule that must stay silent.
enum CommonEdges {
    private static let m01 = MessageType.inskrivningsmeddelande
    private static let m05 = MessageType.utskrivningsklar
    private static let m17 = MessageType.remiss
    private static let m18 = MessageType.remissbekraftelse
    private static let stranger = "c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999"
    private static let nrid = [
        Child.kind: element("Identitetstyp", "1.2.752.74.9.1"), Child.number: element("Identitetsvarde", "22120315-FH20"),
    ]

    private static func reserveNumber(_ name: String, _ id: String, _ edits: [String: String] = [:]) -> Mutation {
        var mutation = Mutation(name, id, m01)
        mutation.edits = nrid.merging(edits) { $1 }.map { ($0.key, $0.value) }
        return mutation
    }

    static let envelope = [
        Mutation("signed by the sender's organisation", "E01", m01).knowing { $0.signerOrganisation = Checking.region },
        Mutation("no address book to ask", "E03", m01).knowing { $0.knownReceivers = nil },
        Mutation("a receiver with one role of many", "E03", m17).knowing { $0.knownReceivers?[Checking.region] = [.tandvard, .bup] },
        reserveNumber("a reserve number is never dormant", "W06"),
        reserveNumber("a reserve number holds no birth date", "W07", [Child.birth: element("Fodelsedatum", "2012-03-14")]),
    ]

    static let cases = [
        Mutation(
            "a replacement of an earlier message of the type", "E06", m18,
            [
                "<sam:RattsligGrund>": element("Ersatter", element("Meddelandeid", stranger) + element("Orsak", "Fel dag."))
                    + "<sam:RattsligGrund>"
            ]
        ).knowing { $0.caseFacts?.earlier.append(Checking.earlier(stranger, m18, sent: $0.now)) },
        Mutation("another message of the case withdrawn", "E07", m18).knowing {
            var withdrawn = Checking.earlier(stranger, m18, sent: $0.now)
            withdrawn.isWithdrawn = true
            $0.caseFacts?.earlier.append(withdrawn)
        },
        Mutation("a sender who has only received so far", "E08", m18),
        Mutation("a party removed that has another unit in the case", "E08", m18).knowing {
            guard let clinic = $0.caseFacts?.earlier[0].event.receivers.first else { return }
            var other = clinic
            other.address = "SE2321009900-H301"
            $0.caseFacts?.earlier[0].event.receivers.append(other)
            $0.caseFacts?.earlier.append(CommonMutations.changed(.remove))
        },
        Mutation("a party that M24 added", "E08", m18).knowing {
            $0.caseFacts?.earlier[0].event.receivers = []
            $0.caseFacts?.earlier.append(CommonMutations.changed(.add))
        },
        Mutation("a reader made a full party", "E08", m18).knowing {
            $0.caseFacts?.earlier += [CommonMutations.changed(.readOnly), CommonMutations.changed(.add)]
        },
        Mutation("a party removed by a withdrawn M24", "E08", m18).knowing {
            var change = CommonMutations.changed(.remove)
            change.isWithdrawn = true
            $0.caseFacts?.earlier.append(change)
        },
    ]

    static let disclosure = [
        Mutation(
            "the care ground in the last Swedish second before the eighteenth birthday", "E11", .andradPart,
            CommonMutations.born("2008-09-15", "200809159809", sent: "2026-09-14T21:59:59Z")),
        Mutation(
            "the care ground on 27 February of one born on 29 February", "E11", .andradPart,
            CommonMutations.born("2008-02-29", "200802299800", sent: "2026-02-27T23:59:59+01:00")
        ).knowing(CommonMutations.february),
        Mutation(
            "a guardian's consent the day before the eighteenth birthday", "W09", m18,
            ["201005089816": "200809199805", element("Fodelsedatum", "2010-05-08"): element("Fodelsedatum", "2008-09-19")]),
        Mutation(
            "the patient's own consent at eighteen", "W09", m18,
            [
                "201005089816": "200809189806", element("Fodelsedatum", "2010-05-08"): element("Fodelsedatum", "2008-09-18"),
                "VARDNADSHAVARE_1": "PATIENT",
            ]),
    ]

    static let ofTypes = [
        Mutation(
            "social services needed and only municipal health care told", "E103", m01,
            [
                element("Roll", "SOCIALTJANST"): element("Roll", "KOMMUNAL_HSL"),
                "provkommun.example</sam:Funktionsadress>\n      \(element("Roll", "SOCIALTJANST"))":
                    "provkommun.example</sam:Funktionsadress>\n      \(element("Roll", "KOMMUNAL_HSL"))",
            ]
        ).knowing { $0.knownReceivers = nil },
        Mutation("an M01 in the case", "E501", m05),
        Mutation(
            "open care available, in white space", "W502", m05,
            [
                element("OppenvardTillganglig", "JA"): element("OppenvardTillganglig", "\n JA ")
            ]),
        Mutation(
            "a patient registered nowhere", "W503", m05,
            [element("Folkbokforingskommun", "0382"): element("FolkbokforingskommunSaknas", "UTLANDET")]),
        Mutation(
            "a question of one sign", "E1701", m17,
            ["Önskas bedömning av koncentrationssvårigheter och sömn; behövs utredning eller stöd?": "?"]),
        Mutation(
            "a functional address for the reply", "E1703", m17,
            [
                "<sam:HsaId>SE2120009903-E501</sam:HsaId>\n      \(element("Roll", "ELEVHALSA"))\n    </sam:Svarsadress>":
                    element("Funktionsadress", "0203:elevhalsa.example") + element("Roll", "ELEVHALSA") + "</sam:Svarsadress>"
            ]),
        Mutation("a licence written as a number", "W1701", m17, [element("Legitimerad", "true"): element("Legitimerad", "1")]),
    ]

    static let all = envelope + cases + disclosure + ofTypes + AttachmentMutations.right
}
