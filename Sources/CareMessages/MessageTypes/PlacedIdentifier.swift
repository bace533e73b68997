import Documents

/// An identifier of an organisation, unit, municipality or county and where in the message it stands; rule E04 checks them all alike.
package struct PlacedIdentifier: Sendable {
    enum Kind: Sendable { case organisationsnummer, hsaID, kommunkod, lanskod }

    let kind: Kind
    let value: String
    /// Path below the root, such as `Kuvert/Mottagare[2]/HsaId`.
    let path: String

    init(_ kind: Kind, _ value: String, at path: String) {
        self.kind = kind
        self.value = value
        self.path = path
    }

    func check() throws(Refusal) {
        switch kind {
        case .organisationsnummer: _ = try Organisationsnummer(value)
        case .hsaID: _ = try HSAIdentity(value)
        case .kommunkod: _ = try Kommunkod(value)
        case .lanskod: _ = try Lanskod(value)
        }
    }
}
