import CareMessages
import Foundation
import Testing

/// A row of the table: what was told, and what one limit must say of it.
struct DeadlineCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: DeadlineKind
    /// The message that starts the limit.
    let trigger: String
    /// The instant that divides in time from late, in Swedish time.
    let due: String
    /// As ``text(_:)`` writes it.
    let status: String
    let watched: WatchedCase
    var agreement = RegionalAgreement.statutory
    let now: String

    var testDescription: String { "\(kind.rawValue): \(name)" }

    static func text(_ status: Deadline.Status) -> String {
        switch status {
        case .open: "open"
        case .met(let id, _): "met \(id)"
        case .metLate(let id, _): "late \(id)"
        case .missed: "missed"
        case .stopped(let id, _): "stopped \(id ?? "-")"
        }
    }
}

extension DeadlineCase {
    /// The first day of liability, seen when the notice has just been sent.
    static func entry(_ name: String, _ sent: String, _ expected: String, _ agreement: RegionalAgreement = .statutory) -> DeadlineCase {
        DeadlineCase(
            name: name, kind: .betalningsansvar, trigger: "m05", due: InstantText.text(SwedishTime.start(of: Told.day(expected))),
            status: "open",
            watched: WatchedCase([.m05(sent)]), agreement: agreement, now: sent)
    }

    /// The call, sent or not, for a notice.
    static func call(_ name: String, notice: String, call: String?, _ due: String, _ status: String, now: String) -> DeadlineCase {
        DeadlineCase(
            name: name, kind: .kallelseTillSip, trigger: "m05", due: due, status: status,
            watched: WatchedCase([.m05(notice)] + (call.map { [.m08($0)] } ?? [])), now: now)
    }

    /// The notice of admission.
    static func admission(_ name: String, _ notice: Told, _ due: String, _ status: String) -> DeadlineCase {
        DeadlineCase(
            name: name, kind: .inskrivningsmeddelande, trigger: "m01", due: due, status: status, watched: WatchedCase([notice]),
            now: "2030-01-01T00:00:00Z")
    }

    /// The information on the day of discharge.
    static func information(_ name: String, left: String, sent: String?, _ due: String, _ status: String, now: String) -> DeadlineCase {
        DeadlineCase(
            name: name, kind: .utskrivningsinformation, trigger: "m13", due: due, status: status,
            watched: WatchedCase([.m13(left, left: left)] + (sent.map { [.m12($0, left: left)] } ?? [])), now: now)
    }

    /// Any limit of any case.
    static func told(
        _ name: String, _ kind: DeadlineKind, of trigger: String, _ told: [Told], _ expected: (due: String, status: String), now: String
    ) -> DeadlineCase {
        DeadlineCase(
            name: name, kind: kind, trigger: trigger, due: expected.due, status: expected.status, watched: WatchedCase(told), now: now)
    }
}
