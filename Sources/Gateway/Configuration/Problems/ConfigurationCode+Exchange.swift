extension ConfigurationCode {
    /// Words for what is agreed with partners: C012, C120–C125.
    static let exchangeWordings: [ConfigurationCode: Wording] = [
        .notAProcessingMode: Wording(
            "Filen är ingen P-Mode-konfiguration för Domibus.", "The file is no P-Mode configuration of Domibus.",
            remedy: "Ange XML-filen som Domibus exporterar (roten heter configuration i http://domibus.eu/configuration).",
            "Name the XML file that Domibus exports (its root is configuration in http://domibus.eu/configuration)."),
        .unencrypted: Wording(
            "Överenskommelsen stänger av kryptering utan att undantaget unencrypted är angivet.",
            "The agreement switches encryption off without the weakening unencrypted being named.",
            remedy: "Ta bort encryption: off, eller ange undantaget unencrypted med skäl och sista dag.",
            "Remove encryption: off, or name the weakening unencrypted with a reason and a last day."),
        .noEncryptionCertificate: Wording(
            "Överenskommelsen kräver kryptering, men partnern har inget certifikat att kryptera till.",
            "The agreement demands encryption, but the partner has no certificate to encrypt to.",
            remedy: "Ange partnerns certifikat (PEM) under as4.encryption_certificate.",
            "Name the partner's certificate (PEM) under as4.encryption_certificate."),
        .encryptionCertificateUnfit: Wording(
            "Partnerns certifikat för kryptering godkänns inte.", "The partner's encryption certificate is not accepted.",
            remedy: "Be partnern om sitt gällande certifikat: RSA, utfärdat av den CA som står under issuer.",
            "Ask the partner for its current certificate: RSA, issued by the CA under issuer."),
        .quarantineCertificate: Wording(
            "Karantänens certifikat går inte att kryptera till.", "The certificate of the quarantine cannot be encrypted to.",
            remedy: "Ange ett certifikat med RSA-nyckel, 2048 till 4096 bitar; nyckeln ska inte ligga på den här maskinen.",
            "Name a certificate with an RSA key of 2048 to 4096 bits; its key should not lie on this machine."),
        .quarantineLeft: Wording(
            "Karantänen innehåller meddelanden, men avsnittet quarantine saknas: inget tas bort efter ålder.",
            "The quarantine holds messages, but there is no section quarantine: none is removed by age.",
            remedy: "Visa dem med sluss quarantine list och ta bort dem med sluss quarantine remove, eller sätt tillbaka avsnittet.",
            "List them with sluss quarantine list and remove them with sluss quarantine remove, or put the section back."),
        .noReceipts: Wording(
            "Meddelanden som ska kvitteras skickas, men ingen överenskommelse med partnern tar emot kvittenser (M23).",
            "Messages that people are to confirm are sent, but no agreement with the partner receives receipts (M23).",
            remedy: "Lägg till M23 under receive (och partnern under send), eller ange receipts: [] om ingen ska kvittera.",
            "Add M23 to receive (and the partner to send), or say receipts: [] when nobody is to confirm."),
    ]
}
