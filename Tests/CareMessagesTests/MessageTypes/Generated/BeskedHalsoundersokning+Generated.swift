import CareMessages

extension BeskedHalsoundersokning: GeneratedContent {
    static func generated(from source: inout ValueSource) -> BeskedHalsoundersokning {
        var content = BeskedHalsoundersokning(status: source.choice())
        content.parts = source.flag() ? source.some() : []
        content.booked = source.maybe { $0.instant() }
        content.unit = source.maybe { $0.careUnit() }
        content.successor = source.maybe { Successor(organisationsnummer: $0.organisationsnummer(), name: $0.line()) }
        content.comment = source.maybe { $0.text() }
        return content
    }
}
