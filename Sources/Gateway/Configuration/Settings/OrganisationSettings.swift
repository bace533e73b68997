/// Who we are (`organisation`).
package struct OrganisationSettings: Sendable, Equatable {
    /// The organisation's name as people write it.
    package let name: String
    /// Ten digits with a correct check digit.
    package let organisationsnummer: String
    /// Länskod (two digits) of a region, or kommunkod (four digits) of a kommun.
    package let code: String
}
