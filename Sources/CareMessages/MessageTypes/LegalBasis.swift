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
    package enum Consent: String, CaseIterable, Sendable {
        /// Given.
        case yes = "JA"
        /// Refused.
        case no = "NEJ"
        /// Not asked for.
        case notAsked = "EJ_TILLFRAGAD"
        /// Not needed.
        case notNeeded = "EJ_KRAVS"
    }

    /// The ground.
    package let ground: Ground
    /// The provision in words.
    package let provision: String?
    /// State of the consent; `nil` when the message says nothing of it.
    package let consent: Consent?

    init(_ fields: FieldReader) throws(Refusal) {
        ground = try fields.code("Grund")
        provision = try fields.optionalToken("Lagrum")
        consent = try fields.optional("Samtycke")?.code("Samtyckesstatus")
    }
}
