import Documents
import Foundation

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

    /// Whether what a message builds on is there.
    package enum Link: String, CaseIterable, Sendable, Codable {
        /// It is, or the message builds on nothing.
        case whole = "HEL"
        /// It has not come: to one who joined later it never will. Only what takes back or replaces must wait for it.
        case missing = "SAKNAS"
        /// Several organisations have used the id, the sender not among them.
        case ambiguous = "TVETYDIG"
    }

    /// What a receiver answered by M23 other than that all was well.
    package struct Feedback: Sendable, Equatable {
        /// AVVISAD, FELSAND or VIDARESAND.
        package let outcome: Kvittens.Outcome
        /// Who says so.
        package let unit: CaseEvent.Unit
        /// When that was sent.
        package let at: Date
        /// organisationsnummer of whom it was passed on to.
        package let forwardedTo: String?
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
        /// The sender has no say in it: another hospital's stay, or another owner's case.
        case notEntitled = "EJ_BEHORIG"
        /// Several organisations claim to have opened the case, so none of them may change who takes part.
        case rivalOwner = "OKLAR_AGARE"

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
            case .notEntitled:
                LocalText(
                    sv: "Avsändaren får inte säga detta i ärendet: en annan organisation har öppnat det.",
                    en: "The sender may not say this in the case: another organisation opened it.")
            case .rivalOwner:
                LocalText(
                    sv: "Flera organisationer säger sig ha öppnat ärendet; ingen av dem kan ändra parterna.",
                    en: "Several organisations claim to have opened the case; none of them can change the parties.")
            }
        }
    }

    /// The message.
    package let event: CaseEvent
    /// Whether it counts.
    package internal(set) var standing: Standing
    /// Whether what it builds on is there.
    package internal(set) var link = Link.whole
    /// What its receivers answered other than that all was well, in the order that counts.
    package internal(set) var feedback: [Feedback] = []

    /// Whether it counts.
    package var isInForce: Bool { standing == .inForce }
    /// Whether it is without effect for where it stands.
    package var isIrregular: Bool { if case .irregular = standing { true } else { false } }
    /// Whether it was taken back or replaced.
    package var isWithdrawn: Bool {
        switch standing {
        case .withdrawn, .replaced: true
        case .inForce, .irregular: false
        }
    }
}
