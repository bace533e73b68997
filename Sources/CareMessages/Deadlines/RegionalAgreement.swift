import Documents
import Foundation

/// What a region and its municipalities have agreed on (lag 2017:612, 4 kap. 4–5 §§): plug-in values of the deadline engine. What the law does
/// not let them change (24 hours, the same day, three days for the call) is not here.
package struct RegionalAgreement: Sendable, Equatable {
    /// Which days are counted until liability to pay begins.
    package enum DayKind: String, CaseIterable, Sendable {
        /// Every day.
        case calendar
        /// Monday to Friday but for red days.
        case weekdays
    }

    /// What days of waiting lead to.
    package enum Model: Sendable, Equatable {
        /// Payment for each patient and day (5 kap.).
        case statutory
        /// Payment only when the average of all patients exceeds a level, in days. Nothing follows for a single patient.
        case average(level: Decimal)

        /// What follows for a single patient.
        package var note: LocalText {
            switch self {
            case .statutory:
                LocalText(
                    sv: "Ansvaret räknas från den dagens början; om den dagen själv ska betalas säger inte lagen. Läsning, inte lagtext.",
                    en:
                        "Liability counts from the beginning of that day; whether the day itself is paid the law does not say. A reading, not "
                        + "the wording of the law.")
            case .average(let level):
                LocalText(
                    sv:
                        "Medelvärdesmodell med nivån \(level) dagar: dagarna redovisas, men säger inget om betalning för en enskild patient.",
                    en:
                        "Average model with the level of \(level) days: the days are reported, but say nothing of payment for a single patient."
                )
            }
        }
    }

    /// Days from the notice until liability when it was sent at or before the cutoff. Negative counts as zero.
    package var graceDays = 3
    /// Days from the notice until liability when it was sent after the cutoff. Negative counts as zero.
    package var graceDaysAfterCutoff = 4
    /// The time of day a notice must not be sent after. The very instant is not after; a fraction of a second later is.
    package var cutoff = TimeOfDay.noon
    /// Which days are counted.
    package var dayKind = DayKind.calendar
    /// Red days: for weekdays, and for the limits of Sluss that count working days.
    package var holidays = SwedishHolidays(includesEves: true)
    /// What days of waiting lead to.
    package var model = Model.statutory
    /// How long before a deadline a warning is due. One that is as long as the whole time or longer says nothing and is left out.
    package var warnings: [Duration] = [.seconds(86_400), .seconds(4 * 3_600), .seconds(3_600)]
    /// How soon people confirm what came.
    package var receipts = ReceiptLimits.proposal
    /// Whose receipts can come at all; `nil` where nothing tells, and then every receiver but the sender itself is asked for one.
    package var receiptSenders: ReceiptSenders?

    /// The law without any agreement.
    package init() {}

    /// The law without any agreement: three days, four after 12:00, every day counted (5 kap. 4 §).
    package static let statutory = RegionalAgreement()

    /// Whether liability begins when the law says.
    package var hasStatutoryEntry: Bool {
        let law = Self.statutory
        return graceDays == law.graceDays && graceDaysAfterCutoff == law.graceDaysAfterCutoff && cutoff == law.cutoff
            && dayKind == law.dayKind
    }

    /// The provision the entry of liability rests on.
    package var entryBasis: LocalText {
        hasStatutoryEntry
            ? LocalText(sv: "Lag (2017:612) 5 kap. 4 §", en: "Lag (2017:612) 5 kap. 4 §")
            : LocalText(sv: "Lag (2017:612) 4 kap. 5 §, överenskommelse", en: "Lag (2017:612) 4 kap. 5 §, agreement")
    }

    /// The first day of liability for a notice sent at an instant (5 kap. 4 §). That the day of sending is not counted is a reading, not the
    /// wording of the law.
    package func payFrom(noticeSent sent: Date) -> CalendarDay {
        let isAfterCutoff = SwedishTime.secondsOfDay(at: sent) > Double(cutoff.seconds)
        let days = max(0, isAfterCutoff ? graceDaysAfterCutoff : graceDays)
        switch dayKind {
        case .calendar: return CalendarDay(sent).adding(days: days)
        case .weekdays: return holidays.adding(workingDays: days, to: CalendarDay(sent))
        }
    }
}
