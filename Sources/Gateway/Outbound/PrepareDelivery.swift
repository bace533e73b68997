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

    enum Result: Sendable {
        case ready(PreparedDelivery)
        /// The message is not here any more: somebody moved it.
        case gone
        /// Somebody holds it this moment; look again.
        case busy
        /// Its time is over, or nobody knows where to send it; it has been moved.
        case settled
    }

    /// Blocking: reads, builds, signs and syncs.
    func run(_ id: MessageID, at time: Date) throws -> Result {
        guard let entry = try found(id) else { return .gone }
        let agreement = parts.configuration.agreements.first { $0.name == entry.envelope.attributes[.agreement] }
            ?? MessageType(rawValue: entry.envelope.type).flatMap { parts.agreement(toSend: $0, to: entry.envelope.partner) }
        var machine = DeliveryMachine(entry, schedule: agreement?.retry ?? .standard)
        machine.mostUnknownOutcomes = spool.options.mostUnknownOutcomes
        guard try spool.claim(id, from: entry.state) else { return try found(id) == nil ? .gone : .busy }
        _ = try machine.apply(.attemptStarted, at: time)
        guard let partner = parts.partner(named: entry.envelope.partner), let agreement else {
            let fault = DeliveryFault(code: GatewayCode.partnerGone.rawValue, reason: GatewayCode.partnerGone.text.en)
            _ = try spool.carryOut(try machine.apply(.transportFailure(fault, isPermanent: true), at: time), on: id, from: .inflight)
            return .settled
        }
        let entity = try request(for: entry, partner: partner, agreement: agreement)
        return .ready(PreparedDelivery(entry: entry, machine: machine, partner: partner, request: entity))
    }

    private func found(_ id: MessageID) throws(SpoolError) -> SpoolEntry? {
        if let entry = try spool.entry(id, in: .ready) { return entry }
        return try spool.entry(id, in: .deferred)
    }

    /// The request of an earlier attempt, or a new one that is stored before it is sent: a resend carries the same MessageId, Timestamp and
    /// digests even after an upgrade of this program.
    private func request(for entry: SpoolEntry, partner: Partner, agreement: Agreement) throws -> AS4Entity {
        if let stored = try spool.attachment(.request, of: entry.id, in: .inflight) {
            return AS4Entity(contentType: stored.contentType, body: stored.bytes)
        }
        let body = try spool.body(of: entry.id, in: .inflight)
        let packager = try OutboundPackager(key: parts.keyring.as4Key, certificate: parts.keyring.as4Certificate)
        let packaged = try packager.pack(header(for: entry.envelope, partner: partner, agreement: agreement), payload: body)
        let entity = StoredEntity(contentType: packaged.entity.contentType, bytes: packaged.entity.body)
        try spool.attach(.request, entity, to: entry.id, in: .inflight)
        return packaged.entity
    }

    private func header(for envelope: Envelope, partner: Partner, agreement: Agreement) -> UserMessage {
        let type = MessageType(rawValue: envelope.type) ?? .inskrivningsmeddelande
        let names = parts.wireNames(for: type, under: agreement)
        let attributes = envelope.attributes
        var message = UserMessage(
            messageID: attributes[.as4MessageID] ?? "\(envelope.id)@\(parts.configuration.organisation.organisationsnummer).sluss",
            timestamp: attributes[.as4Timestamp].flatMap(Timestamps.date) ?? envelope.createdAt,
            from: AS4Party(parts.ownParty, role: EBMSName.initiator), to: AS4Party(partner.party, role: EBMSName.responder),
            exchange: UserMessage.Exchange(
                service: names.service, action: names.action, conversationID: attributes[.conversationID] ?? "\(envelope.id)"))
        message.agreementRef = agreement.agreementRef
        message.setCorners(
            originalSender: ServiceName.participant(parts.configuration.organisation.organisationsnummer),
            finalRecipient: ServiceName.participant(partner.organisationsnummer))
        message.parts = [.compressedXML()]
        return message
    }
}

/// A claimed message with the bytes to send.
struct PreparedDelivery: Sendable {
    let entry: SpoolEntry
    let machine: DeliveryMachine
    let partner: Partner
    let request: AS4Entity
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
