import Documents

/// Why a revocation list or OCSP answer could not be fetched, and what the gateway says of certificates in its log.
package enum FetchCode: String, RefusalCode {
    /// The host name has no address.
    case nameNotFound = "G201"
    /// The host has an address of a private network or of this machine, and is not named in `revocation.private_hosts`.
    case privateAddress = "G202"
    /// No connection, or it broke.
    case unreachable = "G203"
    /// Not whole within `revocation.timeout`.
    case tooSlow = "G204"
    /// Another status than 200; redirects are not followed.
    case badStatus = "G205"
    /// Larger than the limit: 20 MiB for a list, 64 KiB for an answer.
    case tooLarge = "G206"
    /// What came could not be kept on disk; it counts until the next start.
    case notKept = "G207"
    /// A certificate in use has no fresh status: messages wait.
    case statusUnknown = "G210"
    /// Decisions rest on a list or answer that has ended (`revocation: grace`).
    case onGrace = "G211"
    /// A certificate ends soon, or has ended.
    case endsSoon = "G212"

    /// What is wrong, for the operator.
    package var text: LocalText {
        switch self {
        case .nameNotFound:
            LocalText(sv: "Värdnamnet för spärrinformation har ingen adress.", en: "The host of revocation data has no address.")
        case .privateAddress:
            LocalText(
                sv: "Värden för spärrinformation har en adress i ett privat nät eller på denna maskin.",
                en: "The host of revocation data has an address of a private network or of this machine.")
        case .unreachable:
            LocalText(sv: "Värden för spärrinformation kan inte nås.", en: "The host of revocation data cannot be reached.")
        case .tooSlow: LocalText(sv: "Spärrinformationen kom inte i tid.", en: "The revocation data did not come in time.")
        case .badStatus:
            LocalText(
                sv: "Värden för spärrinformation svarade med annat än 200.",
                en: "The host of revocation data answered with another status than 200.")
        case .tooLarge: LocalText(sv: "Spärrinformationen är större än gränsen.", en: "The revocation data is over the limit.")
        case .notKept: LocalText(sv: "Hämtad spärrinformation kan inte sparas.", en: "Fetched revocation data cannot be kept on disk.")
        case .statusUnknown:
            LocalText(
                sv: "Ett certifikats status kan inte avgöras; meddelanden väntar.",
                en: "The status of a certificate cannot be told; messages wait.")
        case .onGrace:
            LocalText(
                sv: "Beslut fattas med spärrinformation som har gått ut.", en: "Decisions are made on revocation data that has ended.")
        case .endsSoon: LocalText(sv: "Ett certifikat går snart ut eller har gått ut.", en: "A certificate ends soon or has ended.")
        }
    }

    /// What can be done about it.
    package var remedy: LocalText {
        switch self {
        case .nameNotFound, .unreachable, .tooSlow:
            LocalText(
                sv: "Öppna brandväggen mot värden och kontrollera DNS; hämtningen görs om av sig själv.",
                en: "Open the firewall to the host and check DNS; fetching is tried again by itself.")
        case .privateAddress:
            LocalText(
                sv: "Om värden verkligen ska ligga där: ange den under revocation.private_hosts.",
                en: "If the host is meant to be there, name it under revocation.private_hosts.")
        case .badStatus, .tooLarge:
            LocalText(
                sv: "Kontrollera adressen hos utfärdaren; omdirigeringar följs aldrig.",
                en: "Check the address with the issuer; redirects are never followed.")
        case .notKept:
            LocalText(sv: "Se över disk och rättigheter under spoolen.", en: "Look at the disk and the modes below the spool.")
        case .statusUnknown:
            LocalText(
                sv: "Kör sluss cert check: den visar vad som saknas och varför. Meddelanden går av sig själva när listan har kommit.",
                en: "Run sluss cert check: it shows what is missing and why. Messages go by themselves once the list has come.")
        case .onGrace:
            LocalText(
                sv: "Åtgärda hämtningen innan grace har gått; då väntar meddelanden.",
                en: "Mend the fetching before grace is over; then messages wait.")
        case .endsSoon:
            LocalText(
                sv: "Beställ ett nytt certifikat och ge partnern den nya pinnen i god tid; se Docs/trust.md.",
                en: "Order a new certificate and give the partner its pin in good time; see Docs/trust.md.")
        }
    }
}

/// Why a fetch brought nothing.
package struct FetchFailure: Error, Sendable, Equatable {
    /// A ``FetchCode``, or a code of what judged the bytes (T005, T009, T013–T015).
    package let code: String
    /// Technical circumstance.
    package let detail: String?

    init(_ code: FetchCode, _ detail: String? = nil) { (self.code, self.detail) = (code.rawValue, detail) }

    init(_ refusal: Refusal) { (code, detail) = (refusal.code, refusal.detail) }
}
