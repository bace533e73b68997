import CareMessages
import Foundation

/// The example of M24 spoiled so that a rule of its own type objects, and changed so that none does.
enum AndradPartMutations {
    private static let m24 = MessageType.andradPart
    private static let add = element("Andring", "LAGG_TILL")
    private static let remove = element("Andring", "TA_BORT")
    private static let part =
        "<sam:Part>\n      <sam:Organisationsnummer>2120009903</sam:Organisationsnummer>\n      "
        + "<sam:Organisationsnamn>Exempelkommun</sam:Organisationsnamn>\n      <sam:Kommunkod>0319</sam:Kommunkod>\n      "
        + "<sam:HsaId>SE2120009903-E501</sam:HsaId>\n      <sam:Roll>ELEVHALSA</sam:Roll>\n    </sam:Part>"
    private static let provkommun = element(
        "Part",
        element("Organisationsnummer", Checking.otherKommun) + element("Funktionsadress", "0203:socialtjanst.provkommun.example")
            + element("Roll", "SOCIALTJANST"))
    private static let bup = element(
        "Part", element("Organisationsnummer", Checking.region) + element("HsaId", "SE2321009900-B301") + element("Roll", "BUP"))

    /// An earlier M24 that changed one party.
    static func earlier(_ kind: AndradPart.Kind, _ organisation: String, _ address: String) -> EarlierMessage {
        var message = Checking.earlier("c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9998", .andradPart, sent: Checking.sent(.andradPart))
        let party = Party(organisationsnummer: organisation, principal: nil, address: .hsaID(address), role: .elevhalsa)
        message.event.facts.partyChanges = [EventFacts.PartyChange(change: kind.rawValue, unit: CaseEvent.Unit(party))]
        return message
    }

    /// A plan in which one organisation answers for an insats.
    private static func plan(_ organisation: String, isOpen: Bool = true) -> @Sendable (inout RuleContext) -> Void {
        {
            var plan = Checking.earlier("c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999", .samordnadPlan, sent: $0.now)
            plan.event.facts.insatser = [EventFacts.Insats(organisationsnummer: organisation, isOpen: isOpen)]
            $0.caseFacts?.earlier.append(plan)
        }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation("a party removed that answers for an insats", "E2401", m24, [add: remove, part: provkommun])
            .knowing(plan(Checking.otherKommun)),
        Mutation("parties changed by another than the owner", "E2402", m24).knowing {
            $0.caseFacts?.earlier[0].event.sender.organisationsnummer = Checking.kommun
        },
        Mutation("a party added twice", "W2401", m24, [part: bup]),
        Mutation("a stranger removed", "W2401", m24, [add: remove]),
        Mutation("a reader made a reader", "W2401", m24, [add: element("Andring", "LASRATT")]).knowing {
            $0.caseFacts?.earlier.append(earlier(.readOnly, Checking.kommun, "SE2120009903-E501"))
        },
        Mutation("a new party not told", "W2402", m24, ["SE2120009903-E501": "SE2120009903-E502"]),
        Mutation("a wrong code of the new party", "E04", m24, [part: part.replacing("SE2120009903", with: "SE2120009904")]).also("W2402"),
        Mutation("another's person number in the reason to change", "E10", m24, ["Skolan behövs": "Syskonet 191212121212 behövs"]),
    ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation("a party removed whose insats has ended", "E2401", m24, [add: remove, part: provkommun])
            .knowing(plan(Checking.otherKommun, isOpen: false)),
        Mutation("a unit removed while another of the organisation stays", "E2401", m24, [add: remove, part: bup])
            .knowing(plan(Checking.region)),
        Mutation("parties changed by another unit of the owner", "E2402", m24).knowing {
            $0.caseFacts?.earlier[0].event.sender.address = "SE2321009900-A102"
        },
        Mutation("a reader made a full party", "W2401", m24).knowing {
            $0.caseFacts?.earlier.append(earlier(.readOnly, Checking.kommun, "SE2120009903-E501"))
        },
        Mutation(
            "a removed party not told", "W2402", m24,
            [add: remove, part: provkommun, "0203:socialtjanst.provkommun.example": "0203:hsl.provkommun.example"]),
    ]
}
