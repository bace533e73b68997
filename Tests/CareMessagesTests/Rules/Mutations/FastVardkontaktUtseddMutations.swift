import CareMessages
import Foundation

/// The example of M03 spoiled so that a rule of its own type objects, and changed so that none does.
enum FastVardkontaktUtseddMutations {
    private static let type = MessageType.fastVardkontaktUtsedd
    private static let bup = "SE2321009900-B301"

    private static func redirect(_ context: inout RuleContext, to address: String, of organisation: String) {
        guard let receivers = context.caseFacts?.earlier[0].event.receivers else { return }
        for index in receivers.indices where receivers[index].role == .bup {
            context.caseFacts?.earlier[0].event.receivers[index].address = address
            context.caseFacts?.earlier[0].event.receivers[index].organisationsnummer = organisation
        }
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation("a unit that has no M01", "E301", type, [bup: "SE2321009900-B302", bup: "SE2321009900-B302"]),
        Mutation("a unit that has no M01, of an organisation with another's functional address", "E301", type).knowing {
            redirect(&$0, to: "0203:annan.region.example", of: Checking.kommun)
        },
        Mutation("a wrong check digit in the contact's HSA-id", "E04", type, ["SE2321009900-P402": "SE2321009901-P402"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation(
            "sent by the unit that has the M01, of a contact elsewhere", "E301", type,
            ["<sam:Enhet>\n    <sam:HsaId>\(bup)": "<sam:Enhet>\n    <sam:HsaId>SE2321009900-B302"]),
        Mutation("open care addressed as a function", "E301", type).knowing {
            redirect(&$0, to: "0203:bup.region.example", of: Checking.region)
        },
        Mutation("a unit added afterwards", "E301", type, [bup: "SE2321009900-B302", bup: "SE2321009900-B302"]).knowing { context in
            guard let open = context.caseFacts?.earlier[0].event.receivers.first(where: { $0.role == .bup }) else { return }
            var unit = open
            unit.address = "SE2321009900-B302"
            var change = Checking.earlier(Checking.unknown, .andradPart, sent: context.now.addingTimeInterval(-3_600))
            change.event.facts.partyChanges = [.init(change: "TILLAGG", unit: unit)]
            context.caseFacts?.earlier.append(change)
        },
    ]
}
