import Foundation

/// How soon a role at the receiver confirms a message (M23, level VERKSAMHET). No law says; by agreement.
package struct ReceiptLimits: Sendable, Equatable {
    /// One limit.
    package enum Limit: Sendable, Equatable {
        /// Elapsed time from when it was sent.
        case elapsed(Duration)
        /// Elapsed time when it begins and ends on working days, else a time on the next working day.
        case elapsedOnWorkingDays(Duration, otherwise: TimeOfDay)
        /// A time on the next working day.
        case nextWorkingDay(TimeOfDay)
        /// None is expected.
        case none
    }

    /// Limits of single types.
    package var byType: [MessageType: Limit]
    /// The limit of the other types.
    package var others: Limit

    /// Makes the limits. A receipt never waits for a receipt, whatever is said of M23.
    package init(byType: [MessageType: Limit], others: Limit) {
        self.byType = byType
        self.others = others
    }

    /// The proposal of Sluss: M05 within two hours on working days, else the next working day at 10.
    package static let proposal = ReceiptLimits(
        byType: [.utskrivningsklar: .elapsedOnWorkingDays(.seconds(7_200), otherwise: ten)], others: .nextWorkingDay(ten))
    /// No receipts are expected.
    package static let none = ReceiptLimits(byType: [:], others: .none)

    private static let ten = TimeOfDay("10:00") ?? .noon

    /// Whether a message of the type is to be confirmed.
    package func expects(_ type: MessageType) -> Bool { type != .kvittens && (byType[type] ?? others) != .none }

    /// When the confirmation of a message is due; `nil` when none is expected.
    func due(_ type: MessageType, sent: Date, _ holidays: SwedishHolidays) -> Date? {
        guard type != .kvittens else { return nil }
        let day = CalendarDay(sent)
        switch byType[type] ?? others {
        case .none: return nil
        case .elapsed(let limit): return sent.addingTimeInterval(limit / .seconds(1))
        case .nextWorkingDay(let time): return SwedishTime.instant(time, on: holidays.adding(workingDays: 1, to: day))
        case .elapsedOnWorkingDays(let limit, let time):
            let end = sent.addingTimeInterval(limit / .seconds(1))
            guard holidays.isWorkingDay(day), holidays.isWorkingDay(CalendarDay(end)) else {
                return SwedishTime.instant(time, on: holidays.adding(workingDays: 1, to: day))
            }
            return end
        }
    }
}
