import CareMessages
import Foundation

/// The example of M23 spoiled so that a rule of its own type objects, and changed so that none does.
enum KvittensMutations {
    private static let m23 = MessageType.kvittens
    private static let accepted = element("Resultat", "OK")
    private static let time = element("Kvitterad", "2026-09-14T11:02:00+02:00")
    private static let target = element(
        "VidaresandTill",
        element("Organisationsnummer", Checking.otherKommun) + element("HsaId", "SE2120009911-S301") + element("Roll", "SOCIALTJANST"))

    private static func result(_ code: String) -> String { element("Resultat", code) }
    private static func comment(_ text: String) -> String { time + element("Kommentar", text) }

    /// The message acknowledged never came to the municipality; a receipt for another message or for it says that it was passed on.
    private static func passedOn(_ refersTo: String) -> @Sendable (inout RuleContext) -> Void {
        {
            $0.caseFacts?.earlier[0].event.receivers.removeAll { $0.organisationsnummer == Checking.kommun }
            var receipt = Checking.earlier("c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9997", .kvittens, sent: $0.now, by: Checking.otherKommun)
            receipt.event.refersTo = refersTo
            receipt.event.facts.successor = Checking.kommun
            $0.caseFacts?.earlier.append(receipt)
        }
    }

    /// Each breaks the rule named.
    static let all: [Mutation] = [
        Mutation(
            "sent to the wrong receiver, with the patient's number", "E2301", m23,
            [accepted: result("FELSAND"), time: comment("Vi känner inte 20120315-9809.")]),
        Mutation("the patient's number in the provision", "E2301", m23, ["Inga uppgifter om patienten lämnas": "Gäller 120315-9809"]),
        Mutation("passed on to nobody", "E2302", m23, [accepted: result("VIDARESAND")]),
        Mutation("accepted and passed on", "E2302", m23, [time: time + target]),
        Mutation(
            "refused by a system for nothing", "E2303", m23,
            [element("Kvittensniva", "VERKSAMHET"): element("Kvittensniva", "TEKNISK"), accepted: result("AVVISAD")]),
        Mutation("accepted against a rule", "E2303", m23, [accepted: accepted + element("Regel", "E04")]),
        Mutation("read after the receipt was sent", "E2304", m23, [time: element("Kvitterad", "2026-09-14T11:05:01+02:00")]),
        Mutation("a receipt from one who did not receive", "W2301", m23).knowing {
            $0.caseFacts?.parties = [Checking.kommun]
            $0.caseFacts?.earlier[0].event.receivers.removeAll { $0.organisationsnummer == Checking.kommun }
        },
        Mutation("a receipt from one to whom another message was passed on", "E08", m23)
            .knowing(passedOn("c2a7e0d4-86f1-4b6b-8f55-7b1f0a9e9999")).also("W2301"),
        Mutation(
            "the patient's given name, of a misdirected message", "W2302", m23,
            [accepted: result("FELSAND"), time: comment("Vi känner inte Tilda.")]),
        Mutation(
            "the patient's family name, of a refused message", "W2302", m23,
            [accepted: result("AVVISAD"), time: comment("Provbergs ärende är inte vårt.")]),
        Mutation(
            "the patient's name in the provision, of a message passed on", "W2302", m23,
            [accepted: result("VIDARESAND"), time: time + target, "Inga uppgifter om patienten lämnas": "Gäller Tilda"]),
        Mutation("a receipt for a receipt", "E06", m23).knowing { $0.caseFacts?.earlier[0].event.type = .kvittens },
        Mutation("patient data in a receipt", "D010", m23, ["</sam:Kuvert>": "</sam:Kuvert><sam:Patient/>"]),
        Mutation("a rule that is a sentence", "D010", m23, [accepted: result("AVVISAD") + element("Regel", "Syskon")]),
    ]
    /// Each comes to the edge of the rule named and does not break it.
    static let edges: [Mutation] = [
        Mutation(
            "sent to the wrong receiver, and a telephone number", "E2301", m23,
            [accepted: result("FELSAND"), time: comment("Ring 08-465 004 20.")]),
        Mutation(
            "words that begin like the patient's name", "W2302", m23,
            [accepted: result("FELSAND"), time: comment("Provberget och tildan.")]),
        Mutation("the patient is named by who has the message", "W2302", m23, [time: comment("Tilda är hos oss.")]),
        Mutation(
            "the patient's name is not known", "W2302", m23, [accepted: result("FELSAND"), time: comment("Vi känner inte Tilda.")]
        ).knowing { $0.patientNames = nil },
        Mutation("passed on to another unit", "E2302", m23, [accepted: result("VIDARESAND"), time: time + target]),
        Mutation("passed on for a protected patient, to nobody named", "E2302", m23, [accepted: result("VIDARESAND")]).knowing {
            for index in $0.caseFacts?.earlier.indices ?? 0..<0 { $0.caseFacts?.earlier[index].event.facts.isProtected = true }
        },
        Mutation(
            "refused by a system for a rule", "E2303", m23,
            [
                element("Kvittensniva", "VERKSAMHET"): element("Kvittensniva", "TEKNISK"),
                accepted: result("AVVISAD") + element("Regel", "E1701") + element("Regel", "D010"),
            ]),
        Mutation("refused by a person without a rule", "E2303", m23, [accepted: result("AVVISAD"), time: comment("Fel avdelning.")]),
        Mutation("read at the second of sending", "E2304", m23, [time: element("Kvitterad", "2026-09-14T11:05:00+02:00")]),
        Mutation("a receipt from another unit of the receiver", "W2301", m23, ["SE2120009903-S201": "SE2120009903-S202"]),
        Mutation("a receipt from one to whom the message was passed on", "W2301", m23).knowing(passedOn(Checking.admission)),
        Mutation("a receipt in a closed case for a withdrawn message", "E07", m23).knowing {
            $0.caseFacts?.isClosed = true
            $0.caseFacts?.earlier[0].isWithdrawn = true
        },
        Mutation("a receipt knows no patient", "E06", m23).knowing { $0.caseFacts?.earlier[0].isSamePatient = false },
        Mutation("a receipt from a party that may only read", "E08", m23).knowing {
            $0.caseFacts?.earlier.append(AndradPartMutations.earlier(.readOnly, Checking.kommun, "SE2120009903-S201"))
        },
    ]
}
