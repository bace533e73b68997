import Documents

/// One identifier of a patient as a message carries it: what kind of number, and the number. Patient data.
package struct PatientIdentity: Hashable, Sendable, CustomStringConvertible {
    /// What kind of number it is.
    package enum Scheme: Hashable, Sendable {
        /// `Personnummer`.
        case personnummer
        /// `Samordningsnummer`; may be dormant (rule W06).
        case samordningsnummer
        /// `NationelltReservnummer`.
        case nationelltReservnummer
        /// A number that one region issues.
        case lokaltReservnummer(LokaltReservnummer)
        /// Migrationsverket's number of an asylum seeker: `NN-NNNNNN/N`, or digits alone.
        case lmaNummer
        /// A kind this product does not know: a person must match it by hand (rule W04).
        case unknown
    }

    /// The address that marks an LMA-nummer (HL7 Sverige); no OID is published.
    package static let lmaAddress = "http://electronichealth.se/identifier/LMA-nummer"

    /// OID or URI of the kind, as written.
    package let system: String
    /// The number, as written.
    package let value: String

    /// Takes both as they stand; `check()` judges them.
    package init(system: String, value: String) {
        self.system = system
        self.value = value
    }

    /// The kind that `system` stands for.
    package var scheme: Scheme {
        switch system {
        case Personnummer.oid: .personnummer
        case Samordningsnummer.oid: .samordningsnummer
        case NationelltReservnummer.oid: .nationelltReservnummer
        case Self.lmaAddress: .lmaNummer
        default: LokaltReservnummer(rawValue: system).map { .lokaltReservnummer($0) } ?? .unknown
        }
    }

    /// Throws an `IdentityCode` when the number is not of its kind. A number of an unknown kind passes.
    package func check() throws(Refusal) {
        switch scheme {
        case .personnummer: _ = try Personnummer(value)
        case .samordningsnummer: _ = try Samordningsnummer(value)
        case .nationelltReservnummer: _ = try NationelltReservnummer(value)
        case .lokaltReservnummer(let series): if !series.accepts(value) { throw Refusal(IdentityCode.form) }
        case .lmaNummer: _ = try LMANummer(value)
        case .unknown: return
        }
    }

    /// The date in a personnummer or samordningsnummer; `nil` for other kinds and for wrong numbers.
    package var date: CalendarDay? {
        switch scheme {
        case .personnummer: (try? Personnummer(value))?.date
        case .samordningsnummer: (try? Samordningsnummer(value))?.date
        default: nil
        }
    }

    /// How the number's date and a stated birth date go together; `nil` when the number has no date or is wrong.
    package func agreement(with birthDate: CalendarDay) -> BirthDateAgreement? {
        date.map { BirthDateAgreement(number: $0, birthDate: birthDate) }
    }

    /// The number in the one form in which numbers of its kind are compared: without the hyphens and strokes that a kind allows but does
    /// not demand. As written when it is wrong or of an unknown kind. Patient data.
    package var comparable: String {
        switch scheme {
        case .nationelltReservnummer: (try? NationelltReservnummer(value))?.text ?? value
        case .lmaNummer: (try? LMANummer(value))?.digits ?? value
        case .personnummer, .samordningsnummer, .lokaltReservnummer, .unknown: value
        }
    }

    /// Regions whose reserve numbers without an OID look like this one, when its kind is unknown.
    package var possibleIssuers: [ReservnummerUtanOID] {
        scheme == .unknown ? ReservnummerUtanOID.allCases.filter { $0.accepts(value) } : []
    }

    /// Hides the number, so that an interpolated value cannot reach a log.
    package var description: String { "PatientIdentity(\(system))" }
}
