import CareMessages
import Documents

/// What the gateway itself has to say, beside the rules of XML, signatures, law and wire.
package enum GatewayCode: String, RefusalCode {
    /// No partner with the receiver's organisationsnummer.
    case unknownReceiver = "R001"
    /// No agreement carries the type between us and the partner.
    case noAgreement = "R002"
    /// originalSender, From party, TLS partner and business sender do not all name the same organisation.
    case originalSenderMismatch = "R003"
    /// The message is not for us.
    case notServiced = "R004"
    /// A message carries exactly one business document.
    case onePayload = "R005"
    /// Our disk is in the way.
    case cannotStore = "R006"
    /// Our own revocation lists are missing or stale.
    case cannotJudge = "R014"
    /// Our key or program is in the way.
    case cannotAnswer = "R007"
    /// The hand-over folder is in the way.
    case cannotHandOver = "R008"
    /// The daemon was stopped during an attempt.
    case stopped = "R009"
    /// The agreement's time for delivery has passed.
    case expired = "R010"
    /// The partner is no longer in the configuration.
    case partnerGone = "R011"
    /// What lies in the drop folder is no file we can read.
    case unreadableFile = "R012"
    /// A message was given up, or refused by its receiver.
    case notDelivered = "R013"

    /// A MessageId that was received before came again with another message.
    case otherContent = "R015"

    /// A message about a protected patient waits for its release by a second person.
    case awaitsRelease = "R016"
    /// Only a message that came in can be given back or passed on.
    case notReceived = "R017"
    /// A receipt is answered by nothing.
    case notAnswerable = "R018"
    /// The sender has been told that the message came wrong.
    case alreadyAnswered = "R019"
    /// A message is so old that nobody could tell whether it came before.
    case tooOld = "R020"
    /// A message says that it was sent later than now.
    case sentInFuture = "R021"
    /// The audit trail does not take the line of a refusal.
    case refusalUnrecorded = "R022"
    /// A message names one that it answers, and we have sent none such.
    case answersUnknown = "R029"

    /// What is wrong, for the operator and the submitter.
    package var text: LocalText {
        switch self {
        case .unknownReceiver:
            LocalText(sv: "Ingen partner har mottagarens organisationsnummer.", en: "No partner has the receiver's organisationsnummer.")
        case .noAgreement:
            LocalText(
                sv: "Ingen överenskommelse omfattar meddelandetypen med denna partner.",
                en: "No agreement covers this message type with this partner.")
        case .originalSenderMismatch:
            LocalText(
                sv: "Avsändaren i meddelandet är inte den organisation som anslöt och signerade.",
                en: "The sender in the message is not the organisation that connected and signed.")
        case .notServiced:
            LocalText(sv: "Meddelandet är inte ställt till denna organisation.", en: "The message is not addressed to this organisation.")
        case .onePayload:
            LocalText(sv: "Meddelandet saknar verksamhetsdokument.", en: "The message carries no business document.")
        case .otherContent:
            LocalText(
                sv: "Ett annat meddelande med samma MessageId har redan tagits emot.",
                en: "Another message with the same MessageId was received before.")
        case .cannotStore:
            LocalText(sv: "Meddelandet kan inte sparas just nu.", en: "The message cannot be stored now.")
        case .cannotJudge:
            LocalText(
                sv: "Mottagarens spärrlistor saknas eller är för gamla; undertecknaren kan inte prövas just nu.",
                en: "The receiver's revocation lists are missing or stale; the signer cannot be judged now.")
        case .cannotAnswer:
            LocalText(sv: "Ett fel hos mottagaren hindrar kvittens.", en: "A fault at the receiver prevents a receipt.")
        case .cannotHandOver:
            LocalText(sv: "Överlämningsmappen kan inte skrivas.", en: "The hand-over folder cannot be written.")
        case .stopped:
            LocalText(sv: "Tjänsten stoppades under leveransförsöket.", en: "The service was stopped during the attempt.")
        case .expired:
            LocalText(sv: "Tiden för leverans enligt överenskommelsen är slut.", en: "The agreement's time for delivery has passed.")
        case .partnerGone:
            LocalText(sv: "Partnern finns inte längre i konfigurationen.", en: "The partner is no longer in the configuration.")
        case .unreadableFile:
            LocalText(sv: "Det som lämnades är ingen vanlig, läsbar fil.", en: "What was left is not a regular file that can be read.")
        case .notDelivered:
            LocalText(sv: "Meddelandet har inte kunnat levereras.", en: "The message could not be delivered.")
        case .awaitsRelease:
            LocalText(
                sv: "Meddelandet rör skyddade personuppgifter och väntar på att en andra person släpper det.",
                en: "The message is about a protected person and waits for its release by a second person.")
        case .notReceived:
            LocalText(
                sv: "Bara ett mottaget meddelande kan lämnas tillbaka eller sändas vidare.",
                en: "Only a received message can be given back or passed on.")
        case .notAnswerable: LocalText(sv: "En kvittens besvaras inte med en kvittens.", en: "A receipt is not answered with a receipt.")
        case .alreadyAnswered:
            LocalText(
                sv: "Avsändaren har redan fått veta att meddelandet kom fel.",
                en: "The sender has been told already that the message came to the wrong place.")
        case .tooOld: LocalText(sv: "Meddelandet sändes för länge sedan.", en: "The message was sent too long ago.")
        case .sentInFuture:
            LocalText(
                sv: "Meddelandets tidpunkt ligger i framtiden; klockorna går olika.",
                en: "The message's time lies in the future; the clocks differ.")
        case .refusalUnrecorded:
            LocalText(
                sv: "En avvisning kunde inte antecknas i mottagarens granskningslogg, så den gavs inte.",
                en: "A refusal could not be recorded in the receiver's audit trail, so it was not given.")
        case .answersUnknown:
            LocalText(
                sv: "Meddelandet svarar på ett meddelande som inte finns här.", en: "The message answers one that is not here.")
        }
    }

    /// What can be done about it.
    package var remedy: LocalText {
        switch self {
        case .unknownReceiver:
            LocalText(
                sv: "Rätta mottagaren, eller lägg till partnern i konfigurationen.",
                en: "Correct the receiver, or add the partner to the configuration.")
        case .noAgreement:
            LocalText(
                sv: "Lägg till meddelandetypen i överenskommelsen hos båda sidor.",
                en: "Add the message type to the agreement on both sides.")
        case .originalSenderMismatch:
            LocalText(
                sv: "Kontrollera organisationsnummer, certifikat och originalSender hos avsändaren.",
                en: "Check organisationsnummer, certificates and originalSender at the sender.")
        case .notServiced:
            LocalText(
                sv: "Rätta mottagarens organisationsnummer och skicka ett nytt meddelande.",
                en: "Correct the receiver's organisationsnummer and send a new message.")
        case .onePayload:
            LocalText(
                sv: "Skicka verksamhetsdokumentet som första del, bilagorna efter.",
                en: "Send the business document as the first part, attachments after it.")
        case .otherContent:
            LocalText(
                sv: "Skicka meddelandet med ett nytt MessageId; avsändarens system får aldrig använda ett två gånger.",
                en: "Send the message under a new MessageId; the sender's system must never use one twice.")
        case .cannotStore:
            LocalText(
                sv: "Avsändaren försöker igen av sig själv; mottagarens drift ska se över disken.",
                en: "The sender tries again by itself; the receiver's operator must look at the disk.")
        case .cannotJudge:
            LocalText(
                sv: "Avsändaren försöker igen av sig själv; mottagarens drift ska hämta färska spärrlistor.",
                en: "The sender tries again by itself; the receiver's operator must fetch fresh revocation lists.")
        case .cannotAnswer:
            LocalText(
                sv: "Avsändaren försöker igen av sig själv; mottagarens drift ska läsa sin logg.",
                en: "The sender tries again by itself; the receiver's operator must read its log.")
        case .cannotHandOver:
            LocalText(
                sv: "Gör överlämningsmappen skrivbar; överlämningen sker då av sig själv.",
                en: "Make the hand-over folder writable; the message is then handed over by itself.")
        case .stopped:
            LocalText(
                sv: "Inget behöver göras: försöket görs om efter start.", en: "Nothing to do: the attempt is repeated after the start.")
        case .expired:
            LocalText(
                sv: "Underrätta mottagaren på annat sätt, och skicka sedan om med sluss queue retry.",
                en: "Tell the receiver in another way, then resend with sluss queue retry.")
        case .partnerGone:
            LocalText(
                sv: "Lägg tillbaka partnern i konfigurationen eller avbryt meddelandet med sluss queue cancel.",
                en: "Put the partner back into the configuration, or cancel the message with sluss queue cancel.")
        case .unreadableFile:
            LocalText(
                sv: "Lämna en vanlig fil som tjänstens användare får läsa; inga mappar eller länkar.",
                en: "Leave a regular file that the service's user may read; no folders or links.")
        case .notDelivered:
            LocalText(
                sv: "Underrätta mottagaren på annat sätt. När orsaken är åtgärdad skickar driften om med sluss queue retry.",
                en: "Tell the receiver in another way. When the cause is mended, the operator resends with sluss queue retry.")
        case .awaitsRelease:
            LocalText(
                sv: "Låt någon annan än den som lämnade in granska mottagarna och köra sluss queue release ID --reason.",
                en: "Let somebody other than the submitter check the receivers and run sluss queue release ID --reason.")
        case .notReceived:
            LocalText(
                sv: "Visa de mottagna med sluss inbox. Ett eget meddelande återtas med M22 eller avbryts med sluss queue cancel.",
                en: "List those received with sluss inbox. One of our own is withdrawn by M22 or cancelled with sluss queue cancel.")
        case .notAnswerable: LocalText(sv: "Ring avsändaren.", en: "Telephone the sender.")
        case .alreadyAnswered:
            LocalText(
                sv: "Se ärendet. Var svaret fel återtas det med en makulering (M22).",
                en: "Look at the case. If the answer was wrong, withdraw it with M22.")
        case .tooOld:
            LocalText(
                sv: "Lämna in meddelandet på nytt med nytt meddelandeid; att skicka om det gamla hjälper inte.",
                en: "Submit the message anew under a new message id; sending the old one again does not help.")
        case .sentInFuture:
            LocalText(
                sv: "Ställ klockorna hos avsändare och mottagare efter en tidsserver; avsändaren försöker igen av sig själv.",
                en: "Set the clocks of sender and receiver by a time server; the sender tries again by itself.")
        case .refusalUnrecorded:
            LocalText(
                sv: "Avsändaren försöker igen av sig själv; mottagarens drift ska göra paths.audit skrivbar.",
                en: "The sender tries again by itself; the receiver's operator must make paths.audit writable.")
        case .answersUnknown:
            LocalText(
                sv: "Inget behöver göras: meddelandet är mottaget. Fråga partnern om svaret är oväntat.",
                en: "Nothing to do: the message is received. Ask the partner if the answer is unexpected.")
        }
    }
}
