import CareMessages
import Foundation

/// The example of M07 spoiled so that a rule of its own type objects, and changed so that none does.
enum OppenvardensTillganglighetMutations {
    private static let type = MessageType.oppenvardensTillganglighet

    private static func notice(_ answer: Utskrivningsklar.Answer, _ now: Date) -> EarlierMessage {
        var notice = Checking.earlier(Checking.unknown, .utskrivningsklar, sent: now.addingTimeInterval(-3_600))
        notice.event.facts.openCareAvailable = answer
        return notice
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation("the notice of readiness said no", "W701", type).knowing { $0.caseFacts?.earlier.append(notice(.no, $0.now)) },
        Mutation("the notice of readiness said unclear", "W701", type).knowing { $0.caseFacts?.earlier.append(notice(.unclear, $0.now)) },
        Mutation("another's person number among the services", "E10", type, ["Telefonkontakt": "Se 191212121212. Telefonkontakt"]),
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation("the notice of readiness said the same", "W701", type).knowing { $0.caseFacts?.earlier.append(notice(.yes, $0.now)) },
        Mutation("the notice that said no was withdrawn", "W701", type).knowing {
            var old = notice(.no, $0.now)
            old.isWithdrawn = true
            $0.caseFacts?.earlier.append(old)
        },
    ]
}
