import Documents

/// What the sender knows of a placement outside the home (`Placering`).
package struct Placering: Equatable, Sendable {
    /// Whether there is a placement.
    package enum State: Equatable, Sendable {
        /// Placed by the municipality with this kommunkod, which keeps the responsibility (SoL 2025:400, 29 kap. 2 §).
        case placed(byKommunkod: String)
        /// Known not to be placed.
        case notPlaced
        /// Not known.
        case unknown
    }

    /// Whether there is a placement.
    package var state: State
    /// Id of the placement message (M20) the data is from.
    package var reference: String?
    /// Schema code of the provision, with the version of socialtjänstlagen: SOL_2001, SOL_2025, LVU_2, …
    package var provision: String?
    /// Schema code of the kind of home: FAMILJEHEM, HVB_KOMMUN, …
    package var form: String?
    /// Kommunkod of where the home is. Forbidden for a protected patient (rule E09).
    package var vistelsekommun: String?
    /// Address of the home. Forbidden for a protected patient (rule E09).
    package var vistelseadress: PostalAddress?

    /// Takes what every one has; the rest is set afterwards.
    package init(state: State) {
        self.state = state
    }

    func write(to fields: inout FieldWriter) {
        switch state {
        case .placed(let code): fields.text("Placeringskommun", code)
        case .notPlaced: fields.text("Placeringsbesked", "EJ_PLACERAD")
        case .unknown: fields.text("Placeringsbesked", "OKAND")
        }
        fields.text("Placeringsreferens", reference)
        fields.text("Placeringslagrum", provision)
        fields.text("Placeringsform", form)
        fields.text("Vistelsekommun", vistelsekommun)
        if let vistelseadress { fields.child("Vistelseadress", vistelseadress.write) }
    }

    init(_ fields: FieldReader) throws(Refusal) {
        if let code = try fields.optionalToken("Placeringskommun") {
            state = .placed(byKommunkod: code)
        } else {
            state = try fields.token("Placeringsbesked") == "EJ_PLACERAD" ? .notPlaced : .unknown
        }
        reference = try fields.optionalToken("Placeringsreferens")
        provision = try fields.optionalToken("Placeringslagrum")
        form = try fields.optionalToken("Placeringsform")
        vistelsekommun = try fields.optionalToken("Vistelsekommun")
        vistelseadress = try fields.optional("Vistelseadress") { (item) throws(Refusal) in try PostalAddress(item) }
    }

    /// The kommunkod of the municipality that decided, when placed.
    package var placeringskommun: String? {
        if case .placed(let code) = state { code } else { nil }
    }

    func placesOfStay(in parent: String) -> [String] {
        (vistelsekommun == nil ? [] : [parent + "/Vistelsekommun"]) + (vistelseadress == nil ? [] : [parent + "/Vistelseadress"])
    }

    func identifiers(in parent: String) -> [PlacedIdentifier] {
        [
            placeringskommun.map { PlacedIdentifier(.kommunkod, $0, at: parent + "/Placeringskommun") },
            vistelsekommun.map { PlacedIdentifier(.kommunkod, $0, at: parent + "/Vistelsekommun") },
            vistelseadress?.kommunkod.map { PlacedIdentifier(.kommunkod, $0, at: parent + "/Vistelseadress/AdressKommunkod") },
        ].compactMap { $0 }
    }
}
