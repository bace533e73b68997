import CareMessages

extension Placeringsmeddelande: GeneratedContent {
    static func generated(from source: inout ValueSource) -> Placeringsmeddelande {
        var placement = source.decidedPlacement()
        placement.vistelseadress = source.maybe { $0.address() }
        var content = Placeringsmeddelande(
            event: source.choice(), day: source.day(), placement: placement,
            contact: Contact(unit: source.party(), phone: source.phone(), onCallPhone: source.phone()))
        content.began = source.maybe { $0.day() }
        return content
    }
}
