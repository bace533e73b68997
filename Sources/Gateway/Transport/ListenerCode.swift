import Documents

/// Why the listener refused a connection or a request. The code stands in the short text the peer gets, and in our log.
package enum ListenerCode: String, RefusalCode {
    /// Not a request of HTTP/1.1 as RFC 9112 defines it, or framed in a way that two readers could read differently.
    case malformed = "G101"
    /// Another version of HTTP.
    case versionUnsupported = "G102"
    /// The request target is too long.
    case targetTooLong = "G103"
    /// Too many or too large header fields.
    case headTooLarge = "G104"
    /// Not the path of the service.
    case wrongPath = "G105"
    /// Not POST.
    case wrongMethod = "G106"
    /// A request without a stated body.
    case lengthRequired = "G107"
    /// The body is over the limit.
    case bodyTooLarge = "G108"
    /// A content coding; AS4 compresses inside the message.
    case contentCoding = "G109"
    /// An expectation other than 100-continue.
    case expectation = "G110"
    /// The head did not come in time.
    case headTimeout = "G111"
    /// The body did not come in time, or too slowly.
    case bodyTimeout = "G112"
    /// The gateway is stopping.
    case draining = "G113"
    /// The partner has too many connections.
    case partnerConnections = "G114"
    /// Too many bytes of unfinished requests are held in memory.
    case memoryBudget = "G115"
    /// The certificate of this connection is not trusted any more.
    case noLongerTrusted = "G116"
    /// The peer's certificate was refused; the cause is in the log.
    case clientNotTrusted = "G117"
    /// TLS was not agreed: no certificate, no common version or suite, or not TLS at all.
    case handshakeFailed = "G118"
    /// TLS was not agreed in time.
    case handshakeTimeout = "G119"
    /// Too many connections, in all or from one address.
    case tooManyConnections = "G120"
    /// The partner has too many requests that are not answered yet.
    case partnerRequests = "G121"
    /// The bodies of the partner's unanswered requests take too much memory.
    case partnerMemory = "G122"
    /// Nothing is wrong with the peer's certificate but that its revocation status cannot be told now.
    case cannotJudge = "G123"
    /// The partner has too many bytes of large bodies in scratch space.
    case partnerDisk = "G124"
    /// The body could not be stored while it came.
    case bodyNotStored = "G125"
    /// A refusal could not be put on record, so it was not given.
    case refusalUnrecorded = "G126"
    /// The partner has sent too many messages that we cannot decrypt.
    case undecryptable = "G127"

    /// What is wrong, for the operator.
    package var text: LocalText {
        switch self {
        case .malformed: LocalText(sv: "Anropet är inte riktig HTTP/1.1.", en: "The request is not proper HTTP/1.1.")
        case .versionUnsupported: LocalText(sv: "Bara HTTP/1.1 talas här.", en: "Only HTTP/1.1 is spoken here.")
        case .targetTooLong: LocalText(sv: "Adressen i anropet är för lång.", en: "The request target is too long.")
        case .headTooLarge: LocalText(sv: "Anropets huvud är för stort.", en: "The request head is too large.")
        case .wrongPath: LocalText(sv: "Det finns ingen tjänst på sökvägen.", en: "There is no service at the path.")
        case .wrongMethod: LocalText(sv: "Bara POST tas emot.", en: "Only POST is accepted.")
        case .lengthRequired: LocalText(sv: "Anropet anger inte sin längd.", en: "The request does not state its length.")
        case .bodyTooLarge: LocalText(sv: "Anropet är större än gränsen.", en: "The request body is over the limit.")
        case .contentCoding: LocalText(sv: "Kodat innehåll tas inte emot.", en: "Content codings are not accepted.")
        case .expectation: LocalText(sv: "Anropet ställer ett okänt villkor.", en: "The request has an unknown expectation.")
        case .headTimeout: LocalText(sv: "Anropets huvud kom inte i tid.", en: "The request head did not come in time.")
        case .bodyTimeout: LocalText(sv: "Anropet kom för långsamt.", en: "The request body came too slowly.")
        case .draining: LocalText(sv: "Tjänsten stannar.", en: "The service is stopping.")
        case .partnerConnections: LocalText(sv: "Partnern har för många förbindelser.", en: "The partner has too many connections.")
        case .memoryBudget: LocalText(sv: "För många anrop tas emot samtidigt.", en: "Too many requests are being received.")
        case .noLongerTrusted: LocalText(sv: "Certifikatet godtas inte längre.", en: "The certificate is no longer accepted.")
        case .clientNotTrusted: LocalText(sv: "Klientens certifikat godtas inte.", en: "The client certificate is not accepted.")
        case .handshakeFailed: LocalText(sv: "Säker förbindelse kunde inte upprättas.", en: "A secure connection could not be established.")
        case .handshakeTimeout:
            LocalText(sv: "Säker förbindelse kom inte till stånd i tid.", en: "The TLS handshake was not finished in time.")
        case .tooManyConnections: LocalText(sv: "För många förbindelser.", en: "Too many connections.")
        case .partnerRequests: LocalText(sv: "Parten har för många anrop samtidigt.", en: "The partner has too many requests at once.")
        case .partnerDisk:
            LocalText(
                sv: "Partens stora anrop tar för mycket disk samtidigt.", en: "The partner's large requests take too much disk at once.")
        case .bodyNotStored: LocalText(sv: "Anropet kunde inte lagras.", en: "The request could not be stored.")
        case .refusalUnrecorded:
            LocalText(
                sv: "En avvisning kunde inte antecknas i granskningsloggen.", en: "A refusal could not be recorded in the audit trail.")
        case .undecryptable:
            LocalText(
                sv: "Parten har sänt för många meddelanden som inte kan dekrypteras och får vänta.",
                en: "The partner has sent too many messages that cannot be decrypted, and has to wait.")
        case .partnerMemory:
            LocalText(sv: "Partens anrop tar för mycket minne samtidigt.", en: "The partner's requests take too much memory at once.")
        case .cannotJudge:
            LocalText(
                sv: "Om klientens certifikat är spärrat kan inte avgöras just nu; försök igen senare.",
                en: "Whether the client certificate is revoked cannot be told now; try again later.")
        }
    }

    /// What can be done about it.
    package var remedy: LocalText {
        switch self {
        case .cannotJudge:
            LocalText(
                sv: "Avsändaren försöker igen av sig själv. Driften här ska köra sluss cert check och åtgärda hämtningen av spärrlistor.",
                en:
                    "The sender tries again by itself. The operator here must run sluss cert check and mend the fetching of revocation lists."
            )
        case .malformed, .versionUnsupported, .targetTooLong, .headTooLarge, .lengthRequired, .contentCoding, .expectation:
            LocalText(
                sv: "Rättas hos avsändaren: en POST med Content-Length eller chunked, högst 64 huvudfält.",
                en: "To be mended by the sender: one POST with Content-Length or chunked, at most 64 header fields.")
        case .wrongPath, .wrongMethod:
            LocalText(
                sv: "Ge partnern rätt adress: sökvägen i listen.path.", en: "Give the partner the right address: the path of listen.path.")
        case .bodyTooLarge:
            LocalText(
                sv: "Höj listen.maximum_body om partnern behöver skicka så stora meddelanden.",
                en: "Raise listen.maximum_body if the partner needs messages this large.")
        case .headTimeout, .bodyTimeout, .handshakeTimeout:
            LocalText(
                sv: "Undersök partnerns nät. Upprepas det från okända adresser kan det vara ett angrepp.",
                en: "Look into the partner's network. If it repeats from unknown addresses it may be an attack.")
        case .draining: LocalText(sv: "Skicka igen om en stund.", en: "Send again in a while.")
        case .partnerConnections, .memoryBudget, .tooManyConnections, .partnerRequests, .partnerMemory, .partnerDisk:
            LocalText(
                sv: "Skicka igen om en stund; höj gränserna under listen om det upprepas i vanlig drift.",
                en: "Send again in a while; raise the limits under listen if it repeats in normal use.")
        case .bodyNotStored:
            LocalText(
                sv: "Frigör utrymme på mottagarens disk; avsändaren skickar igen.",
                en: "Free space on the receiver's disk; the sender will send again.")
        case .refusalUnrecorded:
            LocalText(
                sv: "Avsändaren försöker igen av sig själv; driften här ska göra paths.audit skrivbar.",
                en: "The sender tries again by itself; the operator here must make paths.audit writable.")
        case .undecryptable:
            LocalText(
                sv:
                    "Jämför det certifikat som parten krypterar till med as4.certificate; är det rätt kan det vara ett angrepp med partens nycklar.",
                en:
                    "Compare the certificate that the partner encrypts to with as4.certificate; if it is right, it may be an attack with its keys."
            )
        case .noLongerTrusted, .clientNotTrusted:
            LocalText(
                sv: "Stäm av certifikatet med partnern på annan väg och uppdatera partnerns pins om det är rätt.",
                en: "Confirm the certificate with the partner on another way and update the partner's pins if it is right.")
        case .handshakeFailed:
            LocalText(
                sv: "Klienten måste visa certifikat och tala TLS 1.2 med ECDHE och AES-GCM, eller TLS 1.3.",
                en: "The client must present a certificate and speak TLS 1.2 with ECDHE and AES-GCM, or TLS 1.3.")
        }
    }
}
