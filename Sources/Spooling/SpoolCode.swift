/// Text in the two languages of the operators.
package struct SpoolText: Sendable, Equatable {
    /// Swedish.
    package let sv: String
    /// English.
    package let en: String
}

/// What can go wrong in the spool. The raw value is stable and is what logs, metrics and Docs/errors.md use.
package enum SpoolCode: String, CaseIterable, Sendable {
    case noSpool = "P001"
    case unsafeFolder = "P002"
    case newerFormat = "P003"
    case lockedByOther = "P004"
    case notThere = "P005"
    case nameTaken = "P006"
    case illegalTransition = "P007"
    case writeFailed = "P008"
    case diskFull = "P009"
    case reserveReached = "P010"
    case degraded = "P011"
    case busy = "P012"
    case corrupt = "P013"
    case notWritable = "P014"
    case attachmentDiffers = "P015"
    case unfinishedReception = "P016"
    case readFailed = "P017"
    case outOfResources = "P018"
    case contentChanged = "P019"

    /// What happened, in one sentence.
    package var text: SpoolText {
        switch self {
        case .noSpool: SpoolText(sv: "Spoolen finns inte än.", en: "The spool does not exist yet.")
        case .unsafeFolder: SpoolText(sv: "Mappen kan ändras av någon annan.", en: "The folder can be changed by somebody else.")
        case .newerFormat: SpoolText(sv: "Spoolen har ett nyare format.", en: "The spool has a newer format.")
        case .lockedByOther: SpoolText(sv: "En annan process driver spoolen.", en: "Another process runs this spool.")
        case .notThere: SpoolText(sv: "Meddelandet finns inte längre där.", en: "The message is no longer there.")
        case .nameTaken: SpoolText(sv: "Meddelandets id finns redan.", en: "The message id exists already.")
        case .illegalTransition: SpoolText(sv: "Tillståndsövergången är inte tillåten.", en: "That change of state is not allowed.")
        case .writeFailed: SpoolText(sv: "En skrivning blev inte varaktig.", en: "A write did not become durable.")
        case .diskFull: SpoolText(sv: "Disken är full.", en: "The disk is full.")
        case .reserveReached: SpoolText(sv: "Diskens reserv är nådd.", en: "The reserve of the disk is reached.")
        case .degraded:
            SpoolText(sv: "Spoolen tar inte emot något efter ett skrivfel.", en: "The spool accepts nothing after a failed write.")
        case .busy: SpoolText(sv: "Någon annan flyttar meddelandet just nu.", en: "Somebody else is moving the message right now.")
        case .corrupt: SpoolText(sv: "En fil i meddelandet är skadad eller saknas.", en: "A file of the message is damaged or missing.")
        case .notWritable: SpoolText(sv: "Uppgiften kan inte lagras.", en: "The record cannot be stored.")
        case .attachmentDiffers: SpoolText(sv: "En annan bilaga är redan lagrad.", en: "A different attachment is stored already.")
        case .unfinishedReception: SpoolText(sv: "Samma meddelande är halvt mottaget.", en: "The same message is half received.")
        case .readFailed: SpoolText(sv: "En fil kan inte läsas.", en: "A file cannot be read.")
        case .contentChanged:
            SpoolText(sv: "En bilaga ändrades medan den togs emot.", en: "An attachment changed while it was being taken.")
        case .outOfResources: SpoolText(sv: "Processen har slut på filer eller minne.", en: "The process is out of files or memory.")
        }
    }

    /// What an operator can do about it.
    package var remedy: SpoolText {
        switch self {
        case .noSpool: SpoolText(sv: "Kontrollera sökvägen i konfigurationen.", en: "Check the path in the configuration.")
        case .unsafeFolder:
            SpoolText(
                sv: "Ge mappen till tjänstens användare med läge 0700; ingen länk.",
                en: "Give it to the service's user, mode 0700, no link.")
        case .newerFormat: SpoolText(sv: "Använd den version som skrev den.", en: "Use the version that wrote it.")
        case .lockedByOther: SpoolText(sv: "Stoppa den andra processen först.", en: "Stop the other process first.")
        case .notThere: SpoolText(sv: "Visa kön igen och försök på nytt.", en: "List the queue again and repeat.")
        case .nameTaken: SpoolText(sv: "Lämna in meddelandet med ett nytt id.", en: "Submit with a new id.")
        case .illegalTransition: SpoolText(sv: "Se tabellen i ARCHITECTURE.md.", en: "See the table in ARCHITECTURE.md.")
        case .writeFailed, .degraded:
            SpoolText(
                sv: "Kontrollera disken och kärnans logg; starta om tjänsten.",
                en: "Check the disk and the kernel log; restart the service.")
        case .diskFull, .reserveReached: SpoolText(sv: "Frigör utrymme; inget har gått förlorat.", en: "Free space; nothing is lost.")
        case .busy, .unfinishedReception: SpoolText(sv: "Försök igen om en stund.", en: "Try again shortly.")
        case .corrupt:
            SpoolText(
                sv: "Granska mappen under corrupt/; lägg tillbaka filen från en kopia och släpp meddelandet, eller avbryt det.",
                en: "Inspect the folder under corrupt/; put the file back from a copy and release the message, or cancel it.")
        case .notWritable: SpoolText(sv: "Felet är vårt: rapportera det.", en: "The fault is ours: report it.")
        case .attachmentDiffers: SpoolText(sv: "Felet är vårt: rapportera det.", en: "The fault is ours: report it.")
        case .readFailed: SpoolText(sv: "Kontrollera disk och rättigheter.", en: "Check disk and permissions.")
        case .contentChanged:
            SpoolText(sv: "Lämna in igen, och låt filerna vara ifred så länge.", en: "Submit again, and leave the files alone meanwhile.")
        case .outOfResources: SpoolText(sv: "Höj gränsen för öppna filer (nofile).", en: "Raise the limit of open files (nofile).")
        }
    }

    /// Whether the same call may succeed later, so that whoever asked should keep the message and try again.
    package var isTemporary: Bool {
        switch self {
        case .writeFailed, .diskFull, .reserveReached, .degraded, .busy, .unfinishedReception, .readFailed, .outOfResources,
            .contentChanged:
            true
        case .noSpool, .unsafeFolder, .newerFormat, .lockedByOther, .notThere, .nameTaken, .illegalTransition, .corrupt, .notWritable,
            .attachmentDiffers:
            false
        }
    }
}
