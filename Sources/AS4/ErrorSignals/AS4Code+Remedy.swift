import Documents

extension AS4Code {
    /// What the sender or the operator can do.
    package var remedy: LocalText {
        switch self {
        case .contentType, .boundary, .preamble, .unclosed, .epilogue, .partHeader, .repeatedHeader, .contentID, .repeatedContentID,
            .transferEncoding, .nestedMultipart, .rootPart, .charset:
            LocalText(
                sv: "Rätta hur avsändarens AS4-program bygger MIME (RFC 2046, RFC 2387); nätutrustning får inte skriva om meddelandet.",
                en: "Correct how the sender's AS4 software builds MIME (RFC 2046, RFC 2387); no network device may rewrite the message.")
        case .tooManyParts, .entityTooLarge, .gzipTooLarge:
            LocalText(sv: "Skicka mindre, eller höj gränsen i överenskommelsen.", en: "Send less, or raise the limit in the agreement.")
        case .envelope, .messagingCount, .messageCount, .unexpectedElement, .missingElement, .partyID, .timestamp, .messageID, .value,
            .repeatedProperty, .repeatedReference, .mustUnderstand:
            LocalText(
                sv: "Rätta ebMS-huvudet på angivet ställe i avsändarens AS4-program (ebMS 3.0 Core 5.2).",
                en: "Correct the ebMS header at the place given in the sender's AS4 software (ebMS 3.0 Core 5.2).")
        case .missingProperty, .participantType, .participant:
            LocalText(
                sv: "Jämför originalSender och finalRecipient med överenskommelsen hos båda sidor.",
                en: "Compare originalSender and finalRecipient with the agreement on both sides.")
        case .externalPayload, .bodyContent, .unreferencedPart, .missingPart:
            LocalText(
                sv: "Lägg allt innehåll i MIME-delar som PayloadInfo nämner exakt en gång.",
                en: "Put all content into MIME parts that PayloadInfo names exactly once.")
        case .mimeTypeMissing, .compressionType, .characterSet, .gzipMalformed, .gzipTrailing:
            LocalText(
                sv: "Rätta komprimeringen i avsändarens AS4-program (AS4 Profile 3.1).",
                en: "Correct the compression in the sender's AS4 software (AS4 Profile 3.1).")
        case .encrypted:
            LocalText(
                sv: "Ange en nyckel för dekryptering i konfigurationen, eller låt avsändaren stänga av krypteringen.",
                en: "Give a key for decryption in the configuration, or have the sender turn encryption off.")
        case .encryptionStructure, .attachmentComplete, .unencrypted, .pullRequest, .multihop, .channel:
            LocalText(
                sv:
                    "Ställ in avsändarens AS4-program enligt eDelivery AS4 1.15: One-Way/Push, varje del krypterad för sig (aes128-gcm, rsa-oaep).",
                en:
                    "Set the sender's AS4 software to eDelivery AS4 1.15: One-Way/Push, each part encrypted by itself (aes128-gcm, rsa-oaep)."
            )
        case .decryption:
            LocalText(
                sv: "Kontrollera att avsändaren krypterar till vårt gällande certifikat, och skicka om.",
                en: "Check that the sender encrypts to our current certificate, and send again.")
        case .encryptionKey:
            LocalText(
                sv: "Ange en RSA-nyckel (2048–4096 bitar) och det certifikat som hör till den.",
                en: "Give an RSA key (2048 to 4096 bits) and the certificate that belongs to it.")
        case .algorithmSuite:
            LocalText(sv: "Ange edelivery-1.15.", en: "Give edelivery-1.15.")
        case .securityHeader, .unsigned, .signatureCount, .algorithm, .unexpectedReference, .uncovered, .transform, .securityContent,
            .keyReference:
            LocalText(
                sv:
                    "Ställ in avsändarens säkerhetspolicy enligt eDelivery AS4 1.15: RSA-SHA256, BinarySecurityToken, Messaging, Body och alla delar.",
                en:
                    "Set the sender's security policy to eDelivery AS4 1.15: RSA-SHA256, BinarySecurityToken, Messaging, Body and all parts."
            )
        case .digest:
            LocalText(
                sv: "Skicka om. Återkommer felet ändrar något meddelandet på vägen.",
                en: "Send again. If it recurs, something changes the message on its way.")
        case .token, .unknownKey:
            LocalText(
                sv: "Lägg in partnerns gällande signeringscertifikat i konfigurationen.",
                en: "Put the partner's current signing certificate into the configuration.")
        case .stale, .securityTimestamp:
            LocalText(sv: "Ställ klockorna på båda sidor (NTP, UTC).", en: "Set the clocks on both sides (NTP, UTC).")
        case .unknownPartner, .unknownAgreement:
            LocalText(
                sv: "Jämför parter, roller, Service, Action och AgreementRef i överenskommelsen hos båda sidor.",
                en: "Compare parties, roles, Service, Action and AgreementRef in the agreement on both sides.")
        case .notSignal, .otherMessage, .receiptWithoutProof, .receiptMismatch, .receiptAndError:
            LocalText(
                sv: "Meddelandet är inte kvitterat: försök igen, och kontakta partnern om det återkommer.",
                en: "The message is not acknowledged: try again, and contact the partner if it recurs.")
        case .notPackageable:
            LocalText(
                sv: "Rätta överenskommelsens värden; detaljen anger vilket.", en: "Correct the agreement's values; the detail names which.")
        case .storage:
            LocalText(
                sv: "Frigör utrymme i mappen för tillfälliga filer; avsändaren försöker igen av sig själv.",
                en: "Free space in the folder for temporary files; the sender tries again by itself.")
        case .signingKey:
            LocalText(
                sv: "Ange en RSA-nyckel (minst 3072 bitar, eller 2048 med undantaget rsa-2048) och det certifikat som hör till den.",
                en: "Give an RSA key (at least 3072 bits, or 2048 with the weakening rsa-2048) and the certificate that belongs to it.")
        }
    }
}
