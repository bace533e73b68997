import AS4
import CareMessages
import Documents
import Foundation
import Signatures
import Spooling

/// Step 5 outbound, first half: claims the message and has its request ready, exactly the bytes of the first attempt.
struct PrepareDelivery: Sendable {
    let parts: GatewayParts
    let spool: Spool
    let scratch: any ScratchSpace

    enum Result: Sendable {
        case ready(PreparedDelivery)
        /// The message is not here any more: somebody moved it.
        case gone
        /// Somebody holds it this moment; look again.
        case busy
        /// No attempt is needed, or none is possible; it has been moved.
        case settled(StateChange)
    }

    /// Blocking: reads, builds, signs and syncs.
    ///
    /// - Throws: ``SpoolError`` and ``Refusal`` for trouble of our own; the message may be claimed then.
    func run(_ id: MessageID, at time: Date) throws -> Result {
        guard try claim(id, at: time) else { return try isWaiting(id) ? .busy : .gone }
        guard let entry = try spool.entry(id, in: .inflight) else { return .gone }
        let terms = terms(of: entry.envelope)
        var machine = DeliveryMachine(entry, schedule: terms?.agreement.retry ?? .standard)
        machine.mostUnknownOutcomes = spool.options.mostUnknownOutcomes
        if try spool.attachment(.receipt, of: id, in: .inflight) != nil {
            // Verified before it was stored; a crash came between it and the move to `done`.
            return .settled(try settle(&machine, .receiptAccepted, entry, time))
        }
        guard let terms else {
            let fault = DeliveryFault(code: GatewayCode.partnerGone.rawValue)
            return .settled(try settle(&machine, .transportFailure(fault, isPermanent: true), entry, time))
        }
        let (entity, sent): (StreamedEntity, SentMessage?)
        do {
            (entity, sent) = try request(for: entry, under: terms)
        } catch let refusal as Refusal {
            // A key that does not sign, a message that cannot be packed: tried again by the schedule, and given up by it.
            let fault = DeliveryFault(code: refusal.code, reason: refusal.detail)
            return .settled(try settle(&machine, .transportFailure(fault, isPermanent: false), entry, time))
        }
        return .ready(PreparedDelivery(entry: entry, machine: machine, partner: terms.partner, request: entity, sent: sent))
    }

    private struct Terms {
        let partner: Partner
        let agreement: Agreement
        let type: MessageType
    }

    /// The agreement it was accepted under, or the one that carries its type now; nil when there is neither, or when the partner's name has
    /// been given to another organisation since: what was meant for one is never sent to the other.
    private func terms(of envelope: Envelope) -> Terms? {
        guard let partner = parts.partner(named: envelope.partner), let type = MessageType(rawValue: envelope.type),
            partner.organisationsnummer == envelope.attributes[.finalRecipient]
        else { return nil }
        let own = parts.configuration.agreements(with: partner.name).first { $0.name == envelope.attributes[.agreement] }
        guard let agreement = own ?? parts.agreement(toSend: type, to: partner.name) else { return nil }
        return Terms(partner: partner, agreement: agreement, type: type)
    }

    /// Also one whose receipt was waited for until now.
    private func claim(_ id: MessageID, at time: Date) throws -> Bool {
        if try spool.claim(id, from: .ready) || spool.claim(id, from: .deferred) { return true }
        return try EndOfWait(spool: spool).run(id, at: time, isDue: true) && spool.claim(id, from: .deferred)
    }

    private func isWaiting(_ id: MessageID) throws(SpoolError) -> Bool {
        for state in [SpoolState.ready, .deferred, .awaiting] where try spool.summary(of: id, in: state) != nil { return true }
        return false
    }

    private func settle(_ machine: inout DeliveryMachine, _ event: DeliveryEvent, _ entry: SpoolEntry, _ time: Date) throws(SpoolError)
        -> StateChange
    {
        let actions = try machine.apply(event, at: time)
        _ = try spool.carryOut(actions, on: entry.id, from: .inflight)
        return StateChange(machine, actions, partner: entry.envelope.partner)
    }

    /// The request of an earlier attempt, or a new one that is stored before it is sent: a resend carries the same MessageId, Timestamp and
    /// digests even after an upgrade of this program.
    private func request(for entry: SpoolEntry, under terms: Terms) throws -> (StreamedEntity, SentMessage?) {
        if let stored = try spool.storedRequest(of: entry.id, in: .inflight) {
            let source = FileSource(file: stored.content)
            let isSmall = source.count <= ClientExchange.smallest
            return (StreamedEntity(contentType: stored.contentType, body: isSmall ? MemorySource(try source.bytes()) : source), nil)
        }
        let packager = try OutboundPackager(
            key: parts.keyring.as4Key, certificate: parts.keyring.as4Certificate,
            encryptingFor: try parts.recipient(of: terms.partner, under: terms.agreement))
        let packaged = try packager.pack(
            header(for: entry.envelope, under: terms), payloads: try payloads(of: entry), scratch: scratch,
            into: SpillingScratch(scratch).makeSink())
        let stored = try spool.attachRequest(
            contentType: packaged.contentType, SpoolContent(packaged.body), to: entry.id, in: .inflight)
        let isSmall = packaged.body.count <= ClientExchange.smallest
        let body: any ByteSource = isSmall ? packaged.body : FileSource(file: stored.content)
        return (StreamedEntity(contentType: packaged.contentType, body: body), packaged.sent)
    }

    /// The business document first, then its attachments in the order it declares them.
    private func payloads(of entry: SpoolEntry) throws -> [OutboundPayload] {
        let document = OutboundPayload(.compressedXML(), content: MemorySource(try spool.body(of: entry)))
        let files = zip(entry.envelope.enclosures, try spool.enclosures(of: entry)).enumerated().map { position, file in
            OutboundPayload(
                .compressed(contentID: Enclosure.fileName(position), mimeType: file.0.mediaType), content: FileSource(file: file.1))
        }
        return [document] + files
    }

    private func header(for envelope: Envelope, under terms: Terms) -> UserMessage {
        let own = parts.configuration.organisation.organisationsnummer
        let names = parts.wireNames(for: terms.type, under: terms.agreement)
        let attributes = envelope.attributes
        // The second leg of a Two-Way exchange goes from its responder to its initiator.
        let request = attributes[.as4RefToMessageID]
        let roles = request == nil ? (EBMSName.initiator, EBMSName.responder) : (EBMSName.responder, EBMSName.initiator)
        var message = UserMessage(
            messageID: attributes[.as4MessageID] ?? "\(envelope.id)@\(own).sluss",
            timestamp: attributes[.as4Timestamp].flatMap(Timestamps.date) ?? envelope.createdAt,
            from: AS4Party(parts.ownParty, role: roles.0), to: AS4Party(terms.partner.party, role: roles.1),
            exchange: UserMessage.Exchange(
                service: names.service, action: names.action, conversationID: attributes[.conversationID] ?? "\(envelope.id)"))
        message.refToMessageID = request
        message.agreementRef = terms.agreement.agreementRef
        let corners = terms.agreement.participants(own: own, partner: terms.partner.organisationsnummer)
        message.setCorners(originalSender: corners.own, finalRecipient: corners.partner)
        return message
    }
}

/// A claimed message with the bytes to send.
struct PreparedDelivery: Sendable {
    let entry: SpoolEntry
    let machine: DeliveryMachine
    let partner: Partner
    let request: StreamedEntity
    /// What the receipt must prove, when the request was just made; else it is read from the request.
    var sent: SentMessage?
}

extension Spool {
    /// Carries out what a ``DeliveryMachine`` wants done. Blocking.
    ///
    /// - Returns: when the message is due next, if it is.
    func carryOut(_ actions: [DeliveryAction], on id: MessageID, from state: SpoolState) throws(SpoolError) -> Date? {
        var due: Date?
        for action in actions {
            switch action {
            case .claim: _ = try claim(id, from: state)
            case .move(let target, let record): try move(id, from: state, to: target, record: record)
            case .record(let record): try append(record, to: id, in: state)
            case .scheduleAt(let time): due = time
            }
        }
        return due
    }
}

extension StateChange {
    /// The end of an attempt as the log tells it.
    init(_ machine: DeliveryMachine, _ actions: [DeliveryAction], partner: String) {
        self.init(event: machine.state.rawValue, from: .inflight, to: machine.state, partner: partner)
        attempt = machine.attempt
        isTrouble = machine.state != .done
        for case .move(_, let record) in actions { (code, nextTryAt) = (record.code, record.nextTryAt) }
    }
}
