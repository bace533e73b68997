import Documents
import Foundation

/// What every message says about itself (`Kuvert`).
package struct MessageEnvelope: Sendable {
    /// A message that this one takes the place of. The old one is kept (patientdatalagen 2008:355, 3 kap. 14 §).
    package struct Replacement: Equatable, Sendable {
        /// Id of the message that is replaced.
        package let messageID: String
        /// Why. Free text: content.
        package let reason: String
    }

    /// Version of the schema: `1.0`.
    package let schemaVersion: String
    /// UUID in lower case.
    package let messageID: String
    /// UUID of the case (ärende) in lower case.
    package let caseID: String
    /// The type the envelope states; rule E01 demands that it is that of the root element.
    package let declaredType: String
    /// When the sender sent it; never rewritten on the way.
    package let sent: Date
    /// Who sends.
    package let sender: Party
    /// To whom, in the order written; at least one.
    package let receivers: [Party]
    /// Id of the message in the same case that this one builds on.
    package let refersTo: String?
    /// Where an answer shall go.
    package let replyTo: Party?
    /// What it replaces.
    package let replaces: Replacement?
    /// At least one.
    package let legalBases: [LegalBasis]

    init(_ fields: FieldReader) throws(Refusal) {
        schemaVersion = try fields.token("Schemaversion")
        messageID = try fields.token("Meddelandeid")
        caseID = try fields.token("Arendeid")
        declaredType = try fields.token("Meddelandetyp")
        sent = try fields.instant("Skickad")
        sender = try Party(fields.child("Avsandare"))
        receivers = try fields.all("Mottagare") { (item) throws(Refusal) in try Party(item) }
        refersTo = try fields.optionalToken("RefererarTill")
        replyTo = try fields.optional("Svarsadress") { (item) throws(Refusal) in try Party(item) }
        replaces = try fields.optional("Ersatter") { (item) throws(Refusal) in
            Replacement(messageID: try item.token("Meddelandeid"), reason: try item.text("Orsak"))
        }
        legalBases = try fields.all("RattsligGrund") { (item) throws(Refusal) in try LegalBasis(item) }
    }

    /// The receivers' municipality codes.
    package var receiverKommunkoder: Set<String> { Set(receivers.compactMap(\.kommunkod)) }
}
