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
        /// Migrationsverket's number of an asylum seeker: `NN-NNNNNN/N`, or nine digits.
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
        case .lmaNummer: if value.wholeMatch(of: /[0-9]{2}-[0-9]{6}\/[0-9]|[0-9]{9}/) == nil { throw Refusal(IdentityCode.form) }
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

    /// Hides the number, so that an interpolated value cannot reach a log.
    package var description: String { "PatientIdentity(\(system))" }
}
