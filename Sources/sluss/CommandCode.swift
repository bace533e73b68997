import Documents

/// What the commands themselves have to say, beside the codes of messages, spool and configuration.
enum CommandCode: String, RefusalCode {
    case usage = "U001"
    case unreadableFile = "U002"
    case noSuchMessage = "U003"
    case wrongState = "U004"
    case inFlight = "U005"
    case auditUnwritable = "U006"
    case foreignSpool = "U007"
    case fileTrouble = "U008"
    case noSuchCode = "U009"
    case cannotListen = "U010"
    case fault = "U011"
    case samePerson = "U012"
    case personInReason = "U014"
    case noSuchCase = "U021"
    case severalCases = "U022"
    case unreadableMessages = "U023"
    case noSuchCertificate = "U024"
    case quarantineUnreadable = "U025"
    case auditBroken = "U026"

    /// What is wrong.
    var text: LocalText {
        switch self {
        case .usage: LocalText(sv: "Argumenten är fel.", en: "The arguments are wrong.")
        case .unreadableFile: LocalText(sv: "Filen kan inte läsas.", en: "The file cannot be read.")
        case .noSuchMessage: LocalText(sv: "Det finns inget meddelande med detta id.", en: "There is no message with this id.")
        case .wrongState:
            LocalText(sv: "Meddelandets tillstånd tillåter inte detta.", en: "The message is in a state that does not allow this.")
        case .inFlight: LocalText(sv: "Meddelandet är under leverans.", en: "The message is being delivered.")
        case .auditUnwritable:
            LocalText(
                sv: "Granskningsloggen kan inte skrivas; ingenting gjordes.", en: "The audit trail cannot be written; nothing was done.")
        case .foreignSpool: LocalText(sv: "Spoolen tillhör en annan användare.", en: "The spool belongs to another user.")
        case .fileTrouble: LocalText(sv: "En fil eller mapp kan inte användas.", en: "A file or folder cannot be used.")
        case .noSuchCase: LocalText(sv: "Det finns inget ärende med detta id.", en: "There is no case with this id.")
        case .noSuchCertificate:
            LocalText(sv: "Inget certifikat motsvarar namnet.", en: "No certificate answers to the name.")
        case .quarantineUnreadable:
            LocalText(
                sv: "Det sparade meddelandet går inte att dekryptera: nyckeln är en annan eller filen är skadad.",
                en: "The message that was kept cannot be decrypted: the key is another one, or the file is damaged.")
        case .auditBroken:
            LocalText(
                sv: "Rader i granskningsloggen följer inte av dem före.",
                en: "Lines of the audit trail do not follow from those before.")
        case .severalCases: LocalText(sv: "Flera ärenden börjar så.", en: "Several cases begin like this.")
        case .unreadableMessages:
            LocalText(
                sv: "Filer i arkivet kunde inte läsas som meddelanden och är inte med.",
                en: "Files of the archive could not be read as messages and are left out.")
        case .noSuchCode: LocalText(sv: "Koden finns inte i denna version.", en: "This version has no such code.")
        case .cannotListen: LocalText(sv: "Adressen kan inte öppnas för partner.", en: "The address cannot be opened for partners.")
        case .fault: LocalText(sv: "Ett oväntat fel i programmet.", en: "An unexpected fault in this program.")
        case .samePerson:
            LocalText(
                sv: "Meddelandet rör skyddade personuppgifter och släpps inte av den som lämnade in det.",
                en: "The message is about a protected person and is not released by the person who submitted it.")
        case .personInReason:
            LocalText(
                sv: "Skälet innehåller ett personnummer eller ett namn som patienten har; ingenting gjordes.",
                en: "The reason holds a person number or a name of the patient; nothing was done.")
        }
    }

    /// What the person at the keyboard can do.
    var remedy: LocalText {
        switch self {
        case .noSuchCertificate: LocalText(sv: "Visa alla med sluss cert list.", en: "List all with sluss cert list.")
        case .quarantineUnreadable:
            LocalText(
                sv: "Använd nyckeln till certifikatet som sluss quarantine list --json visar under recipient.",
                en: "Use the key of the certificate that sluss quarantine list --json shows as recipient.")
        case .usage: LocalText(sv: "Se kommandots hjälp: --help.", en: "See the command's help: --help.")
        case .unreadableFile:
            LocalText(sv: "Kontrollera namn och rättigheter.", en: "Check its name and mode.")
        case .noSuchMessage:
            LocalText(sv: "Visa alla med sluss queue --all och sluss inbox.", en: "List all with sluss queue --all and sluss inbox.")
        case .noSuchCase: LocalText(sv: "Visa alla med sluss case list.", en: "List all with sluss case list.")
        case .auditBroken:
            LocalText(
                sv: "Jämför med en kopia: raden före har ändrats, tagits bort eller lagts till, eller ett avbrott klippte av den.",
                en: "Compare with a copy: the line before was changed, removed or put in, or a crash cut it off.")
        case .severalCases: LocalText(sv: "Ange fler tecken av id.", en: "Give more characters of the id.")
        case .unreadableMessages:
            LocalText(sv: "Pröva dem med sluss check MAPP/*.xml.", en: "Judge them with sluss check FOLDER/*.xml.")
        case .wrongState: LocalText(sv: "Visa meddelandet med sluss message show.", en: "Look at it with sluss message show.")
        case .inFlight: LocalText(sv: "Försök igen om en stund.", en: "Try again shortly.")
        case .auditUnwritable: LocalText(sv: "Gör filen skrivbar och försök igen.", en: "Make the file writable and try again.")
        case .foreignSpool:
            LocalText(sv: "Kör kommandot som den användare som äger spoolen.", en: "Run the command as the user that owns the spool.")
        case .fileTrouble: LocalText(sv: "Kontrollera sökväg, ägare och rättigheter.", en: "Check path, owner and mode.")
        case .noSuchCode: LocalText(sv: "Lista alla koder med sluss errors.", en: "List all codes with sluss errors.")
        case .cannotListen:
            LocalText(
                sv: "Kontrollera listen.host och listen.port, och att ingen annan process har adressen.",
                en: "Check listen.host and listen.port, and that no other process has the address.")
        case .fault:
            LocalText(
                sv: "Försök igen; rapportera felet till leverantören om det återkommer.",
                en: "Try again; report it to the supplier if it recurs.")
        case .samePerson:
            LocalText(
                sv: "Be en annan behörig person logga in som sig själv och köra kommandot (sudo -u).",
                en: "Ask another authorised person to log in as themselves and run the command (sudo -u).")
        case .personInReason:
            LocalText(
                sv: "Skriv skälet utan patientuppgifter; ett ärendenummer räcker. Är namnet ett vanligt ord: välj ett annat.",
                en: "Give the reason without patient data; a reference number is enough. If the name is a common word: choose another.")
        }
    }
}
