import Documents

/// With what right data is disclosed (`RattsligGrund`), and the consent when that is the right.
package struct LegalBasis: Equatable, Sendable {
    /// The grounds that lift secrecy (offentlighets- och sekretesslagen 2009:400). Raw values are those of the schema.
    package enum Ground: String, CaseIterable, Sendable {
        /// A duty by law, 10 kap. 28 §: bears the four facts of lag (2017:612) 2 kap. 2 §.
        case uppgiftsskyldighet = "UPPGIFTSSKYLDIGHET_10_28"
        /// Consent, 12 kap. 2 §.
        case samtycke = "SAMTYCKE_12_2"
        /// Care to social services about a person under 18, 25 kap. 12 §.
        case under18FromCare = "UNDER18_25_12"
        /// Social services to care about a person under 18, 26 kap. 9 §.
        case under18FromSocialServices = "UNDER18_26_9"
        /// Disclosed after weighing the harm.
        case menprovning = "MENPROVNING"
        /// Necessary for the sender's own work, 10 kap. 2 §.
        case nodvandigt = "NODVANDIGT_10_2"
        /// Another ground, named in words.
        case ovrigt = "OVRIGT"
    }

    /// State of the consent.
    package enum Consent: String, CaseIterable, Sendable, Codable {
        /// Given.
        case yes = "JA"
        /// Refused.
        case no = "NEJ"
        /// Not asked for.
        case notAsked = "EJ_TILLFRAGAD"
        /// Not needed.
        case notNeeded = "EJ_KRAVS"
    }

    /// Who gives consent. Raw values are those of the schema.
    package enum ConsentGiver: String, CaseIterable, Sendable {
        /// The patient.
        case patient = "PATIENT"
        /// A guardian.
        case firstGuardian = "VARDNADSHAVARE_1"
        /// The other guardian.
        case secondGuardian = "VARDNADSHAVARE_2"
        /// The socialnämnd in the guardians' place (LVU 11 §).
        case board = "NAMND_LVU_11"
        /// A god man.
        case godMan = "GOD_MAN"
    }

    /// The ground.
    package var ground: Ground
    /// The provision in words.
    package var provision: String?
    /// State of the consent; `nil` when the message says nothing of it.
    package var consent: Consent?
    /// Who gave or refused it.
    package var consentGivenBy: ConsentGiver?
    /// The day it was given or refused.
    package var consentDay: CalendarDay?

    /// Takes what every one has; the rest is set afterwards.
    package init(ground: Ground) {
        self.ground = ground
    }

    func write(to fields: inout FieldWriter) {
        fields.code("Grund", ground)
        fields.text("Lagrum", provision)
        if let consent {
            fields.child("Samtycke", ConsentStatement(consent, givenBy: consentGivenBy, day: consentDay).write)
        }
    }

    init(_ fields: FieldReader) throws(Refusal) {
        ground = try fields.code("Grund")
        provision = try fields.optionalToken("Lagrum")
        let stated = try fields.optional("Samtycke") { (item) throws(Refusal) in try ConsentStatement(item) }
        consent = stated?.state
        consentGivenBy = stated?.givenBy
        consentDay = stated?.day
    }
}
