import Documents

/// What a routing decision objects to or warns of. Never with patient data.
package enum RoutingCode: String, RefusalCode {
    /// No municipality can be named.
    case kommunUnknown = "V001"
    /// Several municipalities have placed the patient.
    case ambiguousPlacement = "V002"
    /// No region can be named.
    case regionUnknown = "V003"
    /// Under 21, and nothing is known of a placement.
    case placementUnknown = "V004"
    /// The message and the register name different municipalities.
    case contradiction = "V005"
    /// A placement has ended and nothing newer is known.
    case placementEnded = "V006"
    /// One municipality has two placements at once.
    case doublePlacement = "V007"
    /// The payer must be settled by hand.
    case payerByHand = "V008"
    /// Skyddat boende without any protection in the message.
    case unprotectedShelter = "V009"
    /// No message of the case tells what is needed.
    case needUnknown = "V010"
    /// The address book has no address.
    case addressMissing = "V011"
    /// The address book has no protected mailbox.
    case protectedMailboxMissing = "V012"
    /// The address book has several addresses.
    case severalAddresses = "V013"
    /// A receiver is missing.
    case receiverMissing = "V014"
    /// The municipality that pays is no receiver.
    case payerNotReceiver = "V015"
    /// A receiver should not have the data.
    case receiverSuperfluous = "V016"
    /// The right organisation, but an open mailbox.
    case openMailbox = "V017"
    /// It cannot be told whether a message came to the right place.
    case misdirectionUncertain = "V018"
    /// Forwarding to an organisation that has the message.
    case alreadyReceiver = "V019"
    /// A placement that nobody ended lapsed when the patient turned 21.
    case placementLapsed = "V020"

    /// Whether a message that asks to be routed cannot go on. The others are warnings.
    package var isRefusal: Bool {
        switch self {
        case .kommunUnknown, .ambiguousPlacement, .regionUnknown: true
        default: false
        }
    }

    /// What is wrong.
    package var text: LocalText {
        switch self {
        case .kommunUnknown:
            LocalText(sv: "Det framgår inte vilken kommun som ansvarar.", en: "It does not show which municipality answers.")
        case .ambiguousPlacement:
            LocalText(sv: "Flera kommuner har placerat patienten samtidigt.", en: "Several municipalities have placed the patient at once.")
        case .regionUnknown: LocalText(sv: "Det framgår inte vilken region som avses.", en: "It does not show which region is meant.")
        case .placementUnknown:
            LocalText(
                sv: "Patienten är under 21 år och ingenting är känt om en placering.",
                en: "The patient is under 21 and nothing is known of a placement.")
        case .contradiction:
            LocalText(
                sv: "Meddelandet och placeringsregistret säger olika om placeringen.",
                en: "The message and the placement register differ on the placement.")
        case .placementEnded:
            LocalText(sv: "En placering har avslutats och ingen ny är känd.", en: "A placement has ended and no new one is known.")
        case .doublePlacement:
            LocalText(sv: "Samma kommun har två placeringar samtidigt.", en: "One municipality has two placements at once.")
        case .payerByHand:
            LocalText(sv: "Vem som betalar måste avgöras för hand.", en: "Who pays must be settled by hand.")
        case .unprotectedShelter:
            LocalText(
                sv: "Patienten är i skyddat boende men har inget skydd i meddelandet.", en: "Sheltered housing, but no protection stated.")
        case .needUnknown:
            LocalText(sv: "Ärendet visar inte vilka insatser som behövs.", en: "The case does not show which services are needed.")
        case .addressMissing:
            LocalText(sv: "Adressboken saknar adress till mottagaren.", en: "The address book has no address of the receiver.")
        case .protectedMailboxMissing:
            LocalText(
                sv: "Adressboken saknar skyddad brevlåda hos mottagaren.", en: "The address book has no protected mailbox of the receiver.")
        case .severalAddresses:
            LocalText(sv: "Adressboken har flera adresser som passar.", en: "The address book has several addresses that fit.")
        case .receiverMissing: LocalText(sv: "En mottagare saknas i meddelandet.", en: "A receiver is missing in the message.")
        case .payerNotReceiver:
            LocalText(
                sv: "Folkbokföringskommunen är inte mottagare; utan underrättelse betalar den inte.",
                en: "The municipality of registration is no receiver; without notice it does not pay.")
        case .receiverSuperfluous:
            LocalText(sv: "En mottagare har inget med patienten att göra.", en: "A receiver has nothing to do with the patient.")
        case .openMailbox:
            LocalText(
                sv: "Uppgifterna kräver skyddad brevlåda men adressen är öppen.",
                en: "A protected mailbox is needed but the address is open.")
        case .misdirectionUncertain:
            LocalText(
                sv: "Det går inte att avgöra om meddelandet kom rätt.", en: "It cannot be told whether the message came to the right place."
            )
        case .alreadyReceiver:
            LocalText(sv: "Organisationen har redan fått meddelandet.", en: "The organisation already has the message.")
        case .placementLapsed:
            LocalText(
                sv: "En placering utan slutdag räknas inte längre, eftersom patienten har fyllt 21 år.",
                en: "A placement without an end no longer counts, since the patient has turned 21.")
        }
    }

    /// What the sender can do.
    package var remedy: LocalText {
        switch self {
        case .kommunUnknown:
            LocalText(
                sv: "Fråga socialtjänsten eller Migrationsverket vilken kommun som ansvarar, och ange den.",
                en: "Ask social services or Migrationsverket which municipality answers, and name it.")
        case .ambiguousPlacement:
            LocalText(
                sv: "Ring kandidaterna, ange rätt placeringskommun i meddelandet och be den andra rätta sitt placeringsmeddelande.",
                en: "Telephone the candidates, name the right one in the message and ask the other to correct its placement message.")
        case .regionUnknown: LocalText(sv: "Ange vistelsekommun eller vistelseregion.", en: "State the municipality or region of the stay.")
        case .placementUnknown:
            LocalText(
                sv:
                    "Fråga vårdnadshavare eller den som följer med: bor patienten i familjehem, HVB eller annat boende, och vilken kommun beslutade?",
                en: "Ask guardians or whoever comes along: does the patient live in such a home, and which municipality decided?")
        case .contradiction:
            LocalText(
                sv: "Ring den kommun som meddelandet nämner och den i registret, och rätta den uppgift som är fel.",
                en: "Telephone the municipality in the message and the one in the register, and correct what is wrong.")
        case .placementEnded:
            LocalText(
                sv: "Fråga den förra placeringskommunen om patienten är placerad på nytt.",
                en: "Ask the former placing municipality whether there is a new placement.")
        case .doublePlacement:
            LocalText(sv: "Be kommunen avsluta den äldre placeringen.", en: "Ask the municipality to end the older placement.")
        case .payerByHand:
            LocalText(
                sv: "Skicka ändå; kom överens med kommunen om betalningen utanför Slussen.",
                en: "Send all the same; settle payment with the municipality outside Sluss.")
        case .unprotectedShelter:
            LocalText(
                sv: "Kontrollera skyddet med socialtjänsten; skicka bara till skyddad brevlåda.",
                en: "Check the protection with social services; send only to protected mailboxes.")
        case .needUnknown:
            LocalText(sv: "Kontrollera mottagarna mot inskrivningsmeddelandet.", en: "Check the receivers against the notice of admission.")
        case .addressMissing, .protectedMailboxMissing:
            LocalText(
                sv: "Ring mottagaren, och lägg in adressen i konfigurationen.",
                en: "Telephone the receiver, and add the address to the configuration.")
        case .severalAddresses: LocalText(sv: "Välj en av adresserna.", en: "Choose one of the addresses.")
        case .receiverMissing, .payerNotReceiver:
            LocalText(sv: "Lägg till mottagaren om den är berörd.", en: "Add the receiver if it is concerned.")
        case .receiverSuperfluous:
            LocalText(
                sv: "Ta bort mottagaren, eller anteckna varför den behöver uppgifterna.",
                en: "Remove the receiver, or note why it needs the data.")
        case .openMailbox: LocalText(sv: "Använd mottagarens skyddade brevlåda.", en: "Use the receiver's protected mailbox.")
        case .misdirectionUncertain:
            LocalText(sv: "Låt handläggaren avgöra, och ring avsändaren.", en: "Let the case worker decide, and telephone the sender.")
        case .alreadyReceiver:
            LocalText(sv: "Skicka ett felsänt-besked utan att skicka vidare.", en: "Answer as misdirected without forwarding.")
        case .placementLapsed:
            LocalText(
                sv: "Fråga placeringskommunen om placeringen gäller, och be den skicka slutet.",
                en: "Ask the placing municipality whether it holds, and to send its end.")
        }
    }
}
