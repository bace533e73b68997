import Documents

/// The patient as a message shows them. Patient data: never log a value of this type; its description says nothing.
package struct Patient: Equatable, Sendable, CustomStringConvertible {
    /// Given and family name.
    package struct Name: Equatable, Sendable {
        /// Given names.
        package var given: String
        /// Family name.
        package var family: String

        /// Takes what every one has; the rest is set afterwards.
        package init(given: String, family: String) {
            self.given = given
            self.family = family
        }
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
    package var identities: [PatientIdentity]
    /// `nil` when a mark stands in its place.
    package var name: Name?
    /// Day of birth.
    package var birthDate: CalendarDay
    /// As written; at least one value.
    package var protection: [Skydd] = [.ingen]
    /// Municipality of folkbokföring, or why there is none.
    package var registration: Registration
    /// Address of folkbokföring.
    package var address: RegisteredAddress

    /// Takes what every one has; the rest is set afterwards.
    package init(identities: [PatientIdentity], birthDate: CalendarDay, registration: Registration, address: RegisteredAddress) {
        self.identities = identities
        self.birthDate = birthDate
        self.registration = registration
        self.address = address
    }

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

    func write(to fields: inout FieldWriter) {
        fields.each("Patientid", identities) { identity, item in
            item.text("Identitetstyp", identity.system)
            item.text("Identitetsvarde", identity.value)
        }
        if let name {
            fields.child("Namn") { item in
                item.text("Fornamn", name.given)
                item.text("Efternamn", name.family)
            }
        } else {
            fields.text("Namnmarkering", "SKYDDAD")
        }
        fields.day("Fodelsedatum", birthDate)
        for value in protection { fields.code("Skydd", value) }
        switch registration {
        case .municipality(let code): fields.text("Folkbokforingskommun", code)
        case .none(let reason): fields.text("FolkbokforingskommunSaknas", reason)
        }
        switch address {
        case .address(let address): fields.child("Folkbokforingsadress", address.write)
        case .mark(let mark): fields.text("Adressmarkering", mark)
        case .notCarried: break
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
