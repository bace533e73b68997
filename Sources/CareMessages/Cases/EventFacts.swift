import Foundation

/// The facts of a message's content that later messages, deadlines and the case's state are judged by. Everything is optional: a type sets
/// what it states. Never names, person numbers, addresses or free text.
package struct EventFacts: Sendable, Equatable {
    /// What M20 and the types with a placement say of it.
    package struct Placement: Sendable, Equatable {
        /// START, ANDRING or SLUT, for M20.
        package var event: String?
        /// The day it begins, changes or ends.
        package var day: CalendarDay?
        /// Kommunkod of the municipality that decided.
        package var placeringskommun: String?
        /// Schema code of the kind of home.
        package var form: String?
        /// Kommunkod of where the home is; never for a protected patient or skyddat boende.
        package var vistelsekommun: String?

        /// Nothing is known yet.
        package init() {}
    }

    /// An insats of a plan: who answers for it, and whether it goes on.
    package struct Insats: Sendable, Equatable {
        /// organisationsnummer of the unit that answers.
        package var organisationsnummer: String
        /// Whether it has not ended.
        package var isOpen: Bool

        /// Makes one.
        package init(organisationsnummer: String, isOpen: Bool) {
            self.organisationsnummer = organisationsnummer
            self.isOpen = isOpen
        }
    }

    /// A change of parties (M24).
    package struct PartyChange: Sendable, Equatable {
        /// Schema code of the change.
        package var change: String
        /// The unit.
        package var unit: CaseEvent.Unit

        /// Makes one.
        package init(change: String, unit: CaseEvent.Unit) {
            self.change = change
            self.unit = unit
        }
    }

    /// Municipality of folkbokföring: who pays (lag 2017:612, 5 kap. 2 §).
    package var folkbokforingskommun: String?
    /// Whether the patient has any protection.
    package var isProtected: Bool?
    /// Whether the patient was under 18 when the message was sent.
    package var isUnder18: Bool?
    /// Whether the patient was under 21 when the message was sent.
    package var isUnder21: Bool?
    /// State of the consent among the legal bases, or of the type's own.
    package var consent: LegalBasis.Consent?

    /// M01: when the patient was admitted.
    package var admitted: Date?
    /// M01: when the need was assessed.
    package var needAssessed: Date?
    /// M01, M02: expected discharge.
    package var expectedDischarge: PlannedTime?
    /// M01: which insatser may be needed.
    package var needs: [Inskrivningsmeddelande.Behov]?
    /// HSA-id of the ward or unit the message is about.
    package var unit: String?
    /// Form of care.
    package var vardform: Vardform?
    /// M05, M11: when the patient was assessed as ready, or the decision was made.
    package var assessed: Date?
    /// M05: whether a SIP is needed.
    package var needsSIP: Utskrivningsklar.Answer?
    /// M05, M07: whether the services of open care are available.
    package var openCareAvailable: Utskrivningsklar.Answer?
    /// M07: from when that holds.
    package var openCareFrom: PlannedTime?
    /// M12, M13: when the patient left.
    package var left: Date?
    /// M08, M09: when the meeting begins.
    package var meeting: Date?
    /// M08: organisationsnummer of those called.
    package var called: [String]?
    /// M10, M11: the insatser of the plan.
    package var insatser: [Insats]?
    /// M14: parts of the health examination asked for; M15: those concerned; M16: those examined or left out.
    package var parts: [BegaranHalsoundersokning.Part]?
    /// M16: those of the parts that are left to another unit, and so are not answered.
    package var omittedParts: [BegaranHalsoundersokning.Part]?
    /// M20 and types with a placement.
    package var placement: Placement?
    /// Placing municipality named by a type with a placement.
    package var placeringskommun: String?
    /// Municipality of the stay named by a type with a placement; never for a protected patient or skyddat boende.
    package var vistelsekommun: String?
    /// M24: who joins or leaves.
    package var partyChanges: [PartyChange]?
    /// The type's own state code: M06 reason, M09 answer, M10 status, M11 decision, M13 kind, M15 and M18 status, M17 priority, M19 extent,
    /// M21 event, M22 kind, M23 result, M25 kind.
    package var status: String?
    /// M23: level of the receipt.
    package var level: String?
    /// M22: id of the message that takes the place of the one withdrawn. M15, M18, M23 VIDARESAND: organisationsnummer it went to.
    package var successor: String?

    /// Nothing is known yet.
    package init() {}

    /// Drops where the patient stays: whoever reads the index must not find it.
    mutating func forgetStay() {
        vistelsekommun = nil
        placement?.vistelsekommun = nil
    }
}
