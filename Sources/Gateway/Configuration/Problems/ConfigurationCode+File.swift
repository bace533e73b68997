extension ConfigurationCode {
    /// Words for the file as such and for its keys: C001–C024.
    static let fileWordings: [ConfigurationCode: Wording] = [
        .unreadable: Wording(
            "Konfigurationsfilen kan inte läsas.", "The configuration file cannot be read.",
            remedy:
                "Kontrollera sökvägen efter --config och att tjänstens användare får läsa filen; sluss config example skriver ut en att börja från.",
            "Check the path after --config and that the user of the service may read the file; sluss config example prints one to begin with."
        ),
        .unsafeFile: Wording(
            "Andra användare kan ändra konfigurationsfilen.", "Other users can change the configuration file.",
            remedy: "Låt root eller tjänstens användare äga filen och kör chmod go-w på den.",
            "Let root or the user of the service own the file, and run chmod go-w on it."),
        .tooLarge: Wording(
            "Konfigurationsfilen är större än 1 MiB.", "The configuration file is larger than 1 MiB.",
            remedy: "Ange rätt fil; en konfiguration är några kilobyte.", "Name the right file; a configuration is a few kilobytes."),
        .notText: Wording(
            "Filen är inte text i UTF-8, eller innehåller styrtecken.", "The file is not UTF-8 text, or holds control characters.",
            remedy: "Spara filen som UTF-8 utan styrtecken.", "Save the file as UTF-8 without control characters."),
        .syntax: Wording(
            "Filen följer inte YAML:s skrivsätt.", "The file is not well-formed YAML.",
            remedy: "Rätta raden: kontrollera indrag (mellanslag, inte tabbar), kolon följt av mellanslag och citattecken.",
            "Correct the line: check indentation (spaces, no tabs), a colon followed by a space, and quotation marks."),
        .severalDocuments: Wording(
            "Filen innehåller flera YAML-dokument.", "The file holds several YAML documents.",
            remedy: "Behåll ett dokument och ta bort raden med ---.", "Keep one document and remove the line with ---."),
        .repeatedKey: Wording(
            "Nyckeln står två gånger på samma nivå.", "The key stands twice at the same level.",
            remedy: "Ta bort den ena eller slå ihop dem.", "Remove one of them or merge them."),
        .reference: Wording(
            "Ankare (&), alias (*) och sammanslagning (<<) används inte i konfigurationen.",
            "Anchors (&), aliases (*) and merge keys (<<) are not used in the configuration.",
            remedy: "Skriv ut värdet där det gäller; sätt värden som börjar med & eller * inom citattecken.",
            "Write the value out where it applies; put values that begin with & or * in quotation marks."),
        .tag: Wording(
            "YAML-taggar (!) används inte i konfigurationen.", "YAML tags (!) are not used in the configuration.",
            remedy: "Ta bort taggen; sätt värden som börjar med ! inom citattecken.",
            "Remove the tag; put values that begin with ! in quotation marks."),
        .empty: Wording(
            "Filen innehåller inga inställningar.", "The file holds no settings.",
            remedy: "Börja med exemplet som sluss config example skriver ut.", "Begin with the example that sluss config example prints."),
        .version: Wording(
            "Versionen av konfigurationsformatet är okänd.", "The version of the configuration format is unknown.",
            remedy: "Skriv version: 1, eller installera den Sluss som filen är skriven för.",
            "Write version: 1, or install the Sluss that the file was written for."),
        .unknownKey: Wording(
            "Nyckeln finns inte.", "There is no such key.",
            remedy: "Rätta stavningen eller ta bort raden; Docs/configuration.md räknar upp alla nycklar.",
            "Correct the spelling or remove the line; Docs/configuration.md lists every key."),
        .missingKey: Wording(
            "En nyckel som krävs saknas.", "A required key is missing.",
            remedy: "Lägg till nyckeln; Docs/configuration.md säger vad den betyder och ger ett exempel.",
            "Add the key; Docs/configuration.md says what it means and gives an example."),
        .wrongShape: Wording(
            "Nyckeln har fel sorts innehåll.", "The key has the wrong kind of content.",
            remedy: "Skriv innehållet så som exemplet i Docs/configuration.md.",
            "Write the content as the example in Docs/configuration.md does."),
        .missingValue: Wording(
            "Nyckeln har inget värde.", "The key has no value.",
            remedy: "Skriv ett värde, eller ta bort raden så att standardvärdet gäller.",
            "Write a value, or remove the line so that the default applies."),
        .tooMany: Wording(
            "Listan har för många poster.", "The list has too many entries.",
            remedy: "Ta bort poster som inte längre används.", "Remove entries that are no longer used."),
    ]
}
