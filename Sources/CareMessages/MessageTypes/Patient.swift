import Documents

/// The patient as a message shows them. Patient data: never log a value of this type; its description says nothing.
package struct Patient: Sendable, CustomStringConvertible {
    /// Given and family name.
    package struct Name: Equatable, Sendable {
        /// Given names.
        package let given: String
        /// Family name.
        package let family: String
    }

    /// Where the patient is folkbokförd.
    package enum Registration: Equatable, Sendable {
        /// The kommunkod.
        case municipality(String)
        /// No municipality, with the schema's reason: ASYLSOKANDE, UTLANDET, OKAND or SKYDDAD.
        case none(reason: String)
    }

    /// The folkbokföringsadress of an inskrivningsmeddelande.
    package enum RegisteredAddress: Equatable, Sendable {
        /// The address.
        case address(PostalAddress)
        /// A mark in its place: SKYDDAD, SKATTEVERKETS_FORMEDLING or SAKNAS.
        case mark(String)
        /// The message type has none.
        case notCarried
    }

    /// At least one; the first is the primary one.
    package let identities: [PatientIdentity]
    /// `nil` when a mark stands in its place.
    package let name: Name?
    /// Day of birth.
    package let birthDate: CalendarDay
    /// As written; at least one value.
    package let protection: [Skydd]
    /// Municipality of folkbokföring, or why there is none.
    package let registration: Registration
    /// Address of folkbokföring.
    package let address: RegisteredAddress

    init(_ fields: FieldReader) throws(Refusal) {
        identities = try fields.all("Patientid") { (item) throws(Refusal) in
            PatientIdentity(system: try item.token("Identitetstyp"), value: try item.token("Identitetsvarde"))
        }
        name = try fields.optional("Namn") { (item) throws(Refusal) in
            Name(given: try item.token("Fornamn"), family: try item.token("Efternamn"))
        }
        birthDate = try fields.day("Fodelsedatum")
        protection = try fields.all("Skydd") { (item) throws(Refusal) in try item.code() }
        if let code = try fields.optionalToken("Folkbokforingskommun") {
            registration = .municipality(code)
        } else {
            registration = .none(reason: try fields.token("FolkbokforingskommunSaknas"))
        }
        if let address = try fields.optional("Folkbokforingsadress", { (item) throws(Refusal) in try PostalAddress(item) }) {
            self.address = .address(address)
        } else {
            address = try fields.optionalToken("Adressmarkering").map { .mark($0) } ?? .notCarried
        }
    }

    /// Whether any protection applies. Such a message waits for a person to release it before it is sent.
    package var isProtected: Bool { protection.contains { $0 != .ingen } }

    /// The kommunkod of folkbokföring, when there is one.
    package var folkbokforingskommun: String? {
        if case .municipality(let code) = registration { code } else { nil }
    }

    /// Says nothing, so that an interpolated value cannot reach a log.
    package var description: String { "Patient" }
}
