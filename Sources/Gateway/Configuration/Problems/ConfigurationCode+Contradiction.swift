extension ConfigurationCode {
    /// Words for values that contradict each other, and for what looks wrong but works: C050–C079.
    static let contradictionWordings: [ConfigurationCode: Wording] = [
        .samePartnerName: Wording(
            "Två partner har samma namn.", "Two partners have the same name.",
            remedy: "Ge varje partner ett eget namn.", "Give each partner a name of its own."),
        .sameOrganisationsnummer: Wording(
            "Två partner har samma organisationsnummer.", "Two partners have the same organisationsnummer.",
            remedy: "Slå ihop partnerna till en; flera överenskommelser kan peka på samma partner.",
            "Merge the partners into one; several agreements may name the same partner."),
        .sameAgreementName: Wording(
            "Två överenskommelser har samma namn.", "Two agreements have the same name.",
            remedy: "Ge varje överenskommelse ett eget namn.", "Give each agreement a name of its own."),
        .unknownPartner: Wording(
            "Överenskommelsen nämner en partner som inte finns.", "The agreement names a partner that does not exist.",
            remedy: "Rätta namnet eller lägg till partnern under partners.", "Correct the name or add the partner under partners."),
        .sentTwice: Wording(
            "Två överenskommelser skickar samma meddelandetyp till samma partner.",
            "Two agreements send the same message type to the same partner.",
            remedy: "Ta bort typen ur den ena; Sluss måste veta vilken som gäller.",
            "Remove the type from one of them; Sluss must know which one applies."),
        .receivedTwice: Wording(
            "Två överenskommelser tar emot samma meddelandetyp från samma partner.",
            "Two agreements receive the same message type from the same partner.",
            remedy: "Ta bort typen ur den ena; Sluss måste veta vilken som gäller.",
            "Remove the type from one of them; Sluss must know which one applies."),
        .emptyAgreement: Wording(
            "Överenskommelsen varken skickar eller tar emot något.", "The agreement neither sends nor receives anything.",
            remedy: "Ange meddelandetyper under send eller receive, eller ta bort överenskommelsen.",
            "Name message types under send or receive, or remove the agreement."),
        .noListener: Wording(
            "Överenskommelsen tar emot meddelanden men listen saknas.", "The agreement receives messages but listen is missing.",
            remedy: "Lägg till avsnittet listen, eller ta bort receive.", "Add the section listen, or remove receive."),
        .repeatedValue: Wording(
            "Samma värde står två gånger i listan.", "The same value stands twice in the list.",
            remedy: "Ta bort det ena.", "Remove one of them."),
        .sharedPin: Wording(
            "Två partner har samma pin för TLS.", "Two partners have the same TLS pin.",
            remedy: "Ange varje partners eget certifikat; pinnen avgör vilken partner som ansluter.",
            "Name each partner's own certificate; the pin decides which partner is connecting."),
        .nestedPaths: Wording(
            "En mapp eller fil under paths ligger i en annan.", "A folder or file under paths lies within another.",
            remedy: "Lägg spool, submit, handover och audit bredvid varandra.", "Put spool, submit, handover and audit side by side."),
        .retrySchedule: Wording(
            "Tiderna för omförsök går inte ihop.", "The times for retries contradict each other.",
            remedy: "Låt first_delay ≤ longest_delay, och expiry vara längre än first_delay.",
            "Let first_delay ≤ longest_delay, and expiry be longer than first_delay."),
        .weakeningOver: Wording(
            "Undantagets sista dag är passerad.", "The last day of the weakening has passed.",
            remedy: "Ta bort undantaget och åtgärda orsaken, eller besluta om en ny dag.",
            "Remove the weakening and mend its cause, or decide on a new day."),
        .connectionLimits: Wording(
            "Fler anslutningar tillåts från en adress än totalt.", "More connections are allowed from one address than in all.",
            remedy: "Sänk maximum_connections_per_address eller höj maximum_connections.",
            "Lower maximum_connections_per_address or raise maximum_connections."),
        .noRevocationLists: Wording(
            "Spärrkontroll krävs men inget säger var spärrlistor eller OCSP finns.",
            "Revocation is to be checked but nothing says where lists or OCSP are.",
            remedy: "Ange crl_urls eller ocsp_url (och revocation.fetch: yes), eller filer under crls som någon håller färska.",
            "Name crl_urls or ocsp_url (and revocation.fetch: yes), or files under crls that somebody keeps fresh."),
        .revocationModes: Wording(
            "require_crl och revocation säger emot varandra.", "require_crl and revocation contradict each other.",
            remedy: "Ta bort require_crl; revocation ersätter den.", "Remove require_crl; revocation takes its place."),
        .overlapPair: Wording(
            "overlap_certificate och overlap_key hör ihop; den ena saknas.",
            "overlap_certificate and overlap_key belong together; one is missing.",
            remedy: "Ange båda eller ingen.", "Name both or neither."),
        .samePartyID: Wording(
            "Två partner har samma party_id.", "Two partners have the same party_id.",
            remedy: "Ange varje accesspunkts egen identitet; den avgör vem ett meddelande kommer från.",
            "Name each access point's own identity; it decides whom a message comes from."),
        .roleCannotReceive: Wording(
            "Ingen av partnerns roller får ta emot meddelandetypen.", "None of the partner's roles may receive the message type.",
            remedy: "Ange en roll som får ta emot typen, eller ta bort roles så att alla roller gäller.",
            "Name a role that may receive the type, or remove roles so that every role applies."),
        .memoryLimits: Wording(
            "Utrymmet för meddelanden räcker inte till det som tillåts.", "The space for bodies is less than what is allowed.",
            remedy: "Låt maximum_body ≤ maximum_body_disk_per_partner och maximum_body_memory_per_partner ≤ maximum_body_memory.",
            "Let maximum_body ≤ maximum_body_disk_per_partner and maximum_body_memory_per_partner ≤ maximum_body_memory."),
        .missingIssuer: Wording(
            "Utfärdaren av partnerns certifikat är inte angiven.", "The issuer of the partner's certificates is not named.",
            remedy:
                "Ange under issuer den CA som utfärdar partnerns certifikat (PEM), eller undantaget any-issuer med skäl och sista dag.",
            "Name under issuer the CA that issues the partner's certificates (PEM), or the weakening any-issuer with a reason and a last day."
        ),
        .ownEndpoint: Wording(
            "Partnerns adress är vår egen lyssnare.", "The partner's address is our own listener.",
            remedy: "Ange partnerns adress; meddelanden skulle gå runt till oss själva.",
            "Name the partner's address; messages would come back to ourselves."),
        .unusedPartner: Wording(
            "Ingen överenskommelse gäller partnern.", "No agreement concerns the partner.",
            remedy: "Lägg till en överenskommelse eller ta bort partnern; inget utväxlas nu.",
            "Add an agreement or remove the partner; nothing is exchanged now."),
        .unusedListener: Wording(
            "Sluss lyssnar, men ingen överenskommelse tar emot något.", "Sluss listens, but no agreement receives anything.",
            remedy: "Ange receive i en överenskommelse, eller ta bort avsnittet listen.",
            "Add receive to an agreement, or remove the section listen."),
        .softRevocation: Wording(
            "Spärrade certifikat skulle upptäckas bara om en spärrlista råkar finnas.",
            "Revoked certificates would be found only if a list happens to be there.",
            remedy: "Ange revocation: hard eller grace, eller undantaget soft-revocation med skäl och sista dag.",
            "Name revocation: hard or grace, or the weakening soft-revocation with a reason and a last day."),
        .ownOrganisation: Wording(
            "Partnern har vårt eget organisationsnummer.", "The partner has our own organisationsnummer.",
            remedy: "Ange partnerns organisationsnummer, om det inte är ett prov mot oss själva.",
            "Name the partner's organisationsnummer, unless this is a test against ourselves."),
        .messageAge: Wording(
            "maximum_age är längre än dubblettposterna sparas, eller kortare än en överenskommelse försöker leverera.",
            "maximum_age is longer than the records of duplicates are kept, or shorter than an agreement tries to deliver.",
            remedy: "Välj ett värde däremellan, eller ta bort nyckeln; då gäller det längsta.",
            "Choose a value in between, or remove the key; the longest applies then."),
        .averageLevel: Wording(
            "Modellen och dess nivå stämmer inte överens.", "The model and its level do not fit together.",
            remedy: "Ange average_level med model: average, och bara då.", "Give average_level with model: average, and only then."),
        .dayAmounts: Wording(
            "Dygnsbeloppen överlappar, eller ett slutar innan det börjar.", "The amounts for a day overlap, or one ends before it begins.",
            remedy: "Låt varje belopp gälla egna dagar; until är den sista dagen.",
            "Let each amount hold for days of its own; until is the last day."),
        .longWeakening: Wording(
            "Undantaget gäller i mer än två år.", "The weakening holds for more than two years.",
            remedy: "Välj en närmare dag, så att beslutet prövas igen.", "Choose a nearer day, so that the decision is looked at again."),
    ]
}
