import Documents

/// Something that needs a person, with what it means and what to do.
package struct Attention: Encodable, Sendable {
    /// What can need one. The raw value is stable.
    package enum Kind: String, CaseIterable, Sendable {
        case daemonStopped = "daemon_stopped"
        case spoolDegraded = "spool_degraded"
        case diskReadOnly = "disk_read_only"
        case diskReserve = "disk_reserve"
        case failed = "messages_failed"
        case corrupt = "messages_corrupt"
        case held = "messages_held"
        case late = "messages_late"
        case auditBroken = "audit_broken"
        case quarantineFull = "quarantine_full"
        case revocationUnknown = "revocation_unknown"
        case revocationGrace = "revocation_grace"
        case revocationFetch = "revocation_fetch"
        case certificateEnds = "certificate_ends"

        /// What it means.
        package var text: LocalText {
            switch self {
            case .daemonStopped: LocalText(sv: "Tjänsten är inte igång.", en: "The daemon does not run.")
            case .spoolDegraded:
                LocalText(sv: "Spoolen tar inte emot något efter ett skrivfel.", en: "The spool accepts nothing after a failed write.")
            case .diskReadOnly: LocalText(sv: "Spoolens filsystem är skrivskyddat.", en: "The spool's file system is read-only.")
            case .diskReserve:
                LocalText(sv: "Diskens reserv är nådd; inget tas emot.", en: "The reserve of the disk is reached; nothing is accepted.")
            case .failed: LocalText(sv: "Meddelanden har inte kunnat levereras.", en: "Messages could not be delivered.")
            case .corrupt: LocalText(sv: "Meddelanden är skadade.", en: "Messages are damaged.")
            case .held:
                LocalText(
                    sv: "Meddelanden är stoppade eller väntar på en andra person.", en: "Messages are stopped, or wait for a second person."
                )
            case .late: LocalText(sv: "Meddelanden har väntat i mer än en timme.", en: "Messages have waited for more than an hour.")
            case .auditBroken:
                LocalText(
                    sv: "Granskningsloggen kan inte läsas, eller en rad följer inte av den före.",
                    en: "The audit trail cannot be read, or a line does not follow from the one before.")
            case .quarantineFull:
                LocalText(
                    sv: "Karantänen är full, i sin helhet eller för en partner; det som avvisas sparas inte.",
                    en: "The quarantine is full, in all or for a partner; what is refused is not kept.")
            case .revocationUnknown:
                LocalText(
                    sv: "Om ett certifikat är spärrat kan inte avgöras; meddelanden väntar.",
                    en: "Whether a certificate is revoked cannot be told; messages wait.")
            case .revocationGrace:
                LocalText(
                    sv: "Ett certifikat bedöms efter spärrinformation som har gått ut.",
                    en: "A certificate is judged by revocation data that has ended.")
            case .revocationFetch:
                LocalText(
                    sv: "Spärrinformation har inte kunnat hämtas på mer än en timme.",
                    en: "Revocation data could not be fetched for more than an hour.")
            case .certificateEnds:
                LocalText(sv: "Ett eget certifikat går ut inom 30 dagar.", en: "A certificate of our own ends within 30 days.")
            }
        }

        /// What to do, with the commands that show what it is about.
        func remedy(_ seen: LocalText) -> LocalText {
            switch self {
            case .daemonStopped:
                LocalText(
                    sv: "Starta sluss serve; läs loggen om den slutade själv.", en: "Start sluss serve; read the log if it ended by itself."
                )
            case .spoolDegraded, .diskReadOnly:
                LocalText(
                    sv: "Kontrollera disken och kärnans logg; starta om tjänsten.",
                    en: "Check the disk and the kernel log; restart the daemon.")
            case .diskReserve: LocalText(sv: "Frigör utrymme; inget har gått förlorat.", en: "Free space; nothing is lost.")
            case .failed:
                LocalText(
                    sv: "Underrätta mottagaren på annat sätt nu; se \(seen.sv).",
                    en: "Tell the receiver in another way now; see \(seen.en).")
            case .corrupt:
                LocalText(sv: "Se \(seen.sv), och granska disken.", en: "See \(seen.en), and check the disk.")
            case .held:
                LocalText(sv: "Se \(seen.sv); släpp, eller avbryt i kön.", en: "See \(seen.en); release, or cancel in the queue.")
            case .late:
                LocalText(
                    sv: "Se \(seen.sv); i kön: ring partnern, i inkorgen: pröva överlämningsmappen.",
                    en: "See \(seen.en); in the queue: call the partner, in the inbox: check the hand-over folder.")
            case .auditBroken:
                LocalText(
                    sv: "Kör sluss audit check och jämför med en kopia. Flytta undan filen och spara den; en ny börjar av sig själv.",
                    en: "Run sluss audit check and compare with a copy. Move the file aside and keep it; a new one begins by itself.")
            case .quarantineFull: LocalText(sv: "Se sluss quarantine list; ta bort några.", en: "See sluss quarantine list; remove some.")
            case .revocationUnknown, .revocationFetch:
                LocalText(
                    sv: "Kör sluss cert check: den visar vad som saknas och varför. Öppna brandväggen mot värden.",
                    en: "Run sluss cert check: it shows what is missing and why. Open the firewall to the host.")
            case .revocationGrace:
                LocalText(
                    sv: "Åtgärda hämtningen före den tid som visas; därefter väntar meddelanden.",
                    en: "Mend the fetching before the time shown; after it messages wait.")
            case .certificateEnds:
                LocalText(sv: "Beställ ett nytt och meddela partnerna dess pin.", en: "Order a new one and tell the partners its pin.")
            }
        }
    }

    /// The law's shortest limit with a number is a day, its strictest says "genast": after an hour somebody can still telephone in time.
    static let lateSeconds = 3_600
    /// A host that is down for less is no call at night: what was fetched holds for longer.
    static let fetchSeconds = 3_600.0
    /// As the check of the configuration warns.
    static let certificateDays = 30

    /// The stable word.
    package let kind: String
    /// What it means.
    package let messageSv: String
    /// What it means.
    package let messageEn: String
    /// What to do.
    package let remedySv: String
    /// What to do.
    package let remedyEn: String

    init(_ kind: Kind, seenWith commands: LocalText) {
        self.kind = kind.rawValue
        (messageSv, messageEn) = (kind.text.sv, kind.text.en)
        let remedy = kind.remedy(commands)
        (remedySv, remedyEn) = (remedy.sv, remedy.en)
    }
}
