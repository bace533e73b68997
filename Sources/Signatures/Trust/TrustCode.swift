import Documents

/// Refusals about certificates that can be read but not trusted.
package enum TrustCode: String, RefusalCode {
    /// No chain from the certificate to an anchor of the policy.
    case noChain = "T001"
    /// A certificate of the chain is past its last instant.
    case expired = "T002"
    /// A certificate of the chain is before its first instant.
    case notYetValid = "T003"
    /// Key usage or extended key usage does not allow this use.
    case wrongPurpose = "T004"
    /// Key type, key size or signature digest outside the profile.
    case weak = "T005"
    /// Neither the certificate nor its key is pinned.
    case notPinned = "T006"
    /// Issued by another CA than the agreement names.
    case wrongIssuer = "T007"
    /// Listed in a revocation list.
    case revoked = "T008"
    /// No fresh, authentic revocation list for a certificate of the chain.
    case revocationUnknown = "T009"
    /// The certificate is not for the host that was asked for.
    case nameMismatch = "T010"
    /// The chain breaks a rule of RFC 5280: CA flag, path length, name constraint, critical extension, form of a name.
    case brokenRule = "T011"
    /// The certificate, or a root of ours, belongs to another environment: test in production or the other way round.
    case otherEnvironment = "T012"
    /// A revocation list or OCSP answer that no known issuer signed, or about something else.
    case listForeign = "T013"
    /// A revocation list or OCSP answer that has ended, or is older than the one at hand.
    case listOutdated = "T014"
    /// A revocation list or OCSP answer of a form that cannot be used.
    case listUnusable = "T015"

    /// What is wrong, for the operator.
    package var text: LocalText {
        switch self {
        case .noChain:
            LocalText(
                sv: "Certifikatet leder inte till någon betrodd utfärdare.",
                en: "The certificate does not lead to a trusted issuer.")
        case .expired: LocalText(sv: "Certifikatets giltighetstid har gått ut.", en: "The certificate has expired.")
        case .notYetValid: LocalText(sv: "Certifikatet har inte börjat gälla.", en: "The certificate is not valid yet.")
        case .wrongPurpose:
            LocalText(sv: "Certifikatet får inte användas till detta.", en: "The certificate must not be used for this.")
        case .weak:
            LocalText(
                sv: "Certifikatets nyckel eller signatur är av otillåten typ, för svag eller för stor.",
                en: "The key or signature of the certificate is of a forbidden type, too weak or too large.")
        case .notPinned:
            LocalText(
                sv: "Certifikatet är giltigt men inte det som är överenskommet med partnern.",
                en: "The certificate is valid but not the one agreed with the partner.")
        case .wrongIssuer:
            LocalText(
                sv: "Certifikatet är utfärdat av en annan CA än den överenskomna.",
                en: "The certificate was issued by another CA than the one agreed.")
        case .revoked: LocalText(sv: "Certifikatet är spärrat.", en: "The certificate is revoked.")
        case .revocationUnknown:
            LocalText(
                sv: "Det går inte att avgöra om certifikatet är spärrat: aktuell spärrlista saknas.",
                en: "Whether the certificate is revoked cannot be told: a current revocation list is missing.")
        case .nameMismatch:
            LocalText(
                sv: "Certifikatet gäller inte för den server som anropades.",
                en: "The certificate is not for the server that was called.")
        case .brokenRule:
            LocalText(sv: "Certifikatkedjan bryter mot reglerna för certifikat.", en: "The chain breaks the rules for certificates.")
        case .otherEnvironment:
            LocalText(
                sv: "Certifikatet hör till en annan miljö (test eller produktion).",
                en: "The certificate belongs to another environment (test or production).")
        case .listForeign:
            LocalText(
                sv: "Spärrlistan eller OCSP-svaret är inte undertecknat av någon känd utfärdare eller gäller något annat.",
                en: "The revocation list or OCSP answer is not signed by a known issuer, or is about something else.")
        case .listOutdated:
            LocalText(
                sv: "Spärrlistan eller OCSP-svaret har gått ut eller är äldre än det som redan finns.",
                en: "The revocation list or OCSP answer has ended, or is older than the one at hand.")
        case .listUnusable:
            LocalText(
                sv: "Spärrlistan eller OCSP-svaret har en form som inte kan användas.",
                en: "The revocation list or OCSP answer has a form that cannot be used.")
        }
    }

    /// What can be done about it.
    package var remedy: LocalText {
        switch self {
        case .noChain:
            LocalText(
                sv:
                    "Lägg till rätt rotcertifikat och mellanliggande certifikat för partnern, eller be partnern byta certifikat. Blanda inte test och produktion.",
                en:
                    "Add the right root and intermediate certificates of the partner, or ask for another certificate. Do not mix test and production."
            )
        case .expired:
            LocalText(
                sv: "Byt till ett nytt certifikat och uppdatera partnerns pinnar.",
                en: "Change to a new certificate and update the pins of the partner.")
        case .notYetValid:
            LocalText(
                sv: "Vänta tills certifikatet gäller, eller kontrollera maskinens klocka.",
                en: "Wait until the certificate is valid, or check the clock of the machine.")
        case .wrongPurpose:
            LocalText(
                sv:
                    "Beställ ett certifikat för rätt ändamål: serverAuth för server, clientAuth för klient, digitalSignature för signering.",
                en: "Order a certificate for this purpose: serverAuth for a server, clientAuth for a client, digitalSignature for signing.")
        case .weak:
            LocalText(
                sv:
                    "Beställ ett certifikat med RSA 3072–4096 bitar (från 2048 endast med undantaget rsa-2048) eller P-256, signerat med SHA-256 eller starkare.",
                en:
                    "Order a certificate with RSA 3072 to 4096 bits (from 2048 only with the weakening rsa-2048) or P-256, signed with SHA-256 or stronger."
            )
        case .notPinned:
            LocalText(
                sv: "Bekräfta det nya certifikatet med partnern på annan väg och lägg till pinnen i konfigurationen.",
                en: "Confirm the new certificate with the partner on another way and add its pin to the configuration.")
        case .wrongIssuer:
            LocalText(
                sv: "Kontrollera överenskommelsens utfärdare i konfigurationen; be annars partnern om ett certifikat från den.",
                en: "Check the issuing CA of the agreement in the configuration; otherwise ask the partner for a certificate from it.")
        case .revoked:
            LocalText(
                sv: "Kontakta partnern: nyckeln ska inte användas mer.",
                en: "Contact the partner: the key must not be used any more.")
        case .revocationUnknown:
            LocalText(
                sv:
                    "Kör sluss cert check: den visar vilken utfärdares spärrlista eller OCSP-svar som saknas och varför hämtningen misslyckas.",
                en: "Run sluss cert check: it shows whose revocation list or OCSP answer is missing, and why fetching it fails.")
        case .nameMismatch:
            LocalText(
                sv: "Använd det värdnamn som står i certifikatets subjectAltName, utan jokertecken.",
                en: "Use the host name that stands in the subjectAltName of the certificate, without wildcards.")
        case .brokenRule:
            LocalText(
                sv: "Be utfärdaren om ett korrekt certifikat; detaljen anger regeln.",
                en: "Ask the issuer for a correct certificate; the detail names the rule.")
        case .otherEnvironment:
            LocalText(
                sv: "Använd certifikat och betrodda rötter från den miljö som environment anger; be partnern göra detsamma.",
                en: "Use certificates and trusted roots of the environment that environment names; ask the partner to do the same.")
        case .listForeign:
            LocalText(
                sv:
                    "Ingen åtgärd om det är tillfälligt: den förra listan gäller. Återkommer det, kontrollera adressen och ring utfärdaren.",
                en: "Nothing to do if it passes: the earlier list stays. If it comes back, check the address and telephone the issuer.")
        case .listOutdated:
            LocalText(
                sv: "Utfärdaren har inte gett ut en ny lista, eller någon håller kvar en gammal: kontakta utfärdaren.",
                en: "The issuer has published no new list, or somebody holds an old one back: contact the issuer.")
        case .listUnusable:
            LocalText(
                sv: "Kontrollera adressen; den ska ge en hel spärrlista (inte en delta-lista) eller ett OCSP-svar.",
                en: "Check the address; it must give a whole revocation list (no delta) or an OCSP answer.")
        }
    }
}
