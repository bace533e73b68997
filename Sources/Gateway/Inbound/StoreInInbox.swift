import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// Step 4 inbound: message, duplicate record and receipt become durable together, before anything is answered.
struct StoreInInbox: Sendable {
    let parts: GatewayParts
    let spools: Spools
    let ledger: CaseLedger

    /// The answer to a message whose sender and MessageId are known, or nil when they are not. Blocking.
    ///
    /// - Parameter receipt: makes a receipt for what was received now, for a message that was packed and signed anew.
    /// - Throws: EBMS:0004 (R015) for other content under the known MessageId: a receipt would prove what was never taken. ``SpoolError``, also
    ///   when the message has been damaged since (P013), and what `receipt` throws.
    func earlierAnswer(
        to received: ReceivedUserMessage, at time: Date, receipt: () throws -> AS4Entity
    ) throws -> InboundAnswer? {
        guard let known = try spools.inbound.storedReceipt(duplicateKey: Self.key(of: received)) else { return nil }
        return try answer(received, knownBy: known, at: time, receipt: receipt)
    }

    /// A receipt that was given before, and the message it was given for.
    private typealias Given = (id: MessageID, receipt: StoredReceipt)

    /// The same message gets the bytes of its first answer; the same content in a new wrapping a receipt that fits it, the same one each time
    /// that wrapping comes.
    private func answer(
        _ received: ReceivedUserMessage, knownBy first: Given, at time: Date, receipt: () throws -> AS4Entity
    ) throws -> InboundAnswer {
        try requireWhole(first.id)
        if received.userMessage.refToMessageID != nil { try noteAgain(first.id) }
        if let repeated = Self.repeated(first, for: received) { return repeated }
        let key = Self.wrappingKey(of: received)
        if let again = try spools.inbound.storedReceipt(duplicateKey: key), let repeated = Self.repeated(again, for: received) {
            return repeated
        }
        let known = try spools.inbound.entry(first.id)?.envelope
        // The document names the digests of its attachments; that these are the same must be seen all the same: the receipt names them.
        let files = (known?.enclosures ?? []).map(\.sha256)
        guard let document = known?.attributes[.submittedSHA256], received.payloads.first?.sha256.hexadecimal == document,
            received.payloads.dropFirst().map(\.sha256.hexadecimal).sorted() == files.sorted()
        else {
            throw Self.otherContent(received)
        }
        let given = try remember(try receipt(), of: first.id, key: key, at: time)
        guard let answer = Self.repeated(given, for: received) else { throw Self.otherContent(received) }
        return answer
    }

    /// A receipt says that the message is here. One that was damaged after it had been taken is not, until an operator has mended it: its sender,
    /// which asks again, is to keep it.
    private func requireWhole(_ id: MessageID) throws(SpoolError) {
        if try spools.inbound.locate(id) == .corrupt { throw SpoolError(damaged: id) }
    }

    /// The stored bytes as the answer, when they were given for exactly this message.
    private static func repeated(_ given: Given, for received: ReceivedUserMessage) -> InboundAnswer? {
        let entity = AS4Entity(contentType: given.receipt.contentType, body: given.receipt.bytes)
        return received.isProved(by: entity) ? InboundAnswer(entity: entity, status: 200, event: .repeated(given.id)) : nil
    }

    private func remember(_ receipt: AS4Entity, of id: MessageID, key: String, at time: Date) throws(SpoolError) -> Given {
        let stored = StoredReceipt(contentType: receipt.contentType, bytes: receipt.body)
        return try spools.inbound.remember(stored, of: id, duplicateKey: key, at: time)
    }

    private static func otherContent(_ received: ReceivedUserMessage) -> EBMSError {
        EBMSError(.other, Refusal(GatewayCode.otherContent)).about(received.userMessage.messageID)
    }

    /// An answer for a business message that lies in the inbox already and came again under another MessageId, as from a sender whose spool
    /// was restored: a receipt, known under that MessageId from now on, and no second copy. The same id with other content was refused
    /// before (E02). Blocking.
    ///
    /// - Throws: ``SpoolError``; EBMS:0004 (R015) when another connection stored another message under that MessageId meanwhile.
    func knownContent(_ business: ReceivedBusinessMessage, receipt: AS4Entity, at time: Date) throws -> InboundAnswer? {
        let envelope = business.message.envelope
        let known = ledger.entries(forBusinessMessage: envelope.messageID).first { line in
            line.sender == envelope.sender.organisationsnummer && line.submittedSHA256 == Digest.sha256(business.body).hexadecimal
        }
        guard let known else { return nil }
        try requireWhole(known.id)
        let given = try remember(receipt, of: known.id, key: Self.key(of: business.received), at: time)
        return try answer(business.received, knownBy: given, at: time) { receipt }
    }

    /// Stores the message, or finds that another connection stored it a moment ago. Blocking.
    ///
    /// - Throws: ``SpoolError``; EBMS:0004 (R015) when what the other stored is another message under the same MessageId.
    func run(_ business: ReceivedBusinessMessage, receipt: AS4Entity, at time: Date) throws -> InboundAnswer {
        let user = business.received.userMessage
        var attributes = ledger.attributes(of: business.message)
        attributes[.submittedSHA256] = Digest.sha256(business.body).hexadecimal
        attributes[.as4MessageID] = user.messageID
        attributes[.as4Timestamp] = Timestamps.text(user.timestamp)
        attributes[.conversationID] = user.conversationID
        attributes[.as4RefToMessageID] = user.refToMessageID
        let request = try user.refToMessageID.flatMap { name throws(SpoolError) in try exchange.sent(name, to: business.partner) }
        attributes[.answers] = request.map { "\($0)" }
        attributes[.finalRecipient] = parts.configuration.organisation.organisationsnummer
        attributes[.signer] = business.received.signer.sha256.hexadecimal
        if !business.warnings.isEmpty { attributes[.warnings] = business.warnings.joined(separator: " ") }
        var envelope = Envelope(
            id: spools.newID(at: time), createdAt: time, type: business.message.type.rawValue, partner: business.partner)
        envelope.attributes = attributes
        var stored = Reception(
            body: business.body, envelope: envelope, receipt: StoredReceipt(contentType: receipt.contentType, bytes: receipt.body),
            duplicateKey: Self.key(of: business.received))
        stored.enclosures = business.enclosures
        // Kept all the same: what it answers may have left the spool.
        if user.refToMessageID != nil, request == nil { stored.record.code = GatewayCode.answersUnknown.rawValue }
        switch try spools.inbound.receive(stored) {
        case .stored:
            ledger.note(envelope)
            exchange.note(envelope, at: time)
            return InboundAnswer(entity: receipt, status: 200, event: .stored(envelope.id, type: envelope.type))
        case .duplicate(let id, let first):
            return try answer(business.received, knownBy: (id, first), at: time) { receipt }
        }
    }

    private var exchange: TwoWayExchange { TwoWayExchange(spools: spools, ledger: ledger) }

    /// The message of ours that a partner's signal names; nil for any other name, which may be anybody's text. Blocking.
    func subject(of signal: PostedSignal, from partner: String) -> MessageID? {
        guard let name = signal.refToMessageID else { return nil }
        return (try? exchange.sent(name, to: partner)) ?? nil
    }

    /// A crash may have come between an answer and the note of it; its sender comes again then.
    private func noteAgain(_ id: MessageID) throws(SpoolError) {
        if let known = try spools.inbound.entry(id)?.envelope { exchange.note(known, at: known.createdAt) }
    }

    /// [AS4 profile] A message is known by its MessageId; ours also by its sender, so that one partner cannot shadow another's ids.
    private static func key(of received: ReceivedUserMessage) -> String {
        let sender = received.userMessage.from.id
        return [sender.type ?? "", sender.value, received.userMessage.messageID].joined(separator: "\n")
    }

    /// The same with what its signature is over: the same MessageId in another wrapping is another key. Nothing of the header may hold a line
    /// break, so that it is nobody's plain key.
    private static func wrappingKey(of received: ReceivedUserMessage) -> String {
        let references = received.references.map { "\($0.uri)\t\($0.digest.hexadecimal)" }.sorted()
        return ([key(of: received)] + references).joined(separator: "\n")
    }
}
