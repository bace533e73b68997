import AS4
import CareMessages
import Documents
import Foundation
import Signatures

/// Step 2 inbound: the AS4 message is whole, signed by the partner's own access point, and covered by an agreement.
struct VerifyReceived: Sendable {
    let parts: GatewayParts
    let scratch: any ScratchSpace

    /// Bytes that all parts of a message may unpack to; the disk's reserve is asked all the while.
    private static let mostUnpacked = 8 << 30

    /// Blocking: parses, digests and verifies.
    ///
    /// - Parameter partner: whom the TLS handshake proved at the other end. Only this partner's agreements and pins are looked at: a valid
    ///   certificate of another partner is not enough.
    /// - Throws: the error signal to answer with.
    func run(_ entity: StreamedEntity, from partner: String, at time: Date) throws(EBMSError) -> InboundMessage {
        var limits = InboundLimits.standard
        limits.entityBytes = parts.configuration.listener?.maximumBodyBytes ?? limits.entityBytes
        (limits.payloadBytes, limits.allPayloadBytes) = (SubmittedFile.longest, Self.mostUnpacked)
        limits.parts = 2 + SubmittedFile.most  // The envelope, one business document and its attachments.
        let unpackager = InboundUnpackager(limits: limits, keys: parts.keyring.decryptionKeys())
        let signals = parts.partner(named: partner).map(parts.signers)
        let peer = PeerPolicies(signals: signals) { message in
            message.from.id == parts.partner(named: partner)?.party ? policy(of: partner) : nil
        }
        return try unpackager.receive(entity, scratch: scratch, now: time, from: peer)
    }

    private func policy(of name: String) -> AS4PartnerPolicy? {
        guard let partner = parts.partner(named: name) else { return nil }
        let agreements = parts.configuration.agreements(with: name).flatMap { agreement -> [AS4Agreement] in
            let legs = agreement.receive.map { type in inbound(type, under: agreement, with: partner) }
            return agreement.mep == .twoWay ? legs + legs.map(\.secondLeg) : legs
        }
        return AS4PartnerPolicy(name: name, signer: parts.signers(of: partner), agreements: agreements)
    }

    /// [D1b] Access points by the agreement; corners are the two organisations themselves.
    private func inbound(_ type: MessageType, under agreement: Agreement, with partner: Partner) -> AS4Agreement {
        let names = parts.wireNames(for: type, under: agreement)
        var wire = AS4Agreement(
            name: agreement.name, from: AS4Party(partner.party, role: EBMSName.initiator),
            to: AS4Party(parts.ownParty, role: EBMSName.responder), service: names.service, actions: [names.action])
        wire.agreementRef = agreement.agreementRef
        wire.encryption = agreement.encryption
        wire.answersNotServiced = agreement.profile?.answersNotServiced ?? false
        let own = parts.configuration.organisation.organisationsnummer
        let corners = agreement.participants(own: own, partner: partner.organisationsnummer)
        (wire.originalSenders, wire.finalRecipients) = ([corners.partner], [corners.own])
        return wire
    }
}
