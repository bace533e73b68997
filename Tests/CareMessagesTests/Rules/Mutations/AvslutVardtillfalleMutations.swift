import CareMessages
import Foundation

/// The example of M13 spoiled so that a rule of its own type objects, and changed so that none does.
enum AvslutVardtillfalleMutations {
    private static let type = MessageType.avslutVardtillfalle
    private static let ended = element("Avslutad", "2026-09-25T13:15:00+02:00")

    private static func forget(_ types: Set<MessageType>, in context: inout RuleContext) {
        context.caseFacts?.earlier.removeAll { types.contains($0.type) }
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation("discharged without readiness", "E1301", type).knowing { forget([.utskrivningsklar], in: &$0) },
        Mutation("discharged after the readiness was withdrawn", "E1301", type).knowing { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0 where context.caseFacts?.earlier[index].type == .utskrivningsklar {
                context.caseFacts?.earlier[index].isWithdrawn = true
            }
        },
        Mutation("discharged while open compulsory care is only applied for", "E1301", type).knowing {
            forget([.utskrivningsklar], in: &$0)
            var applied = Checking.earlier(Checking.unknown, .underrattelseOppenTvangsvard, sent: $0.now.addingTimeInterval(-3_600))
            applied.event.facts.status = UnderrattelseOppenTvangsvard.Decision.applied.rawValue
            $0.caseFacts?.earlier.append(applied)
        },
        Mutation("discharged and no information sent", "W1301", type).knowing { forget([.utskrivningsinformation], in: &$0) },
        Mutation(
            "discharged the day before the information was sent", "W1301", type, [ended: element("Avslutad", "2026-09-24T23:59:59+02:00")]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges =
        [
            Mutation("discharged to open compulsory care", "E1301", type).knowing {
                forget([.utskrivningsklar], in: &$0)
                $0.caseFacts?.earlier.append(
                    Checking.earlier(Checking.unknown, .underrattelseOppenTvangsvard, sent: $0.now.addingTimeInterval(-3_600)))
            },
            Mutation(
                "discharged at the first second of the day of the information", "W1301", type,
                [ended: element("Avslutad", "2026-09-25T00:00:00+02:00")]),
        ]
        + ["AVLIDEN", "FLYTTAD", "AVBRUTEN", "AVVIKEN"].map { kind in
            Mutation(
                "\(kind) without readiness and information", "E1301", type,
                [element("Avslutsform", "UTSKRIVEN"): element("Avslutsform", kind)]
            )
            .knowing { forget([.utskrivningsklar, .utskrivningsinformation], in: &$0) }
        }
}
