import CareMessages
import Documents
import Foundation
import Spooling

/// The way back, or on, for a received message that was meant for somebody else: a receipt (M23) to its sender, with ids and codes only.
///
/// The original is never sent on from here. Every gateway takes a message only from the organisation that signed it, so what another one
/// carried would be refused; and to hand over patient data needs a legal basis that no program can find. Only the sender can resend.
package struct MisdirectedMessages: Sendable {
    private let parts: GatewayParts
    private let spools: Spools
    private let ledger: CaseLedger
    private let audit: AuditTrail

    /// Works on the gateway's own spools; `audit` is where the acts are recorded.
    package init(parts: GatewayParts, spools: Spools, ledger: CaseLedger, audit: AuditTrail) {
        (self.parts, self.spools, self.ledger, self.audit) = (parts, spools, ledger, audit)
    }

    /// What the sender is told.
    package enum Act: Sendable {
        /// It came wrong and goes nowhere from here (FELSAND).
        case giveBack
        /// A person has passed it on, outside the gateway, to this organisation (VIDARESAND): a partner's name, organisationsnummer,
        /// kommunkod, länskod or address.
        case passOn(to: String)

        /// The word of the audit trail.
        package var name: String {
            switch self {
            case .giveBack: "return"
            case .passOn: "forward"
            }
        }
    }

    /// What became of it.
    package struct Outcome: Sendable {
        /// The receipt on its way to the sender, or why it was refused.
        package let submission: Submission
        /// How the message looks from here: whose it may be. For the inside of the organisation only.
        package let judgement: Misdirection
        /// Whom the receipt goes to, by organisationsnummer.
        package let sender: String
        /// The unit it was passed on to.
        package let passedOnTo: Addressee?
    }

    /// Tells the sender. Blocking.
    ///
    /// - Returns: nil when no spool has the message.
    /// - Throws: a `Refusal` R017–R019 for a message that cannot be answered so; V011–V013 when the address book has no one unit for the
    ///   type and the protection, V019 when its organisation has the message; ``AuditFailure`` before anything was done; ``SpoolError``.
    package func tell(_ act: Act, about id: MessageID, reason: String, at time: Date = Date()) throws -> Outcome? {
        guard let (spool, state) = try spools.locate(id) else { return nil }
        guard spool === spools.inbound, let entry = try spool.entry(id, in: state),
            let event = entry.envelope.attributes[.event].flatMap({ CaseEventLine.event($0) })
        else { throw Refusal(GatewayCode.notReceived) }
        try checkAnswerable(event)
        let judgement = judgement(of: event, entry.envelope)
        let (reply, unit) = try reply(act, judgement, event, at: time)
        let bytes = try MessageWriter.bytes(receipt(reply, about: event, to: unit))
        try audit.record(AuditTrail.Act(act: act.name, message: "\(id)", reason: reason, outcome: "begun"), at: time)
        let submission: Submission
        do {
            submission = try OutboundPipeline(parts, spools: spools, ledger: ledger).submit(bytes, at: time)
        } catch {
            close(
                act, id,
                failedWith: (error as? SpoolError)?.code.rawValue ?? (error as? Refusal)?.code ?? GatewayCode.cannotAnswer.rawValue,
                at: time)
            throw error
        }
        let refusal =
            submission.isAccepted ? nil : submission.findings.first { $0.severity == .error }?.rule ?? GatewayCode.notDelivered.rawValue
        close(act, id, failedWith: refusal, at: time)
        return Outcome(submission: submission, judgement: judgement, sender: event.sender.organisationsnummer, passedOnTo: unit)
    }

    /// That it was begun is on disk; the receipt's own history tells the rest.
    private func close(_ act: Act, _ id: MessageID, failedWith code: String?, at time: Date) {
        let outcome = code == nil ? "done" : "failed"
        try? audit.record(AuditTrail.Act(act: act.name, message: "\(id)", reason: nil, outcome: outcome, code: code), at: time)
    }

    private var ownNumber: String { parts.configuration.organisation.organisationsnummer }

    private func checkAnswerable(_ event: CaseEvent) throws(Refusal) {
        guard event.type != .kvittens else { throw Refusal(GatewayCode.notAnswerable) }
        let feedback =
            Case(id: event.caseID, events: ledger.events(inCase: event.caseID)).entries
            .first { $0.event.messageID == event.messageID }?.feedback ?? []
        let hasAnswered = feedback.contains { $0.unit.organisationsnummer == ownNumber && $0.outcome != .refused }
        guard !hasAnswered else { throw Refusal(GatewayCode.alreadyAnswered) }
    }

    private func judgement(of event: CaseEvent, _ envelope: Envelope) -> Misdirection {
        let keys = Set((envelope.attributes[.patientKeys] ?? "").split(separator: " ").map(String.init))
        let code = parts.configuration.organisation.code
        let isKommun = code.utf8.count == 4
        return Misdirection(
            event, kommunkod: isKommun ? code : nil, lanskod: isKommun ? nil : code,
            placements: ledger.placements(ofPatient: keys, at: event.sent))
    }

    private func reply(
        _ act: Act, _ judgement: Misdirection, _ event: CaseEvent, at time: Date
    ) throws(Refusal) -> (Misdirection.Reply, Addressee?) {
        guard case .passOn(let name) = act else { return (judgement.misdirected(at: time), nil) }
        let unit = try unit(named: name, for: event)
        return (try judgement.forwarded(to: unit, at: time), unit)
    }

    /// The one unit of an organisation that may take the type, in the role in which we had it if there is such a unit.
    private func unit(named name: String, for event: CaseEvent) throws(Refusal) -> Addressee {
        let number = parts.partner(named: name)?.organisationsnummer ?? name
        let isProtected = event.facts.isProtected == true
        let possible = parts.addressBook.entries.filter { entry in
            [entry.organisationsnummer, entry.kommunkod, entry.lanskod, entry.address].contains(number)
                && event.type.receiverRoles.contains(entry.role) && (entry.isProtectedMailbox || !isProtected)
        }
        let ownRoles = ownUnits(of: event).map(\.role)
        let best = possible.filter { ownRoles.contains($0.role) }
        let units = best.isEmpty ? possible : best
        guard let unit = units.first else {
            throw Refusal(isProtected ? RoutingCode.protectedMailboxMissing : .addressMissing, detail: name)
        }
        guard units.count == 1 else {
            throw Refusal(RoutingCode.severalAddresses, detail: units.map(\.address).joined(separator: ", "))
        }
        return unit
    }

    private func ownUnits(of event: CaseEvent) -> [CaseEvent.Unit] { event.receivers.filter { $0.organisationsnummer == ownNumber } }

    private func receipt(_ reply: Misdirection.Reply, about event: CaseEvent, to unit: Addressee?) throws(Refusal) -> CareMessage {
        guard let had = ownUnits(of: event).first, let outcome = Kvittens.Outcome(rawValue: reply.result) else {
            throw Refusal(GatewayCode.notReceived)
        }
        let own = try sendingUnit(had)
        var content = Kvittens(level: .business, outcome: outcome, role: own.role, acknowledged: reply.instant)
        // For a protected patient the reply names nobody.
        content.forwardedTo = reply.forwardedTo == nil ? nil : unit?.party
        var sender = own.party
        sender.organisationName = parts.configuration.organisation.name
        sender.unitName = own.name ?? parts.configuration.organisation.name
        var envelope = MessageEnvelope(
            schemaVersion: SchemaVersion.current.description, messageID: UUID().uuidString.lowercased(), caseID: reply.caseID,
            declaredType: MessageType.kvittens.rawValue, sent: reply.instant, sender: sender)
        let region = parts.addressBook.entries.first { $0.organisationsnummer == reply.receiver.organisationsnummer }?.lanskod
        envelope.receivers = [addressee(reply.receiver, code: region).party]
        envelope.refersTo = reply.refersTo
        var basis = LegalBasis(ground: .ovrigt)
        basis.provision = "Inga uppgifter om patienten lämnas"
        envelope.legalBases = [basis]
        return CareMessage(envelope: envelope, patient: nil, content: content)
    }

    /// Our unit as a sender: senders have an HSA-id, receivers may have a functional address, and then the address book must know the unit.
    private func sendingUnit(_ unit: CaseEvent.Unit) throws(Refusal) -> Addressee {
        let known = parts.addressBook.entries.filter { $0.organisationsnummer == ownNumber && $0.role == unit.role }
        if let entry = known.first(where: { $0.address == unit.address }), entry.hasHSAIdentity { return entry }
        var addressee = addressee(unit, code: parts.configuration.organisation.code)
        if addressee.hasHSAIdentity { return addressee }
        guard let entry = known.first(where: \.hasHSAIdentity) else {
            throw Refusal(RoutingCode.addressMissing, detail: "\(AddresseeDraft.ownName) \(unit.role.rawValue)")
        }
        (addressee.address, addressee.name) = (entry.address, entry.name)
        return addressee
    }

    /// A unit of the case as sender or receiver. What is no municipality is a region by this code, Gotland's too, or an authority.
    private func addressee(_ unit: CaseEvent.Unit, code: String?) -> Addressee {
        var addressee = Addressee(unit)
        if addressee.kommunkod == nil { addressee.lanskod = code.map { String($0.prefix(2)) } }
        return addressee
    }
}

extension Addressee {
    /// Whether the address is one that a sender may have.
    fileprivate var hasHSAIdentity: Bool { if case .hsaID = party.address { true } else { false } }
}
