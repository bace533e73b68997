import Documents

/// Refusals about XML signatures: of the business message, and of the SOAP header.
package enum SignatureCode: String, RefusalCode {
    /// There is no signature.
    case missing = "S001"
    /// There is more than one signature.
    case several = "S002"
    /// An algorithm that is not on the list; found before any key was used.
    case algorithm = "S003"
    /// A reference to something else than what must be signed.
    case wrongTarget = "S004"
    /// A transform that is not on the list, or not in its place.
    case transform = "S005"
    /// The content is not what was signed.
    case digest = "S006"
    /// The signature value was not made by this certificate's key over this SignedInfo.
    case value = "S007"
    /// The signed properties of XAdES are missing, incomplete or not covered.
    case properties = "S008"
    /// KeyInfo shows no certificate, or something else beside.
    case certificateMissing = "S009"
    /// XAdES names another certificate than KeyInfo shows.
    case certificateDigest = "S010"
    /// The signature element is not built as the profile demands.
    case structure = "S011"
    /// The signature does not stand as the last child of the root.
    case position = "S013"
    /// The signing time is unreadable, without zone or in the future.
    case signingTime = "S014"

    /// What is wrong, without content.
    package var text: LocalText {
        switch self {
        case .missing: LocalText(sv: "Meddelandet är inte signerat.", en: "The message is not signed.")
        case .several: LocalText(sv: "Meddelandet har mer än en signatur.", en: "The message has more than one signature.")
        case .algorithm: LocalText(sv: "Signaturen använder en otillåten algoritm.", en: "The signature uses a forbidden algorithm.")
        case .wrongTarget:
            LocalText(
                sv: "Signaturen pekar på något annat än det som ska vara signerat.",
                en: "The signature points to something else than what must be signed.")
        case .transform:
            LocalText(
                sv: "Signaturen använder en otillåten omvandling (transform).",
                en: "The signature uses a forbidden transform.")
        case .digest:
            LocalText(
                sv: "Innehållet har ändrats efter signeringen: kontrollsumman stämmer inte.",
                en: "The content was changed after signing: the digest differs.")
        case .value:
            LocalText(
                sv: "Signaturvärdet stämmer inte med certifikatets nyckel.",
                en: "The signature value does not fit the key of the certificate.")
        case .properties:
            LocalText(
                sv: "De signerade egenskaperna (XAdES) saknas, är ofullständiga eller täcks inte av signaturen.",
                en: "The signed properties (XAdES) are missing, incomplete or not covered by the signature.")
        case .certificateMissing:
            LocalText(
                sv: "Signaturens KeyInfo visar inte undertecknarens certifikat på det enda tillåtna sättet.",
                en: "The KeyInfo of the signature does not show the signer's certificate in the one allowed way.")
        case .certificateDigest:
            LocalText(
                sv: "Signaturen gäller ett annat certifikat än det som bifogas.",
                en: "The signature is bound to another certificate than the one attached.")
        case .structure: LocalText(sv: "Signaturen är fel uppbyggd.", en: "The signature is built wrongly.")
        case .position:
            LocalText(
                sv: "Signaturen står inte sist i dokumentets rotelement.",
                en: "The signature does not stand last in the root element of the document.")
        case .signingTime:
            LocalText(
                sv: "Signeringstiden är oläslig, saknar tidszon eller ligger i framtiden.",
                en: "The signing time is unreadable, without zone or in the future.")
        }
    }

    /// What the sender can do about it.
    package var remedy: LocalText {
        switch self {
        case .missing: LocalText(sv: "Signera meddelandet innan det skickas.", en: "Sign the message before sending it.")
        case .several:
            LocalText(
                sv: "Skicka meddelandet med exakt en signatur; signera originalet om igen.",
                en: "Send the message with exactly one signature; sign the original again.")
        case .algorithm:
            LocalText(
                sv: "Använd rsa-sha256 eller ecdsa-sha256 (P-256), xmlenc#sha256 och xml-exc-c14n#.",
                en: "Use rsa-sha256 or ecdsa-sha256 (P-256), xmlenc#sha256 and xml-exc-c14n#.")
        case .wrongTarget:
            LocalText(
                sv: "Låt den första referensen vara # följt av rotelementets Id (inte tom URI, inte ID eller id).",
                en: "Let the first reference be # followed by the Id of the root element (no empty URI, not ID or id).")
        case .transform:
            LocalText(
                sv: "Använd exakt enveloped-signature och sedan xml-exc-c14n#, utan XPath och XSLT.",
                en: "Use exactly enveloped-signature and then xml-exc-c14n#, no XPath and no XSLT.")
        case .digest:
            LocalText(
                sv: "Begär meddelandet på nytt och ta reda på vad som ändrade det på vägen.",
                en: "Ask for the message again and find out what changed it on its way.")
        case .value:
            LocalText(
                sv: "Kontrollera att avsändaren signerar med nyckeln till det bifogade certifikatet.",
                en: "Check that the sender signs with the key of the attached certificate.")
        case .properties:
            LocalText(
                sv: "Signera som XAdES-B-B med SigningTime och SigningCertificateV2 och inget mer i ds:Object.",
                en: "Sign as XAdES-B-B with SigningTime and SigningCertificateV2 and nothing more in ds:Object.")
        case .certificateMissing:
            LocalText(
                sv: "Lägg undertecknarens certifikat som ds:X509Certificate i ett enda ds:X509Data.",
                en: "Put the signer's certificate as ds:X509Certificate into one single ds:X509Data.")
        case .certificateDigest:
            LocalText(
                sv: "Bifoga det certifikat som signaturen skapades med.",
                en: "Attach the certificate that the signature was made with.")
        case .structure:
            LocalText(
                sv:
                    "Skriv SignedInfo, SignatureValue, KeyInfo och ett Object i den ordningen, utan kommentarer; platsen anger var felet är.",
                en: "Write SignedInfo, SignatureValue, KeyInfo and one Object in that order, without comments; the place tells where.")
        case .position:
            LocalText(
                sv: "Signera hela dokumentet och lägg ds:Signature sist i rotelementet.",
                en: "Sign the whole document and put ds:Signature last in the root element.")
        case .signingTime:
            LocalText(
                sv: "Skriv tiden med tidszon (t.ex. 2026-11-22T12:01:00Z) och ställ avsändarens klocka.",
                en: "Write the time with its zone (such as 2026-11-22T12:01:00Z) and set the sender's clock.")
        }
    }
}
