import Documents

/// One message of a case and what became of it.
package struct CaseEntry: Sendable, Equatable {
    /// Whether the message counts.
    package enum Standing: Sendable, Equatable {
        /// It counts.
        case inForce
        /// Taken back by the M06 or M22 with this id.
        case withdrawn(by: String)
        /// Replaced by the message with this id.
        case replaced(by: String)
        /// It came where it may not; kept and shown, without effect.
        case irregular(Irregularity)
    }

    /// Why a message has no effect. The receiver keeps it (patientdatalagen 2008:355, 3 kap. 14 §) and may answer with M25.
    package enum Irregularity: String, CaseIterable, Sendable, Codable {
        /// It builds on a message that has not come. When that comes, this one takes effect.
        case referenceMissing = "HANVISNING_SAKNAS"
        /// It builds on a message of the wrong type.
        case wrongReference = "FEL_HANVISNING"
        /// It takes back or replaces what another organisation sent.
        case notOriginalSender = "FEL_AVSANDARE"
        /// It takes back or replaces a message that does not count any more.
        case alreadyWithdrawn = "REDAN_ATERTAGEN"
        /// It takes back a message although a later one of the same sender builds on it.
        case notLatest = "EJ_SENASTE"
        /// A message of the type is in force already.
        case alreadyInForce = "GALLER_REDAN"
        /// The case had been closed.
        case afterClosing = "EFTER_AVSLUT"

        /// What is wrong, for operators.
        package var text: LocalText {
            switch self {
            case .referenceMissing:
                LocalText(sv: "Meddelandet det bygger på har inte kommit.", en: "The message it builds on has not come.")
            case .wrongReference:
                LocalText(sv: "Meddelandet det hänvisar till är av fel typ.", en: "The message it refers to is of the wrong type.")
            case .notOriginalSender:
                LocalText(
                    sv: "Bara den som skickade ett meddelande kan återta eller ersätta det.",
                    en: "Only who sent a message can withdraw or replace it.")
            case .alreadyWithdrawn:
                LocalText(
                    sv: "Meddelandet det återtar eller ersätter gäller inte längre.",
                    en: "The message it withdraws or replaces is no longer in force.")
            case .notLatest:
                LocalText(
                    sv: "Bara det senaste skedesmeddelandet kan återtas.", en: "Only the latest stage message can be withdrawn.")
            case .alreadyInForce:
                LocalText(
                    sv: "Ett meddelande av typen gäller redan i ärendet.", en: "A message of the type is in force already in the case.")
            case .afterClosing: LocalText(sv: "Ärendet var redan avslutat.", en: "The case had been closed already.")
            }
        }
    }

    /// The message.
    package let event: CaseEvent
    /// Whether it counts.
    package internal(set) var standing: Standing
    /// What receivers have said of it that it did not come to them rightly.
    package internal(set) var feedback: [CaseFeedback] = []

    /// Whether it counts.
    package var isInForce: Bool { standing == .inForce }
    /// Whether it was taken back or replaced.
    package var isWithdrawn: Bool {
        switch standing {
        case .withdrawn, .replaced: true
        case .inForce, .irregular: false
        }
    }
}
