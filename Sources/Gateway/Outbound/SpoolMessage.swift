import CareMessages
import Foundation
import Signatures
import Spooling

/// Step 4 outbound: one durable copy for each receiving partner. After this step the message is ours to deliver.
struct SpoolMessage: Sendable {
    let parts: GatewayParts
    let spools: Spools
    let ledger: CaseLedger

    /// Blocking: syncs files and folders.
    ///
    /// The AS4 MessageId is made of the business message's id and the receiver, so that even a copy made twice by a crash at the wrong moment
    /// is one message to the receiver.
    func run(_ signed: SignedMessage, named name: String?, at time: Date) throws -> [Submission.Copy] {
        let own = parts.configuration.organisation.organisationsnummer
        let existing = ledger.entries(forBusinessMessage: signed.message.envelope.messageID).filter { $0.sender == own }
        var copies: [Submission.Copy] = []
        for organisation in signed.message.receivingOrganisations {
            if let line = existing.first(where: { $0.finalRecipient == organisation }) {
                copies.append(Submission.Copy(id: line.id, partner: line.partner, existed: true))
                continue
            }
            let isHere = organisation == own
            let partner = isHere ? Spools.localPartner : parts.partner(organisation: organisation)?.name ?? organisation
            let envelope = envelope(for: signed, to: organisation, partner: partner, named: name, at: time)
            copies.append(try isHere ? storeHere(signed, envelope: envelope) : queue(signed, envelope: envelope))
        }
        return copies
    }

    private func queue(_ signed: SignedMessage, envelope: Envelope) throws(SpoolError) -> Submission.Copy {
        let record = HistoryRecord(at: envelope.createdAt, event: .submitted) {
            $0.partner = envelope.partner
            $0.actor = AuditTrail.currentUser()
        }
        _ = try spools.outbound.submit(body: signed.bytes, envelope: envelope, record: record)
        ledger.note(envelope)
        return Submission.Copy(id: envelope.id, partner: envelope.partner, existed: false)
    }

    /// A receiver in our own organisation (a region's own öppenvård) needs no wire: the copy goes straight to the inbox.
    private func storeHere(_ signed: SignedMessage, envelope: Envelope) throws(SpoolError) -> Submission.Copy {
        let receipt = StoredReceipt(contentType: "text/plain", bytes: Array("delivered within the organisation\n".utf8))
        let key = "local|\(signed.message.envelope.messageID)"
        let reception = Reception(body: signed.bytes, envelope: envelope, receipt: receipt, duplicateKey: key)
        switch try spools.inbound.receive(reception) {
        case .stored:
            ledger.note(envelope)
            return Submission.Copy(id: envelope.id, partner: envelope.partner, existed: false)
        case .duplicate(let id, _):
            // A command took it at the same time.
            return Submission.Copy(id: id, partner: envelope.partner, existed: true)
        }
    }

    private func envelope(
        for signed: SignedMessage, to organisation: String, partner: String, named name: String?, at time: Date
    ) -> Envelope {
        let message = signed.message
        var attributes = ledger.attributes(of: message)
        attributes[.submittedSHA256] = signed.submittedDigest
        attributes[.as4MessageID] = "\(message.envelope.messageID).\(organisation)@\(parts.configuration.organisation.organisationsnummer).sluss"
        attributes[.as4Timestamp] = Timestamps.text(time)
        attributes[.conversationID] = message.envelope.caseID
        attributes[.finalRecipient] = organisation
        attributes[.submittedAs] = name
        if !signed.warnings.isEmpty { attributes[.warnings] = signed.warnings.joined(separator: " ") }
        let agreement = parts.agreement(toSend: message.type, to: partner)
        attributes[.agreement] = agreement?.name
        var envelope = Envelope(id: spools.newID(at: time), createdAt: time, type: message.type.rawValue, partner: partner)
        envelope.attributes = attributes
        return envelope
    }
}
