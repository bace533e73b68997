import Glibc

/// The system's words for its error numbers. The C library has them in English only, unless its translations happen to be installed.
enum SystemWords {
    /// In the language of this process.
    static func text(_ number: Int32) -> String {
        let english = String(cString: strerror(number))
        return local(table[number] ?? english, english)
    }

    /// A stored text with the system's words in it, in Swedish.
    static func swedish(in text: String) -> String {
        // The longest first: some are the beginning of others.
        let known = table.map { (english: String(cString: strerror($0.key)), swedish: $0.value) }.sorted {
            $0.english.count > $1.english.count
        }
        return known.reduce(text) { text, row in text.replacing(row.english, with: row.swedish) }
    }

    /// Those that operators meet.
    private static let table: [Int32: String] = [
        EACCES: "Åtkomst nekas",
        EADDRINUSE: "Adressen används redan",
        EADDRNOTAVAIL: "Adressen finns inte på denna maskin",
        EBUSY: "Enheten eller resursen är upptagen",
        ECONNREFUSED: "Anslutningen nekades",
        ECONNRESET: "Anslutningen bröts av motparten",
        EDQUOT: "Diskkvoten är slut",
        EEXIST: "Filen finns redan",
        EHOSTUNREACH: "Ingen väg till värden",
        EINVAL: "Ogiltigt argument",
        EIO: "In- eller utmatningsfel",
        EISDIR: "Är en mapp",
        ELOOP: "För många nivåer av symboliska länkar",
        EMFILE: "För många öppna filer",
        ENETUNREACH: "Nätverket kan inte nås",
        ENFILE: "För många öppna filer i systemet",
        ENOENT: "Filen eller mappen finns inte",
        ENOMEM: "Minnet är slut",
        ENOSPC: "Inget utrymme kvar på enheten",
        ENOTDIR: "Är ingen mapp",
        ENOTEMPTY: "Mappen är inte tom",
        EPERM: "Åtgärden är inte tillåten",
        EPIPE: "Ledningen bröts",
        EROFS: "Filsystemet är skrivskyddat",
        ETIMEDOUT: "Tiden för anslutningen gick ut",
        EXDEV: "Länken går mellan olika filsystem",
    ]
}
