import Documents

extension AS4Code {
    /// What is wrong.
    package var text: LocalText {
        switch self {
        case .contentType, .boundary, .preamble, .unclosed, .epilogue, .partHeader, .repeatedHeader, .contentID, .repeatedContentID,
            .tooManyParts, .transferEncoding, .nestedMultipart, .rootPart, .charset, .entityTooLarge:
            packagingText
        case .envelope, .messagingCount, .messageCount, .unexpectedElement, .missingElement, .partyID, .timestamp, .messageID, .value,
            .missingProperty, .repeatedProperty, .externalPayload, .repeatedReference, .bodyContent, .mustUnderstand:
            headerText
        case .unreferencedPart, .missingPart, .mimeTypeMissing, .compressionType, .characterSet, .gzipMalformed, .gzipTooLarge,
            .gzipTrailing:
            payloadText
        case .securityHeader, .unsigned, .signatureCount, .encrypted, .algorithm, .unexpectedReference, .uncovered, .transform, .digest,
            .securityContent, .keyReference, .token, .unknownKey, .stale, .securityTimestamp:
            securityText
        case .encryptionStructure, .attachmentComplete, .unencrypted, .decryption, .encryptionKey, .algorithmSuite: encryptionText
        case .unknownPartner, .unknownAgreement, .participantType, .participant, .channel, .pullRequest, .multihop, .notSignal,
            .otherMessage,
            .receiptWithoutProof,
            .receiptMismatch, .receiptAndError, .notPackageable, .signingKey, .storage:
            exchangeText
        }
    }

    private var packagingText: LocalText {
        switch self {
        case .contentType:
            LocalText(sv: "HTTP-huvudet Content-Type är inte det som AS4 kräver.", en: "The HTTP Content-Type is not what AS4 demands.")
        case .boundary: LocalText(sv: "MIME-gränsen (boundary) saknas eller är ogiltig.", en: "The MIME boundary is missing or invalid.")
        case .preamble: LocalText(sv: "Meddelandet börjar inte med MIME-gränsen.", en: "The message does not begin with the MIME boundary.")
        case .unclosed: LocalText(sv: "Den avslutande MIME-gränsen saknas.", en: "The closing MIME boundary is missing.")
        case .epilogue: LocalText(sv: "Något följer efter den avslutande MIME-gränsen.", en: "Something follows the closing MIME boundary.")
        case .partHeader: LocalText(sv: "En MIME-del har ett felaktigt huvud.", en: "A MIME part has a malformed header.")
        case .repeatedHeader: LocalText(sv: "En MIME-del har samma huvudfält två gånger.", en: "A MIME part has one header field twice.")
        case .contentID: LocalText(sv: "En MIME-del saknar giltigt Content-ID.", en: "A MIME part has no valid Content-ID.")
        case .repeatedContentID: LocalText(sv: "Två MIME-delar har samma Content-ID.", en: "Two MIME parts have the same Content-ID.")
        case .tooManyParts: LocalText(sv: "Meddelandet har för många MIME-delar.", en: "The message has too many MIME parts.")
        case .transferEncoding:
            LocalText(
                sv: "En MIME-del har en kodning som inte läses.",
                en: "A MIME part has a transfer encoding that is not read.")
        case .nestedMultipart: LocalText(sv: "En MIME-del är i sin tur flerdelad.", en: "A MIME part is itself a multipart.")
        case .rootPart:
            LocalText(
                sv: "Rotdelen saknas eller är inte application/soap+xml.",
                en: "The root part is missing or is not application/soap+xml.")
        case .charset: LocalText(sv: "Teckenuppsättningen är inte UTF-8.", en: "The character set is not UTF-8.")
        default: LocalText(sv: "Meddelandet är för stort.", en: "The message is too large.")
        }
    }

    private var headerText: LocalText {
        switch self {
        case .envelope:
            LocalText(
                sv: "Inte ett SOAP 1.2-kuvert med ett Header och ett Body.",
                en: "Not a SOAP 1.2 envelope with one Header and one Body.")
        case .messagingCount:
            LocalText(sv: "Kuvertet har inte exakt ett eb:Messaging.", en: "The envelope has not exactly one eb:Messaging.")
        case .messageCount: LocalText(sv: "eb:Messaging har inte exakt ett meddelande.", en: "eb:Messaging has not exactly one message.")
        case .unexpectedElement: LocalText(sv: "Ett element står där det inte får stå.", en: "An element stands where it may not.")
        case .missingElement:
            LocalText(sv: "Ett obligatoriskt element eller attribut saknas.", en: "A required element or attribute is missing.")
        case .partyID: LocalText(sv: "En part har inte exakt ett PartyId.", en: "A party has not exactly one PartyId.")
        case .timestamp: LocalText(sv: "Tidpunkten är ogiltig eller saknar tidszon.", en: "The time is invalid or has no time zone.")
        case .messageID: LocalText(sv: "MessageId har inte formen id@domän.", en: "The MessageId has not the form id@domain.")
        case .value:
            LocalText(sv: "Ett värde är tomt, för långt eller har styrtecken.", en: "A value is empty, too long or has control characters.")
        case .missingProperty:
            LocalText(sv: "originalSender eller finalRecipient saknas.", en: "originalSender or finalRecipient is missing.")
        case .repeatedProperty: LocalText(sv: "En egenskap står två gånger.", en: "A property stands twice.")
        case .externalPayload:
            LocalText(
                sv: "En del hänvisar till innehåll utanför meddelandet.",
                en: "A part refers to content outside the message.")
        case .repeatedReference: LocalText(sv: "Två PartInfo hänvisar till samma del.", en: "Two PartInfo refer to the same part.")
        case .bodyContent: LocalText(sv: "SOAP Body är inte tom.", en: "The SOAP Body is not empty.")
        default: LocalText(sv: "Ett huvudblock måste förstås men är okänt.", en: "A header block must be understood but is unknown.")
        }
    }

    private var payloadText: LocalText {
        switch self {
        case .unreferencedPart: LocalText(sv: "En MIME-del nämns inte i PayloadInfo.", en: "A MIME part is not named in PayloadInfo.")
        case .missingPart: LocalText(sv: "PayloadInfo nämner en del som saknas.", en: "PayloadInfo names a part that is missing.")
        case .mimeTypeMissing:
            LocalText(sv: "En komprimerad del saknar egenskapen MimeType.", en: "A compressed part has no MimeType property.")
        case .compressionType:
            LocalText(sv: "CompressionType är inte application/gzip.", en: "The CompressionType is not application/gzip.")
        case .characterSet:
            LocalText(sv: "CharacterSet är inget namn på en teckenuppsättning.", en: "CharacterSet is no name of a character set.")
        case .gzipMalformed: LocalText(sv: "En del är inte en hel gzip-ström.", en: "A part is not a whole gzip stream.")
        case .gzipTooLarge: LocalText(sv: "En del packas upp till mer än gränsen.", en: "A part unpacks to more than the limit.")
        default: LocalText(sv: "Något följer efter gzip-strömmen.", en: "Something follows the gzip stream.")
        }
    }

    private var securityText: LocalText {
        switch self {
        case .securityHeader:
            LocalText(
                sv: "Kuvertet har inte exakt ett wsse:Security för oss.",
                en: "The envelope has not exactly one wsse:Security for us.")
        case .unsigned: LocalText(sv: "Meddelandet är inte signerat.", en: "The message is not signed.")
        case .signatureCount: LocalText(sv: "Meddelandet har mer än en signatur.", en: "The message has more than one signature.")
        case .encrypted:
            LocalText(
                sv: "Meddelandet är krypterat, och här finns ingen nyckel för dekryptering.",
                en: "The message is encrypted, and there is no key for decryption here.")
        case .algorithm:
            LocalText(
                sv: "Signaturens algoritm ingår inte i överenskommelsen.",
                en: "The signature's algorithm is not in the agreement.")
        case .unexpectedReference:
            LocalText(
                sv: "Signaturen omfattar något som inte ska signeras.",
                en: "The signature covers something that is not to be signed.")
        case .uncovered:
            LocalText(
                sv: "Signaturen omfattar inte allt som måste signeras.",
                en: "The signature does not cover all that must be signed.")
        case .transform: LocalText(sv: "En signerad del har fel transformering.", en: "A signed part has the wrong transform.")
        case .digest: LocalText(sv: "En del har ändrats efter signeringen.", en: "A part was changed after signing.")
        case .securityContent: LocalText(sv: "wsse:Security innehåller något okänt.", en: "wsse:Security holds something unknown.")
        case .keyReference:
            LocalText(
                sv: "Signaturens nyckel anges på ett sätt som inte läses.",
                en: "The signature names its key in a way that is not read.")
        case .token:
            LocalText(
                sv: "Certifikatet i meddelandet saknas eller kan inte läsas.",
                en: "The certificate in the message is missing or unreadable.")
        case .unknownKey:
            LocalText(
                sv: "Signaturens nyckel tillhör inget av partnerns certifikat.",
                en: "The signature's key belongs to none of the partner's certificates.")
        case .stale: LocalText(sv: "Säkerhetshuvudets tidsstämpel gäller inte nu.", en: "The security header's timestamp is not valid now.")
        default: LocalText(sv: "Säkerhetshuvudets tidsstämpel är ogiltig.", en: "The security header's timestamp is malformed.")
        }
    }

    private var encryptionText: LocalText {
        switch self {
        case .encryptionStructure:
            LocalText(
                sv: "EncryptedKey och EncryptedData är inte uppbyggda enligt profilen.",
                en: "EncryptedKey and EncryptedData are not built as the profile demands.")
        case .attachmentComplete:
            LocalText(
                sv: "En del är krypterad med sitt MIME-huvud, vilket profilen inte har.",
                en: "A part is encrypted with its MIME header, which the profile does not have.")
        case .unencrypted:
            LocalText(
                sv: "En del är inte krypterad, fast överenskommelsen kräver det.",
                en: "A part is not encrypted although the agreement demands it.")
        case .decryption: LocalText(sv: "En del kan inte dekrypteras.", en: "A part cannot be decrypted.")
        case .encryptionKey:
            LocalText(
                sv: "Nyckeln eller certifikatet kan inte användas för kryptering enligt profilen.",
                en: "The key or certificate cannot be used for encryption under the profile.")
        default:
            LocalText(
                sv: "Algoritmsviten är okänd eller finns inte än.", en: "The algorithm suite is unknown or not available yet.")
        }
    }

    private var exchangeText: LocalText {
        switch self {
        case .channel: LocalText(sv: "Meddelandekanalen (mpc) är okänd.", en: "The message channel (mpc) is unknown.")
        case .multihop:
            LocalText(
                sv: "Huvudet är riktat till en mellanhand (multi-hop), vilket inte stöds.",
                en: "The header is addressed to an intermediary (multi-hop), which is not supported.")
        case .pullRequest:
            LocalText(sv: "Hämtning (pull) stöds inte; meddelanden skickas.", en: "Pulling is not supported; messages are pushed.")
        case .unknownPartner: LocalText(sv: "Ingen partner har dessa parter.", en: "No partner has these parties.")
        case .unknownAgreement:
            LocalText(
                sv: "Ingen överenskommelse har dessa roller, tjänst, åtgärd och referens.",
                en: "No agreement has these roles, service, action and reference.")
        case .participantType:
            LocalText(
                sv: "originalSender eller finalRecipient har inte överenskommen typ.",
                en: "originalSender or finalRecipient has not the agreed type.")
        case .participant:
            LocalText(
                sv: "originalSender eller finalRecipient ingår inte i överenskommelsen.",
                en: "originalSender or finalRecipient is not in the agreement.")
        case .notSignal: LocalText(sv: "Svaret är varken kvittens eller fel.", en: "The answer is neither receipt nor error.")
        case .otherMessage: LocalText(sv: "Svaret gäller ett annat meddelande.", en: "The answer is about another message.")
        case .receiptWithoutProof:
            LocalText(
                sv: "Kvittensen bevisar inget: NonRepudiationInformation saknas.",
                en: "The receipt proves nothing: NonRepudiationInformation is missing.")
        case .receiptMismatch:
            LocalText(
                sv: "Kvittensen gäller annat innehåll än det som skickades.",
                en: "The receipt is for other content than was sent.")
        case .receiptAndError: LocalText(sv: "Svaret är både kvittens och fel.", en: "The answer is both receipt and error.")
        case .notPackageable:
            LocalText(sv: "Meddelandet kan inte packas enligt profilen.", en: "The message cannot be packaged under the profile.")
        case .storage:
            LocalText(
                sv: "Innehållet kunde inte mellanlagras på vår disk.",
                en: "The content could not be kept on our disk while it was worked on.")
        default:
            LocalText(
                sv: "Nyckel och certifikat kan inte signera enligt profilen.", en: "Key and certificate cannot sign under the profile.")
        }
    }
}
