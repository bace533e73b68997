extension ConfigurationCode {
    /// Words for the address book and the placement messages: C110–C113.
    static let routingWordings: [ConfigurationCode: Wording] = [
        .unknownOrganisation: Wording(
            "Adressboken nämner en organisation som varken är partner eller har organisationsnummer.",
            "The address book names an organisation that is no partner and has no organisationsnummer.",
            remedy: "Skriv partnerns namn, own för den egna organisationen, eller lägg till organisationsnummer.",
            "Write the partner's name, own for the own organisation, or add the organisationsnummer."),
        .otherNumber: Wording(
            "Adressboken har ett annat organisationsnummer än partnern.",
            "The address book has another organisationsnummer than the partner.",
            remedy: "Rätta numret eller ta bort det; partnerns gäller.", "Correct the number or remove it; the partner's holds."),
        .sameAddressee: Wording(
            "Samma enhet står två gånger i adressboken.", "The same unit stands twice in the address book.",
            remedy: "Ta bort den ena.", "Remove one of them."),
        .placementMessagesOff: Wording(
            "Överenskommelsen omfattar placeringsmeddelanden (M20), som inte är påslagna.",
            "The agreement covers placement messages (M20), which are not switched on.",
            remedy: "Besluta om rättslig grund och sätt placement_messages, eller ta bort M20 ur överenskommelsen.",
            "Decide on the legal basis and set placement_messages, or remove M20 from the agreement."),
    ]
}
