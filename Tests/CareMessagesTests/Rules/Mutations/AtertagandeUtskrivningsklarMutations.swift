import CareMessages
import Foundation

/// The example of M06 spoiled so that a rule of its own type objects, and changed so that none does.
enum AtertagandeUtskrivningsklarMutations {
    private static let type = MessageType.atertagandeUtskrivningsklar

    private static func call(_ now: Date) -> EarlierMessage {
        Checking.earlier(Checking.unknown, .kallelseTillSip, sent: now.addingTimeInterval(-3_600))
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation("the notice is withdrawn already", "E601", type).also("E07").knowing { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0 where context.caseFacts?.earlier[index].type == .utskrivningsklar {
                context.caseFacts?.earlier[index].isWithdrawn = true
            }
        },
        Mutation("the notice never had any effect", "E601", type).knowing { context in
            for index in context.caseFacts?.earlier.indices ?? 0..<0 where context.caseFacts?.earlier[index].type == .utskrivningsklar {
                context.caseFacts?.earlier[index].isIrregular = true
            }
        },
        Mutation("a call to the SIP stands", "W601", type).knowing { $0.caseFacts?.earlier.append(call($0.now)) },
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation("another notice was withdrawn before", "E601", type).knowing {
            var old = Checking.earlier(Checking.unknown, .utskrivningsklar, sent: $0.now.addingTimeInterval(-86_400))
            old.isWithdrawn = true
            $0.caseFacts?.earlier.append(old)
        },
        Mutation("the call was withdrawn", "W601", type).knowing {
            var old = call($0.now)
            old.isWithdrawn = true
            $0.caseFacts?.earlier.append(old)
        },
    ]
}
