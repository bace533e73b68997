/// An organisation that exists in tests and examples only. Its number has a correct check digit and belongs to nobody.
package struct TestOrganisation: Sendable, Equatable {
    /// The name of its folder of certificates, and our name for it as a partner.
    package let label: String
    /// The name as people write it.
    package let name: String
    /// Ten digits with a correct check digit.
    package let organisationsnummer: String
    /// Länskod (two digits) or kommunkod (four digits), as in the examples of `Schemas/examples`.
    package let code: String

    /// The region that admits and discharges patients in the examples.
    package static let region = TestOrganisation(label: "region", name: "Region Exempel", organisationsnummer: "2321009900", code: "03")
    /// The municipality that is responsible for the placed child in the examples.
    package static let kommun = TestOrganisation(label: "kommun", name: "Exempelkommun", organisationsnummer: "2120009903", code: "0319")
    /// Another municipality with certificates of the same authorities: trusted by the chain, pinned by nobody.
    package static let neighbour = TestOrganisation(
        label: "provkommun", name: "Provkommun", organisationsnummer: "2120009911", code: "0382")
}
