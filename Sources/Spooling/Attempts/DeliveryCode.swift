/// What the delivery's own clock and recovery write into a history. The raw value is stable, and the sentence is shown from here in the
/// language of the reader: histories hold codes and technical words, never sentences.
package enum DeliveryCode: String, CaseIterable, Sendable {
    /// The last useful date of the message has passed.
    case pastUse = "Q001"
    /// The request was written whole and its receipt did not come in time.
    case noReceipt = "Q002"
    /// The daemon ended during an attempt; nobody knows whether the partner got it.
    case cutOff = "Q003"
    /// That happened too often in a row; the message is held.
    case cutOffTooOften = "Q004"
    /// A reception was finished after a crash.
    case receptionFinished = "Q005"
    /// The partner has had the message before and gives no receipt for it.
    case receiptLost = "Q006"

    /// What happened, in one sentence.
    package var text: SpoolText {
        switch self {
        case .pastUse: SpoolText(sv: "Meddelandets sista dag har passerat.", en: "The message is past its last useful date.")
        case .noReceipt: SpoolText(sv: "Ingen kvittens kom inom tidsgränsen.", en: "No receipt came within the limit.")
        case .cutOff: SpoolText(sv: "Leveransförsöket bröts av en omstart.", en: "A restart cut the attempt off.")
        case .cutOffTooOften:
            SpoolText(sv: "För många försök i rad bröts av omstarter.", en: "Restarts cut off too many attempts in a row.")
        case .receptionFinished:
            SpoolText(sv: "Mottagningen slutfördes efter en krasch.", en: "The reception was finished after a crash.")
        case .receiptLost:
            SpoolText(
                sv: "Partnern har redan meddelandet, men kvittensen saknas.",
                en: "The partner has the message already, but its receipt is missing.")
        }
    }

    /// What an operator can do about it.
    package var remedy: SpoolText {
        switch self {
        case .pastUse:
            SpoolText(sv: "Underrätta mottagaren på annat sätt.", en: "Tell the receiver in another way.")
        case .noReceipt:
            SpoolText(
                sv: "Inget behöver göras: meddelandet skickas igen. Fråga mottagaren om det upprepas.",
                en: "Nothing to do: the message is sent again. Ask the receiver if it recurs.")
        case .cutOff:
            SpoolText(sv: "Inget behöver göras: försöket görs om.", en: "Nothing to do: the attempt is repeated.")
        case .cutOffTooOften:
            SpoolText(
                sv: "Läs loggen före omstarterna; släpp sedan meddelandet med sluss queue release.",
                en: "Read the log before the restarts; then let the message go with sluss queue release.")
        case .receptionFinished: SpoolText(sv: "Inget behöver göras.", en: "Nothing to do.")
        case .receiptLost:
            SpoolText(
                sv: "Be partnern bekräfta mottagandet på annat sätt; kvittensen kan ännu komma så länge meddelandet skickas igen.",
                en: "Ask the partner to confirm in another way; the receipt may still come while the message is sent again.")
        }
    }
}
