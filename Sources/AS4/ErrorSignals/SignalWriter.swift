import Documents
import Foundation
import Signatures

/// Writes the answers to a message: receipts and errors, both signed.
package struct SignalWriter: Sendable {
    private let signer: EnvelopeSigner

    /// Throws A091 unless the key is RSA and belongs to the certificate.
    package init(key: any MessageKey, certificate: Certificate) throws(Refusal) {
        signer = try EnvelopeSigner(key: key, certificate: certificate)
    }

    /// A receipt of non-repudiation (AS4 Profile 5.1.8): every reference of the message's signature repeated, signed. Store it before it
    /// is sent; a duplicate is answered with the same bytes. Throws A027 for a `messageID` of the wrong form, and D013, D009, K007.
    package func receipt(for received: ReceivedUserMessage, messageID: String, now: Date) throws(Refusal) -> AS4Entity {
        let facts = MessageFacts(messageID: messageID, timestamp: now, refToMessageID: received.userMessage.messageID)
        return try entity(facts, [NonRepudiation.receipt(received.references)])
    }

    /// An error signal (ebMS 3.0 Core 6): code and category of the catalogue, our own code and the place as detail, nothing of the
    /// content. A failure travels with a SOAP fault (6.6). Throws as ``receipt(for:messageID:now:)``.
    package func error(_ error: EBMSError, messageID: String, now: Date) throws(Refusal) -> AS4Entity {
        let facts = MessageFacts(messageID: messageID, timestamp: now, refToMessageID: error.refToMessageID)
        let entry = error.code.entry
        var attributes = [
            ("origin", "ebMS"), ("category", entry.category.rawValue), ("errorCode", error.code.rawValue),
            ("severity", entry.severity.rawValue),
        ]
        if let reference = error.refToMessageID { attributes.append(("refToMessageInError", reference)) }
        attributes.append(("shortDescription", entry.shortDescription))
        let markup = Markup(
            "eb:Error", attributes: attributes,
            children: [
                Markup("eb:Description", attributes: [("xml:lang", "en")], text: error.refusal.text.en),
                Markup("eb:ErrorDetail", text: error.outwardDetail),
            ])
        return try entity(facts, [markup], body: entry.severity == .failure ? [Self.fault(error.code)] : [])
    }

    private func entity(_ facts: MessageFacts, _ content: [Markup], body: [Markup] = []) throws(Refusal) -> AS4Entity {
        guard MessageIdentifier.isWellFormed(facts.messageID) else { throw Refusal(AS4Code.messageID) }
        let signal = Markup("eb:SignalMessage", children: [facts.markup] + content)
        let signed = try signer.sign(signal, body: body, seed: facts.messageID)
        return AS4Entity(contentType: "\(UnpackedEntity.soap); charset=UTF-8", body: signed.envelope)
    }

    private static func fault(_ code: EBMSCode) -> Markup {
        let isOurs = [.other, .dysfunctionalReliability, .deliveryFailure].contains(code)
        let value = Markup("S12:Value", text: isOurs ? "S12:Receiver" : "S12:Sender")
        let reason = Markup("S12:Text", attributes: [("xml:lang", "en")], text: "\(code.rawValue) \(code.entry.shortDescription)")
        return Markup("S12:Fault", children: [Markup("S12:Code", children: [value]), Markup("S12:Reason", children: [reason])])
    }
}
