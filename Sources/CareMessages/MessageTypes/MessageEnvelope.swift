import Documents
import Foundation

/// What every message says about itself (`Kuvert`).
package struct MessageEnvelope: Equatable, Sendable {
    /// A message that this one takes the place of. The old one is kept (patientdatalagen 2008:355, 3 kap. 14 §).
    package struct Replacement: Equatable, Sendable {
        /// Id of the message that is replaced.
        package var messageID: String
        /// Why. Free text: content.
        package var reason: String

        /// Takes what every one has; the rest is set afterwards.
        package init(messageID: String, reason: String) {
            self.messageID = messageID
            self.reason = reason
        }
    }

    /// Version of the schema: `1.2`.
    package var schemaVersion: String
    /// UUID in lower case.
    package var messageID: String
    /// UUID of the case (ärende) in lower case.
    package var caseID: String
    /// The type the envelope states; rule E01 demands that it is that of the root element.
    package var declaredType: String
    /// When the sender sent it; never rewritten on the way.
    package var sent: Date
    /// Who sends.
    package var sender: Party
    /// To whom, in the order written; at least one.
    package var receivers: [Party] = []
    /// Id of the message in the same case that this one builds on.
    package var refersTo: String?
    /// Where an answer shall go.
    package var replyTo: Party?
    /// What it replaces.
    package var replaces: Replacement?
    /// At least one.
    package var legalBases: [LegalBasis] = []
    /// The files that go with it, at most 27.
    package var attachments: [Bilaga] = []

    /// Takes what every one has; the rest is set afterwards.
    package init(schemaVersion: String, messageID: String, caseID: String, declaredType: String, sent: Date, sender: Party) {
        self.schemaVersion = schemaVersion
        self.messageID = messageID
        self.caseID = caseID
        self.declaredType = declaredType
        self.sent = sent
        self.sender = sender
    }

    func write(to fields: inout FieldWriter) {
        fields.text("Schemaversion", schemaVersion)
        fields.text("Meddelandeid", messageID)
        fields.text("Arendeid", caseID)
        fields.text("Meddelandetyp", declaredType)
        fields.instant("Skickad", sent)
        fields.child("Avsandare", sender.writeSender)
        fields.each("Mottagare", receivers) { $0.writeReceiver(to: &$1) }
        fields.text("RefererarTill", refersTo)
        if let replyTo { fields.child("Svarsadress", replyTo.writeReceiver) }
        if let replaces {
            fields.child("Ersatter") { item in
                item.text("Meddelandeid", replaces.messageID)
                item.text("Orsak", replaces.reason)
            }
        }
        fields.each("RattsligGrund", legalBases) { $0.write(to: &$1) }
        fields.each("Bilaga", attachments) { $0.write(to: &$1) }
    }

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
        attachments = try fields.all("Bilaga") { (item) throws(Refusal) in try Bilaga(item) }
    }

    /// Whether every ground stated is none: consent that was refused, or another ground without its provision.
    package var statesNoGround: Bool {
        legalBases.allSatisfy { ($0.ground == .samtycke && $0.consent == .no) || ($0.ground == .ovrigt && $0.provision == nil) }
    }

    /// Whether no ground but the duty to inform is stated (offentlighets- och sekretesslagen 2009:400, 10 kap. 28 §).
    package var restsOnDutyAlone: Bool { legalBases.allSatisfy { $0.ground == .uppgiftsskyldighet } }

    /// The reason of a replacement, the provisions in words and the titles of attachments: the only places of the envelope that take any text.
    var freeTexts: [PlacedText] {
        let provisions = legalBases.enumerated().compactMap { index, basis in
            basis.provision.map { PlacedText(text: $0, path: "Kuvert/RattsligGrund[\(index + 1)]/Lagrum") }
        }
        let titles = attachments.enumerated().compactMap { index, bilaga in
            bilaga.title.map { PlacedText(text: $0, path: "Kuvert/Bilaga[\(index + 1)]/Benamning") }
        }
        return (replaces.map { [PlacedText(text: $0.reason, path: "Kuvert/Ersatter/Orsak")] } ?? []) + provisions + titles
    }

    /// The receivers' municipality codes.
    package var receiverKommunkoder: Set<String> { Set(receivers.compactMap(\.kommunkod)) }
}
