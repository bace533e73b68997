import CareMessages
import Documents
import Foundation
import Gateway

/// Words about cases for people, in the language of this process.
enum CaseWords {
    /// The title of a kind.
    static func kind(_ kind: CaseKind) -> String { Language.current(kind.title) }
    /// The title of a phase.
    static func phase(_ phase: CasePhase) -> String { Language.current(phase.title) }

    /// The state of payment as one word.
    static func payment(_ word: String) -> String {
        switch word {
        case "blocked": local("hindrat", "blocked")
        case "doubt": local("tveksamt", "in doubt")
        default: local("beräknat", "estimated")
        }
    }

    /// Time left: `5 h`, or `-5 h` when it has run out.
    static func remaining(_ seconds: Int) -> String { (seconds < 0 ? "-" : "") + LocalTime.age(abs(seconds)) }

    /// What became of a time limit.
    static func standing(_ deadline: DeadlineReport) -> String {
        switch deadline.status {
        case .open: "\(local("kvar", "left")) \(remaining(deadline.remainingSeconds ?? 0))"
        case .missed: "\(local("överskriden", "overdue")) \(remaining(-(deadline.remainingSeconds ?? 0)))"
        case .met: local("hållen", "kept")
        case .late: local("hållen för sent", "kept too late")
        case .stopped: local("upphörd", "ended")
        }
    }

    /// The message that started it: its type and the beginning of its id, for one type may start several limits of a case.
    static func start(_ deadline: DeadlineReport) -> String { Terminal.safe("\(deadline.startedByType) \(deadline.startedBy.prefix(8))") }

    /// What a time limit waits for, with the rule that warns of the same.
    static func title(_ deadline: DeadlineReport) -> String {
        local(deadline.titleSv, deadline.titleEn) + (deadline.rule.map { " (\($0))" } ?? "")
    }

    /// What became of a message.
    static func standing(_ message: TimelineMessage) -> String {
        switch message.standing {
        case "in_force": local("gäller", "in force")
        case "withdrawn": local("återtaget", "withdrawn")
        case "replaced": local("ersatt", "replaced")
        default: local("utan verkan", "without effect") + (message.irregularity.map { ": " + Language.current($0.text) } ?? "")
        }
    }

    /// `M05 Utskrivningsklar`; the bare number for a type this version does not know.
    static func type(_ number: String) -> String {
        MessageType(rawValue: number).map { "\(number) \(Language.current($0.title))" } ?? number
    }
}
