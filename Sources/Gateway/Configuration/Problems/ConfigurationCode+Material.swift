extension ConfigurationCode {
    /// Words for files, keys, certificates and folders that the configuration names: C080–C104.
    static let materialWordings: [ConfigurationCode: Wording] = [
        .missingFile: Wording(
            "Filen som nyckeln anger finns inte eller kan inte läsas.", "The file that the key names does not exist or cannot be read.",
            remedy: "Rätta sökvägen (den räknas från konfigurationsfilens mapp) eller ge tjänstens användare läsrätt.",
            "Correct the path (it counts from the folder of the configuration file) or let the user of the service read the file."),
        .keyPermissions: Wording(
            "Filen har fel ägare eller rättigheter.", "The file has the wrong owner or mode.",
            remedy:
                "Låt tjänstens användare äga filen; chmod 600 för en nyckel, chmod go-w för andra filer. En nyckel får inte vara en länk.",
            "Let the user of the service own the file; chmod 600 for a key, chmod go-w for other files. A key must not be a link."),
        .keyUnusable: Wording(
            "Den privata nyckeln kan inte användas.", "The private key cannot be used.",
            remedy:
                "Använd en PEM-nyckel utan lösenord: RSA 3072–4096 bitar (från 2048 endast med undantaget rsa-2048) eller P-256.",
            "Use a PEM key without pass phrase: RSA of 3072 to 4096 bits (from 2048 only with the weakening rsa-2048), or P-256."),
        .keyMismatch: Wording(
            "Nyckeln hör inte till certifikatet.", "The key does not belong to the certificate.",
            remedy: "Ange nyckel och certifikat från samma beställning, det egna certifikatet först i filen.",
            "Name the key and certificate of the same order, our own certificate first in the file."),
        .certificateUnusable: Wording(
            "Certifikatfilen kan inte användas.", "The certificate file cannot be used.",
            remedy: "Ange en PEM-fil med certifikat; openssl x509 -in FIL -noout -text ska kunna läsa den.",
            "Name a PEM file with certificates; openssl x509 -in FILE -noout -text must be able to read it."),
        .certificateExpired: Wording(
            "Certifikatet har gått ut.", "The certificate has expired.",
            remedy: "Lägg in det nya certifikatet och meddela partnerna dess pin.",
            "Install the new certificate and tell the partners its pin."),
        .certificateNotYetValid: Wording(
            "Certifikatet gäller inte ännu.", "The certificate is not valid yet.",
            remedy: "Kontrollera maskinens klocka, eller vänta med att byta certifikat.",
            "Check the clock of the machine, or wait with the change of certificate."),
        .certificateExpiresSoon: Wording(
            "Certifikatet går ut inom 30 dagar.", "The certificate expires within 30 days.",
            remedy: "Beställ ett nytt nu och ge partnerna dess pin i förväg.",
            "Order a new one now and give the partners its pin in advance."),
        .otherOrganisation: Wording(
            "Signeringscertifikatet är utfärdat för en annan organisation.", "The signing certificate was issued to another organisation.",
            remedy: "Ange organisationens eget certifikat, eller rätta organisationsnumret.",
            "Name the organisation's own certificate, or correct the organisationsnummer."),
        .unnamedOrganisation: Wording(
            "Signeringscertifikatet anger inget organisationsnummer (organizationIdentifier).",
            "The signing certificate names no organisationsnummer (organizationIdentifier).",
            remedy: "Beställ ett certifikat med organizationIdentifier; mottagare avvisar annars meddelandena.",
            "Order a certificate with organizationIdentifier; receivers refuse the messages otherwise."),
        .noRoot: Wording(
            "Filen med betrodda certifikat har inget självsignerat rotcertifikat.",
            "The file of trusted certificates has no self-signed root.",
            remedy: "Lägg rotcertifikatet i filen; certifikat under roten får stå där också.",
            "Put the root certificate into the file; certificates below it may stand there too."),
        .crlUnusable: Wording(
            "Spärrlistan kan inte användas.", "The revocation list cannot be used.",
            remedy: "Ange en spärrlista i PEM eller DER; openssl crl -in FIL -noout -text ska kunna läsa den.",
            "Name a revocation list in PEM or DER; openssl crl -in FILE -noout -text must be able to read it."),
        .weakKey: Wording(
            "Certifikatets nyckel är för kort.", "The key of the certificate is too short.",
            remedy: "Byt till RSA med minst 3072 bitar eller P-256, eller ange undantaget rsa-2048 med skäl och sista dag.",
            "Change to RSA of at least 3072 bits or P-256, or name the weakening rsa-2048 with a reason and a last day."),
        .ownPin: Wording(
            "Partnerns pin är vårt eget certifikat.", "The partner's pin is our own certificate.",
            remedy: "Ange en pin för partnerns certifikat.", "Name a pin for the partner's certificate."),
        .as4KeyKind: Wording(
            "Accesspunktens nyckel är inte RSA.", "The key of the access point is not RSA.",
            remedy: "Använd en RSA-nyckel under as4; eDelivery AS4 1.15 signerar med RSA-SHA256.",
            "Use an RSA key under as4; eDelivery AS4 1.15 signs with RSA-SHA256."),
        .ownCertificateUntrusted: Wording(
            "Vårt eget certifikat godkänns inte av reglerna för denna användning.",
            "Our own certificate does not pass the rules for this use.",
            remedy:
                "Lägg mellanliggande certifikat efter vårt eget i filen och vår rot under trust; saknas rätt användning, beställ ett nytt.",
            "Put the certificates in between after our own in the file and our root under trust; if the use is wrong, order a new one."),
        .crlStale: Wording(
            "Spärrlistan är för gammal: nästa skulle redan ha kommit.", "The revocation list is too old: the next one was due already.",
            remedy: "Hämta den nya listan; tills dess avvisas alla certifikat den gäller.",
            "Fetch the new list; until then every certificate it concerns is refused."),
        .otherEnvironment: Wording(
            "Certifikatet hör till en annan miljö än environment.", "The certificate belongs to another environment than environment says.",
            remedy: "Använd rötter och certifikat från rätt miljö, eller rätta environment (prod eller test).",
            "Use roots and certificates of the right environment, or correct environment (prod or test)."),
        .folderMissing: Wording(
            "Mappen finns inte och kan inte skapas.", "The folder does not exist and cannot be made.",
            remedy: "Skapa mappen, eller rätta sökvägen (den räknas från konfigurationsfilens mapp).",
            "Make the folder, or correct the path (it counts from the folder of the configuration file)."),
        .folderUnusable: Wording(
            "Sökvägen kan inte användas som mapp eller fil av Sluss.", "Sluss cannot use the path as a folder or file.",
            remedy: "Låt tjänstens användare läsa, skriva och söka i mappen; en fil får inte stå i dess ställe.",
            "Let the user of the service read, write and search the folder; no file may stand in its place."),
        .folderOpen: Wording(
            "Andra användare kommer åt mappen eller filen.", "Other users can reach the folder or file.",
            remedy: "Kör chmod 700 på spoolen, chmod o-rwx på submit och handover och chmod 600 på audit; de rymmer patientuppgifter.",
            "Run chmod 700 on the spool, chmod o-rwx on submit and handover and chmod 600 on audit; they hold patient data."),
        .otherFileSystem: Wording(
            "Mappen ligger på ett annat filsystem än spoolen.", "The folder lies on another file system than the spool.",
            remedy: "Lägg dem på samma filsystem, eller bevaka utrymmet på båda; disk vaktar bara spoolens.",
            "Put them on one file system, or watch the space on both; disk guards only that of the spool."),
        .littleSpace: Wording(
            "Spoolens filsystem har mindre ledigt än disk kräver.", "The file system of the spool has less free than disk demands.",
            remedy: "Frigör utrymme; tills dess tas inga meddelanden emot.", "Free some space; until then no messages are accepted."),
    ]
}
