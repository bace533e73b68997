extension ConfigurationCode {
    /// Words for a single value: C030–C049.
    static let valueWordings: [ConfigurationCode: Wording] = [
        .number: Wording(
            "Värdet är inte ett tal.", "The value is not a number.",
            remedy: "Skriv ett tal med siffror, utan enhet och utan mellanrum.",
            "Write a number in digits, without unit and without spaces."),
        .outOfRange: Wording(
            "Värdet ligger utanför det tillåtna.", "The value is out of range.",
            remedy: "Välj ett värde inom gränserna.", "Choose a value within the limits."),
        .duration: Wording(
            "Värdet är inte en tid.", "The value is not a span of time.",
            remedy: "Skriv ett heltal och en enhet: 500ms, 10s, 12min, 48h eller 7d.",
            "Write a whole number and a unit: 500ms, 10s, 12min, 48h or 7d."),
        .size: Wording(
            "Värdet är inte en storlek.", "The value is not a size.",
            remedy: "Skriv ett heltal och en enhet: 512B, 64KiB, 16MiB eller 2GiB.",
            "Write a whole number and a unit: 512B, 64KiB, 16MiB or 2GiB."),
        .flag: Wording(
            "Värdet är varken yes eller no.", "The value is neither yes nor no.",
            remedy: "Skriv yes eller no.", "Write yes or no."),
        .word: Wording(
            "Värdet är inte ett av de tillåtna.", "The value is not one of those allowed.",
            remedy: "Välj ett av de tillåtna värdena.", "Choose one of the allowed values."),
        .name: Wording(
            "Namnet har fel form.", "The name is malformed.",
            remedy: "Använd 1–40 tecken a–z, 0–9 och bindestreck; namnet står i loggar och filnamn.",
            "Use 1 to 40 characters a-z, 0-9 and hyphen; the name stands in logs and file names."),
        .organisationsnummer: Wording(
            "Organisationsnumret är fel.", "The organisationsnummer is wrong.",
            remedy: "Skriv tio siffror med rätt kontrollsiffra, utan bindestreck: \"2120009903\".",
            "Write ten digits with a correct check digit, without hyphen: \"2120009903\"."),
        .areaCode: Wording(
            "Koden är varken länskod eller kommunkod.", "The code is neither a länskod nor a kommunkod.",
            remedy: "Skriv två siffror för en region eller fyra för en kommun, inom citattecken: \"01\" eller \"0180\".",
            "Write two digits for a region or four for a municipality, in quotation marks: \"01\" or \"0180\"."),
        .host: Wording(
            "Värdnamnet eller adressen har fel form.", "The host name or address is malformed.",
            remedy: "Skriv ett namn som as4.kommun.example eller en IP-adress, utan https:// och utan port.",
            "Write a name such as as4.kommun.example or an IP address, without https:// and without port."),
        .endpoint: Wording(
            "Adressen är inte en https-adress.", "The address is not an https address.",
            remedy: "Skriv https://värd:port/sökväg utan användarnamn, ? och #; okrypterad http används aldrig.",
            "Write https://host:port/path without user name, ? and #; plain http is never used."),
        .fetchAddress: Wording(
            "Adressen är varken http eller https.", "The address is neither http nor https.",
            remedy: "Skriv http://värd/sökväg som utfärdaren anger den; användarnamn och # får inte finnas.",
            "Write http://host/path as the issuer states it; no user name and no #."),
        .keyPlace: Wording(
            "Platsen för nyckeln har fel form.", "The place of the key is malformed.",
            remedy:
                "Skriv en sökväg, credential:NAMN (systemd) eller pkcs11:token=…;object=…?module-path=…&pin-source=file:…; PIN får aldrig stå här.",
            "Write a path, credential:NAME (systemd) or pkcs11:token=…;object=…?module-path=…&pin-source=file:…; a PIN never stands here."
        ),
        .pin: Wording(
            "Certifikatfästet (pin) har fel form.", "The certificate pin is malformed.",
            remedy: "Skriv leaf: eller spki: och sedan SHA-256 som 64 hexadecimala siffror.",
            "Write leaf: or spki: and then the SHA-256 as 64 hexadecimal digits."),
        .path: Wording(
            "Sökvägen har fel form.", "The path is malformed.",
            remedy: "Skriv en sökväg utan styrtecken; en HTTP-sökväg börjar med / och har inga mellanslag, ? eller #.",
            "Write a path without control characters; an HTTP path begins with / and has no spaces, ? or #."),
        .date: Wording(
            "Värdet är inte ett datum.", "The value is not a date.",
            remedy: "Skriv år-månad-dag: 2027-01-31.", "Write year-month-day: 2027-01-31."),
        .text: Wording(
            "Texten är för lång eller innehåller styrtecken.", "The text is too long or holds control characters.",
            remedy: "Korta texten och skriv den på en rad.", "Shorten the text and write it on one line."),
        .time: Wording(
            "Värdet är inte ett klockslag.", "The value is not a time of day.",
            remedy: "Skriv timme och minut inom citattecken: \"12:00\".", "Write hour and minute in quotation marks: \"12:00\"."),
    ]
}
