import CareMessages
import Foundation

/// The example of M02 spoiled so that a rule of its own type objects, and changed so that none does.
enum AndradBeraknadUtskrivningMutations {
    private static let type = MessageType.andradBeraknadUtskrivning
    private static let new = element("NyBeraknadUtskrivning", "2026-09-23")

    private static func earlier(_ type: MessageType, _ now: Date) -> EarlierMessage {
        Checking.earlier(Checking.unknown, type, sent: now.addingTimeInterval(-3_600))
    }

    private static func change(to day: String, _ now: Date) -> EarlierMessage {
        var message = earlier(.andradBeraknadUtskrivning, now)
        message.event.facts.expectedDischarge = PlannedTime(day)
        return message
    }

    private static func withdrawn(_ message: EarlierMessage) -> EarlierMessage {
        var message = message
        message.isWithdrawn = true
        return message
    }

    /// Each breaks the rule named.
    static let all = [
        Mutation("the time of the M01 again", "E201", type, [new: element("NyBeraknadUtskrivning", "2026-09-21")]),
        Mutation("the time of the last M02 again", "E201", type).knowing { $0.caseFacts?.earlier.append(change(to: "2026-09-23", $0.now)) },
        Mutation("after the end of the admission", "E202", type).knowing {
            $0.caseFacts?.earlier.append(earlier(.avslutVardtillfalle, $0.now))
        },
        Mutation("the reason with the duty alone", "W11", type, ["UNDER18_25_12": "UPPGIFTSSKYLDIGHET_10_28"]),
        Mutation("a day that has passed", "W201", type, [new: element("NyBeraknadUtskrivning", "2026-09-15")]),
        Mutation(
            "a second that has passed", "W201", type, [new: element("NyBeraknadUtskrivning", "2026-09-16T13:59:59+02:00")]),
        Mutation("after readiness", "W202", type).knowing { $0.caseFacts?.earlier.append(earlier(.utskrivningsklar, $0.now)) },
        Mutation("after a decision on open compulsory care", "W202", type).knowing {
            $0.caseFacts?.earlier.append(earlier(.underrattelseOppenTvangsvard, $0.now))
        },
    ]

    /// Each comes to the edge of the rule named and does not break it.
    static let edges = [
        Mutation("the same day, now with a time", "E201", type, [new: element("NyBeraknadUtskrivning", "2026-09-21T12:00:00+02:00")]),
        Mutation("back to the time of the M01", "E201", type, [new: element("NyBeraknadUtskrivning", "2026-09-21")]).knowing {
            $0.caseFacts?.earlier.append(change(to: "2026-09-25", $0.now))
        },
        Mutation("the time of a withdrawn M02", "E201", type).knowing {
            $0.caseFacts?.earlier.append(withdrawn(change(to: "2026-09-23", $0.now)))
        },
        Mutation("after an end that was withdrawn", "E202", type).knowing {
            $0.caseFacts?.earlier.append(withdrawn(earlier(.avslutVardtillfalle, $0.now)))
        },
        Mutation(
            "the new time alone with the duty alone", "W11", type,
            ["UNDER18_25_12": "UPPGIFTSSKYLDIGHET_10_28", element("Andringsorsak", "Observationen förlängs."): ""]),
        Mutation("the day of sending", "W201", type, [new: element("NyBeraknadUtskrivning", "2026-09-16")]),
        Mutation("the second of sending", "W201", type, [new: element("NyBeraknadUtskrivning", "2026-09-16T14:00:00+02:00")]),
        Mutation("after a readiness that was withdrawn", "W202", type).knowing {
            $0.caseFacts?.earlier.append(withdrawn(earlier(.utskrivningsklar, $0.now)))
        },
    ]
}
