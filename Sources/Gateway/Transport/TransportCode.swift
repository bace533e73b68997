import Documents

/// Why a request to a partner got no answer, or why TLS cannot be set up. The listener's own codes are in ``ListenerCode``.
package enum TransportCode: String, RefusalCode {
    /// The partner's host name has no address.
    case nameNotFound = "G001"
    /// Nothing listens at the partner's address.
    case connectionRefused = "G002"
    /// No TCP connection within the time allowed.
    case connectTimeout = "G003"
    /// The network gives no way to the partner.
    case unreachable = "G004"
    /// We do not trust the partner's server certificate.
    case serverNotTrusted = "G005"
    /// The partner does not accept our certificate or our TLS.
    case refusedByPeer = "G006"
    /// TLS could not be agreed, or not in time.
    case handshakeFailed = "G007"
    /// The connection broke before the whole answer had come.
    case connectionLost = "G008"
    /// No whole answer within the time allowed.
    case answerTimeout = "G009"
    /// The answer is larger than the limit.
    case answerTooLarge = "G010"
    /// The answer is not HTTP/1.1 as we speak it.
    case malformedAnswer = "G011"
    /// Every connection to the partner was busy for the whole time allowed.
    case connectionsBusy = "G012"
    /// The client was stopped, or the task that asked was cancelled.
    case stopped = "G013"
    /// Our own certificate or key cannot be used for TLS.
    case identityUnusable = "G014"
    /// Two partners have the same pin, so that a peer cannot be told apart.
    case pinShared = "G015"
    /// The partner is not among those the gateway trusts now.
    case partnerUnknown = "G016"
    /// Whether a certificate of the partner is revoked cannot be told now; nothing else is wrong.
    case revocationUnknown = "G017"
    /// What was to be sent could not be read from our own disk.
    case bodyUnreadable = "G018"

    /// What is wrong, for the operator.
    package var text: LocalText { words.text }
    /// What can be done about it.
    package var remedy: LocalText { words.remedy }

    /// Whether trying again later can help. Certificates and pins are mended by people, but the message waits for them.
    package var isTemporary: Bool { self != .identityUnusable && self != .pinShared }

    private var words: (text: LocalText, remedy: LocalText) {
        switch self {
        case .nameNotFound, .connectionRefused, .connectTimeout, .unreachable: networkWords
        case .serverNotTrusted, .refusedByPeer, .handshakeFailed, .identityUnusable, .pinShared, .partnerUnknown, .revocationUnknown:
            trustWords
        case .connectionLost, .answerTimeout, .answerTooLarge, .malformedAnswer, .connectionsBusy, .stopped, .bodyUnreadable: exchangeWords
        }
    }

    private var networkWords: (text: LocalText, remedy: LocalText) {
        switch self {
        case .nameNotFound:
            (
                LocalText(sv: "Partnerns värdnamn har ingen adress.", en: "The partner's host name has no address."),
                LocalText(
                    sv: "Kontrollera adressen i konfigurationen och maskinens DNS.",
                    en: "Check the endpoint in the configuration and the DNS of the machine.")
            )
        case .connectionRefused:
            (
                LocalText(sv: "Ingen tar emot på partnerns adress.", en: "Nothing listens at the partner's address."),
                LocalText(
                    sv: "Fråga partnern om tjänsten är igång; kontrollera porten.",
                    en: "Ask the partner whether the service runs; check the port.")
            )
        case .connectTimeout:
            (
                LocalText(sv: "Partnern svarar inte på anrop i tid.", en: "The partner does not take the connection in time."),
                LocalText(
                    sv: "Kontrollera brandväggar på båda sidor och om partnerns maskin är igång.",
                    en: "Check the firewalls on both sides and whether the partner's machine is up.")
            )
        default:
            (
                LocalText(sv: "Nätet ger ingen väg till partnern.", en: "The network gives no way to the partner."),
                LocalText(sv: "Kontrollera nätverk, routning och brandvägg.", en: "Check network, routing and firewall.")
            )
        }
    }

    private var trustWords: (text: LocalText, remedy: LocalText) {
        switch self {
        case .serverNotTrusted:
            (
                LocalText(sv: "Partnerns servercertifikat godtas inte.", en: "The partner's server certificate is not accepted."),
                LocalText(
                    sv: "Se orsaken; jämför certifikatet med överenskommelsen på annan väg innan ett nytt fästs.",
                    en: "See the cause; compare the certificate with the agreement on another way before a new one is pinned.")
            )
        case .revocationUnknown:
            (
                LocalText(
                    sv: "Om partnerns certifikat är spärrat kan inte avgöras nu; meddelandet väntar.",
                    en: "Whether the partner's certificate is revoked cannot be told now; the message waits."),
                LocalText(
                    sv: "Kör sluss cert check; när färsk spärrlista eller OCSP-svar har kommit går meddelandet av sig självt.",
                    en: "Run sluss cert check; once a fresh list or OCSP answer has come the message goes by itself.")
            )
        case .refusedByPeer:
            (
                LocalText(sv: "Partnern godtar inte vår anslutning.", en: "The partner does not accept our connection."),
                LocalText(
                    sv: "Be partnern lägga in vårt certifikat (tls.certificate) och kontrollera att det gäller.",
                    en: "Ask the partner to admit our certificate (tls.certificate) and check that it is valid.")
            )
        case .handshakeFailed:
            (
                LocalText(sv: "Säker förbindelse kunde inte upprättas.", en: "A secure connection could not be established."),
                LocalText(
                    sv: "Partnern måste tala TLS 1.2 med ECDHE och AES-GCM, eller TLS 1.3, på adressen. Detaljen anger felet.",
                    en: "The partner must speak TLS 1.2 with ECDHE and AES-GCM, or TLS 1.3, at the address. The detail names the fault.")
            )
        case .identityUnusable:
            (
                LocalText(
                    sv: "Det egna TLS-certifikatet eller nyckeln går inte att använda.",
                    en: "Our own TLS certificate or key cannot be used."),
                LocalText(
                    sv: "Kontrollera tls.certificate och tls.key i konfigurationen.",
                    en: "Check tls.certificate and tls.key in the configuration.")
            )
        case .pinShared:
            (
                LocalText(sv: "Två partner har samma pin.", en: "Two partners have the same pin."),
                LocalText(
                    sv: "Ge varje partner ett eget certifikat och pin under partners.",
                    en: "Give each partner a certificate and a pin of its own under partners.")
            )
        default:
            (
                LocalText(
                    sv: "Partnern finns inte i den gällande konfigurationen.",
                    en: "The partner is not in the current configuration."),
                LocalText(
                    sv: "Lägg till partnern under partners och läs om konfigurationen.", en: "Add the partner under partners and reload.")
            )
        }
    }

    private var exchangeWords: (text: LocalText, remedy: LocalText) {
        switch self {
        case .connectionLost:
            (
                LocalText(sv: "Förbindelsen bröts innan hela svaret kommit.", en: "The connection broke before the whole answer had come."),
                LocalText(
                    sv: "Ingen åtgärd: nytt försök görs. Upprepas det, fråga partnern efter fel i dess logg.",
                    en: "None: it is tried again. If it repeats, ask the partner to look in its log.")
            )
        case .answerTimeout:
            (
                LocalText(sv: "Inget helt svar kom i tid.", en: "No whole answer came in time."),
                LocalText(
                    sv: "Ingen åtgärd: nytt försök görs. Upprepas det, fråga partnern om belastning.",
                    en: "None: it is tried again. If it repeats, ask the partner about load.")
            )
        case .answerTooLarge:
            (
                LocalText(sv: "Svaret är större än gränsen.", en: "The answer is larger than the limit."),
                LocalText(
                    sv: "Kontrollera att adressen går till partnerns AS4-tjänst och inte till en webbsida.",
                    en: "Check that the endpoint is the partner's AS4 service and not a web page.")
            )
        case .malformedAnswer:
            (
                LocalText(sv: "Svaret är inte riktig HTTP/1.1.", en: "The answer is not proper HTTP/1.1."),
                LocalText(
                    sv: "Kontrollera adressen och om en mellanliggande tjänst ändrar trafiken.",
                    en: "Check the endpoint and whether something in between changes the traffic.")
            )
        case .connectionsBusy:
            (
                LocalText(sv: "Alla förbindelser till partnern var upptagna.", en: "Every connection to the partner was busy."),
                LocalText(
                    sv: "Ingen åtgärd: nytt försök görs. Höj concurrency i överenskommelsen om partnern tål det.",
                    en: "None: it is tried again. Raise concurrency in the agreement if the partner can take it.")
            )
        case .bodyUnreadable:
            (
                LocalText(
                    sv: "Det som skulle skickas kunde inte läsas från disken.", en: "What was to be sent could not be read from disk."),
                LocalText(sv: "Kontrollera disken; nytt försök görs.", en: "Check the disk; it is tried again.")
            )
        default:
            (
                LocalText(sv: "Leveransen avbröts härifrån.", en: "Sending was stopped here."),
                LocalText(sv: "Ingen åtgärd: nytt försök görs efter start.", en: "None: it is tried again after the start.")
            )
        }
    }
}
