import AS4
import CareMessages
import Documents
import Gateway
import Signatures
import Spooling

/// Every code the product can show, from the types that hold them, so that nothing here can be out of date.
enum ErrorCatalogue {
    /// Codes of one origin.
    struct Area {
        /// A word for scripts.
        let name: String
        let title: String
        /// When one meets them.
        let explanation: String
        let entries: [ErrorEntry]
    }

    /// The area of the rules, for scripts.
    static let rules = "rules"

    static let areas: [Area] = [
        Area(
            name: "documents", title: "Documents", explanation: "Bytes that are no document we work on. No retry cures them.",
            of: DocumentCode.self),
        Area(
            name: "reading", title: "Reading", explanation: "A document that follows the schema and cannot be read all the same.",
            of: ReadingCode.self),
        Area(name: "identities", title: "Identities", explanation: "Numbers and codes of people and organisations.", of: IdentityCode.self),
        Area(name: "routing", title: "Routing", explanation: "Who a message is for, and who has it.", of: RoutingCode.self),
        Area(
            name: "signatures", title: "Signatures", explanation: "The signature on a business message or an AS4 message.",
            of: SignatureCode.self),
        Area(name: "keys", title: "Keys", explanation: "Key and certificate files.", of: KeyCode.self),
        Area(
            name: "trust", title: "Trust", explanation: "Certificates of others: chain, dates, purpose, pin, revocation.",
            of: TrustCode.self),
        Area(
            name: "fetching", title: "Revocation data",
            explanation: "Fetching revocation lists and OCSP answers, and what the log says of certificates in use.", of: FetchCode.self),
        Area(name: "as4", title: "AS4", explanation: "A message or receipt that is not of our AS4 profile.", of: AS4Code.self),
        Area(name: "gateway", title: "Gateway", explanation: "Receivers, agreements and the gateway's own troubles.", of: GatewayCode.self),
        Area(
            name: "transport", title: "Transport", explanation: "The way to a partner. The message stays and is tried again.",
            of: TransportCode.self),
        Area(name: "listener", title: "Listener", explanation: "Connections and requests we refuse.", of: ListenerCode.self),
        Area(name: "start", title: "Start", explanation: "What the machine gives the daemon.", of: StartCode.self),
        Area(
            name: "spool", title: "Spool", explanation: "The spool's folders and files.", entries: SpoolCode.allCases.map { ErrorEntry($0) }
        ),
        Area(
            name: "delivery", title: "Delivery",
            explanation: "What the delivery's clock and the recovery after a crash write into a history.",
            entries: DeliveryCode.allCases.map { ErrorEntry($0) }),
        Area(
            name: "configuration", title: "Configuration", explanation: "The configuration file and what it names.",
            entries: ConfigurationCode.allCases.map { ErrorEntry($0, severity: $0.severity == .error ? .error : .warning) }),
        Area(name: "commands", title: "Commands", explanation: "What the commands themselves say.", of: CommandCode.self),
        Area(
            name: rules, title: "Rules",
            explanation: "The law and the profile. Errors refuse a message, warnings travel along with it.",
            entries: RuleBook.all.map { ErrorEntry($0) }),
    ]

    /// The entry with the code, whatever its case.
    static func find(_ code: String) -> (area: Area, entry: ErrorEntry)? {
        for area in areas {
            if let entry = area.entries.first(where: { $0.code == code.uppercased() }) { return (area, entry) }
        }
        return nil
    }
}

extension ErrorCatalogue.Area {
    init<C: RefusalCode>(name: String, title: String, explanation: String, of codes: C.Type) {
        self.init(name: name, title: title, explanation: explanation, entries: codes.allCases.map { ErrorEntry($0) })
    }
}
