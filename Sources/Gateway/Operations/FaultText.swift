import AS4
import CareMessages
import Documents
import Signatures
import Spooling

/// What the codes in a message's history say. Histories hold codes and technical words only; the sentence is found here when somebody reads
/// it, in the reader's language and in the words of today.
package enum FaultText {
    private static let known: [String: LocalText] = {
        var known: [String: LocalText] = [:]
        func add<C: RefusalCode>(_ codes: C.Type) { for code in codes.allCases { known[code.rawValue] = code.text } }
        add(AS4Code.self)
        add(DocumentCode.self)
        add(FetchCode.self)
        add(GatewayCode.self)
        add(IdentityCode.self)
        add(KeyCode.self)
        add(ListenerCode.self)
        add(ReadingCode.self)
        add(SignatureCode.self)
        add(TransportCode.self)
        add(TrustCode.self)
        for code in SpoolCode.allCases { known[code.rawValue] = LocalText(sv: code.text.sv, en: code.text.en) }
        for code in DeliveryCode.allCases { known[code.rawValue] = LocalText(sv: code.text.sv, en: code.text.en) }
        for rule in RuleBook.all { known[rule.id] = rule.description.text }
        for code in EBMSCode.allCases { known[code.rawValue] = signal(code) }
        known[foreignSignal] = LocalText(
            sv: "Partnern svarade med ett fel som standarden inte har.",
            en: "The partner answered with an error that the standard does not have.")
        return known
    }()

    /// Stands for an error signal with a code outside the catalogue.
    static let foreignSignal = "EBMS:foreign"

    /// The sentence of a code; nil for one that this version does not know.
    package static func text(of code: String) -> LocalText? { known[code] }

    /// The error signals of a partner have names in their standard, and those are what its people search for.
    private static func signal(_ code: EBMSCode) -> LocalText {
        switch code {
        case .missingReceipt: return LocalText(sv: "Partnern svarade utan kvittens.", en: "The partner answered without a receipt.")
        case .invalidReceipt:
            return LocalText(
                sv: "Partnerns kvittens stämmer inte med det som skickades.", en: "The partner's receipt does not match what was sent.")
        default:
            let name = code.entry.shortDescription
            return LocalText(sv: "Partnern svarade med felet \(name).", en: "The partner answered with the error \(name).")
        }
    }
}
