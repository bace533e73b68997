import Documents

/// Refusals about key and certificate files. None of them is cured by trying again: an operator has to act.
package enum KeyCode: String, RefusalCode {
    /// The file does not exist or cannot be read.
    case missing = "K001"
    /// The file could be read or changed by somebody else than the running user.
    case unsafeFile = "K002"
    /// The file holds no private key in PEM.
    case notPEM = "K003"
    /// The key is neither RSA of an allowed size nor P-256.
    case notAllowed = "K004"
    /// Private key and certificate do not belong together.
    case mismatch = "K005"
    /// The private key is encrypted with a pass phrase.
    case encrypted = "K006"
    /// OpenSSL could not sign.
    case signingFailed = "K007"
    /// The bytes hold no certificate, or one that is not strict DER.
    case badCertificate = "K008"
    /// The PKCS#11 token, or the key in it, cannot be used.
    case tokenUnusable = "K009"

    /// What is wrong, for the operator.
    package var text: LocalText {
        switch self {
        case .missing: LocalText(sv: "Nyckel- eller certifikatfilen kan inte läsas.", en: "The key or certificate file cannot be read.")
        case .unsafeFile:
            LocalText(
                sv: "Filen har fel ägare, typ eller rättigheter: någon annan kan läsa eller ändra den.",
                en: "The file has the wrong owner, type or mode: somebody else can read or change it.")
        case .notPEM:
            LocalText(sv: "Filen innehåller ingen läsbar privat nyckel i PEM.", en: "The file holds no readable private key in PEM.")
        case .notAllowed:
            LocalText(
                sv: "Nyckelns typ eller längd är inte tillåten.",
                en: "The type or size of the key is not allowed.")
        case .mismatch:
            LocalText(
                sv: "Den privata nyckeln hör inte till certifikatet.",
                en: "The private key does not belong to the certificate.")
        case .encrypted:
            LocalText(sv: "Den privata nyckeln är krypterad med lösenord.", en: "The private key is encrypted with a pass phrase.")
        case .signingFailed: LocalText(sv: "Signeringen misslyckades i OpenSSL.", en: "Signing failed in OpenSSL.")
        case .badCertificate: LocalText(sv: "Certifikatet kan inte läsas.", en: "The certificate cannot be read.")
        case .tokenUnusable:
            LocalText(sv: "Nyckeln i PKCS#11-enheten kan inte användas.", en: "The key in the PKCS#11 token cannot be used.")
        }
    }

    /// What the operator can do about it.
    package var remedy: LocalText {
        switch self {
        case .missing:
            LocalText(
                sv: "Kontrollera sökvägen i konfigurationen och att tjänstens användare får läsa filen.",
                en: "Check the path in the configuration and that the user of the service may read the file.")
        case .unsafeFile:
            LocalText(
                sv:
                    "Låt tjänstens användare eller root äga filen och kör chmod 600 på en nyckel (chmod 644 på ett certifikat). En nyckel får inte vara en symbolisk länk.",
                en:
                    "Let the user of the service or root own the file and run chmod 600 on a key (chmod 644 on a certificate). A key must not be a symbolic link."
            )
        case .notPEM:
            LocalText(
                sv: "Lägg in en fil som börjar med -----BEGIN PRIVATE KEY----- (openssl pkey kan omvandla).",
                en: "Provide a file that begins with -----BEGIN PRIVATE KEY----- (openssl pkey converts).")
        case .notAllowed:
            LocalText(
                sv: "Använd RSA med 3072–4096 bitar eller P-256 (prime256v1); från 2048 bitar endast med undantaget rsa-2048.",
                en: "Use RSA with 3072 to 4096 bits or P-256 (prime256v1); from 2048 bits only with the weakening rsa-2048.")
        case .mismatch:
            LocalText(
                sv: "Ange nyckeln och certifikatet från samma beställning; jämför openssl pkey -pubout med openssl x509 -pubkey.",
                en: "Name the key and certificate of the same order; compare openssl pkey -pubout with openssl x509 -pubkey.")
        case .encrypted:
            LocalText(
                sv: "Spara nyckeln utan lösenord (openssl pkey -in FIL -out NYCKEL) och skydda filen med chmod 600.",
                en: "Store the key without a pass phrase (openssl pkey -in FILE -out KEY) and protect the file with chmod 600.")
        case .signingFailed:
            LocalText(
                sv: "Kontrollera nyckeln med openssl pkey -check; byt den om den är skadad.",
                en: "Check the key with openssl pkey -check; replace it if it is damaged.")
        case .tokenUnusable:
            LocalText(
                sv: "Kontrollera modul, token, object och PIN-fil med pkcs11-tool; paketet libengine-pkcs11-openssl ska finnas.",
                en: "Check module, token, object and PIN file with pkcs11-tool; the package libengine-pkcs11-openssl must be there.")
        case .badCertificate:
            LocalText(
                sv:
                    "Lägg in certifikatet i PEM eller DER som utfärdaren levererade det (openssl x509 -in FIL -noout -text ska kunna läsa det).",
                en: "Provide the certificate in PEM or DER as the issuer delivered it (openssl x509 -in FILE -noout -text must read it).")
        }
    }
}
