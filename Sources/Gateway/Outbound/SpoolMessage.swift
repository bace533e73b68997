import CareMessages
import Foundation
import Signatures
import Spooling

/// Step 4 outbound: one durable copy for each receiving partner. After this step the message is ours to deliver.
struct SpoolMessage: Sendable {
    let parts: GatewayParts
    let spools: Spools
    let ledger: CaseLedger

    enum Outcome {
        /// Durable, every one of them.
        case taken([Submission.Copy])
        /// The business message's id was used before for what has this SHA-256. Nothing was stored.
        case otherContent(String)
    }

    /// Blocking: syncs files and folders.
    ///
    /// The copies that go over the wire are accepted together or not at all, and once, whichever process submits them: the spool has a durable
    /// record under the business message's id. A copy for ourselves comes after them, under a record of its own; when the disk fails in
    /// between, the same submission completes it.
    ///
    /// Under a two-way agreement a copy that answers a message of its receiver says so, and that message's history too.
    ///
    /// A message about a protected patient lies in `held` from the first instant, every copy of it, and says why.
    func run(_ signed: SignedMessage, from submitter: Submitter, at time: Date) throws -> Outcome {
        let own = parts.configuration.organisation.organisationsnummer
        let receivers = signed.message.receivingOrganisations
        let existing = ledger.entries(forBusinessMessage: signed.message.envelope.messageID).filter { $0.sender == own }
        var copies = existing.filter { line in receivers.contains { $0 == line.finalRecipient } }.map(Submission.Copy.init)
        let missing = receivers.filter { receiver in !existing.contains { $0.finalRecipient == receiver } }
        let abroad = try missing.filter { $0 != own }.map { receiver in
            try envelope(
                for: signed, to: receiver, partner: parts.partner(organisation: receiver)?.name ?? receiver, from: submitter, at: time)
        }
        // Before any copy travels: an id that is taken here must not be found out after.
        if missing.contains(own), let other = try otherLocalContent(signed) { return .otherContent(other) }
        if !abroad.isEmpty {
            let outcome = try queue(signed, abroad, by: submitter.person)
            guard case .taken(let queued) = outcome else { return outcome }
            copies += queued.filter { copy in !copies.contains { $0.id == copy.id } }
        }
        if missing.contains(own) {
            let envelope = try envelope(for: signed, to: own, partner: Spools.localPartner, from: submitter, at: time)
            let local = try storeHere(signed, envelope: envelope, by: submitter.person)
            guard case .taken(let stored) = local else { return local }
            copies += stored
        }
        return .taken(signed.needsRelease ? try copies.map(marked) : copies)
    }

    /// The copy with its place: one that came before may have been released since.
    private func marked(_ copy: Submission.Copy) throws(SpoolError) -> Submission.Copy {
        var copy = copy
        copy.isHeld = try spools.locate(copy.id)?.state == .held
        return copy
    }

    private func queue(_ signed: SignedMessage, _ envelopes: [Envelope], by person: String) throws(SpoolError) -> Outcome {
        let record = HistoryRecord(at: envelopes.first?.createdAt ?? Date(), event: .submitted) {
            $0.actor = person
            $0.code = signed.originCode
        }
        var consignment = Consignment(
            body: signed.bytes, envelopes: envelopes, key: signed.message.envelope.messageID, content: signed.submittedDigest,
            record: record, first: signed.firstState)
        consignment.enclosures = signed.enclosures
        switch try spools.outbound.submit(consignment) {
        case .stored(let entries):
            for entry in entries {
                ledger.note(entry.envelope)
                exchange.note(entry.envelope, at: entry.envelope.createdAt)
            }
            return .taken(entries.map { Submission.Copy(id: $0.id, partner: $0.envelope.partner, existed: false) })
        case .known(let copies):
            // Another process took it, or this one before a crash.
            for copy in copies { try learn(copy.id, at: record.at) }
            return .taken(copies.map { Submission.Copy(id: $0.id, partner: $0.partner, existed: true) })
        case .otherContent(let digest): return .otherContent(digest)
        }
    }

    private func learn(_ id: MessageID, at time: Date) throws(SpoolError) {
        guard !ledger.knows(id), let state = try spools.outbound.locate(id), state != .corrupt else { return }
        guard let envelope = try spools.outbound.envelope(of: id, in: state) else { return }
        ledger.note(envelope)
        exchange.note(envelope, at: time)
    }

    private var exchange: TwoWayExchange { TwoWayExchange(spools: spools, ledger: ledger) }

    /// A receiver in our own organisation (a region's own öppenvård) needs no wire: the copy goes straight to the inbox. What stands for its
    /// receipt names the content, so that a repetition is told from other content under the same id.
    private func storeHere(_ signed: SignedMessage, envelope: Envelope, by person: String) throws(SpoolError) -> Outcome {
        let receipt = StoredReceipt(contentType: "text/plain", bytes: Array("\(Self.localReceipt)\(signed.submittedDigest)\n".utf8))
        var reception = Reception(body: signed.bytes, envelope: envelope, receipt: receipt, duplicateKey: Self.localKey(signed))
        reception.enclosures = signed.enclosures
        reception.first = signed.firstState
        reception.record.actor = person
        reception.record.code = signed.originCode
        switch try spools.inbound.receive(reception) {
        case .stored:
            ledger.note(envelope)
            return .taken([Submission.Copy(id: envelope.id, partner: envelope.partner, existed: false)])
        case .duplicate(let id, let first):
            // A command took it at the same time.
            if let other = Self.digest(in: first, otherThan: signed) { return .otherContent(other) }
            return .taken([Submission.Copy(id: id, partner: envelope.partner, existed: true)])
        }
    }

    /// SHA-256 of what the inbox has under the message's id, when that is something else.
    private func otherLocalContent(_ signed: SignedMessage) throws(SpoolError) -> String? {
        guard let stored = try spools.inbound.storedReceipt(duplicateKey: Self.localKey(signed)) else { return nil }
        return Self.digest(in: stored.receipt, otherThan: signed)
    }

    private static func digest(in receipt: StoredReceipt, otherThan signed: SignedMessage) -> String? {
        let text = String(decoding: receipt.bytes, as: UTF8.self)
        let digest = text.replacing(localReceipt, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
        return digest == signed.submittedDigest ? nil : digest
    }

    private static func localKey(_ signed: SignedMessage) -> String { "local|\(signed.message.envelope.messageID)" }

    private static let localReceipt = "delivered within the organisation, submitted SHA-256 "

    private func envelope(
        for signed: SignedMessage, to organisation: String, partner: String, from submitter: Submitter, at time: Date
    ) throws(SpoolError) -> Envelope {
        let message = signed.message
        var attributes = ledger.attributes(of: message)
        attributes[.submittedSHA256] = signed.submittedDigest
        let own = parts.configuration.organisation.organisationsnummer
        attributes[.as4MessageID] =
            OwnMessageID(businessMessageID: message.envelope.messageID, receiver: organisation, sender: own).text
        attributes[.as4Timestamp] = Timestamps.text(time)
        attributes[.conversationID] = message.envelope.caseID
        attributes[.finalRecipient] = organisation
        attributes[.submissionKey] = submitter.fileName.flatMap(DropName.init)?.key(under: spools.secret)
        if !signed.warnings.isEmpty { attributes[.warnings] = signed.warnings.joined(separator: " ") }
        let agreement = parts.agreement(toSend: message.type, to: partner)
        attributes[.agreement] = agreement?.name
        if agreement?.mep == .twoWay, let request = try exchange.request(answeredBy: message, from: partner) {
            attributes[.as4RefToMessageID] = request.as4MessageID
            attributes[.conversationID] = request.conversationID
            attributes[.answers] = "\(request.id)"
        }
        var envelope = Envelope(id: spools.newID(at: time), createdAt: time, type: message.type.rawValue, partner: partner)
        envelope.attributes = attributes
        return envelope
    }
}

extension SignedMessage {
    /// Where its copies lie first.
    fileprivate var firstState: SpoolState { needsRelease ? .held : .ready }
    /// What their histories begin with.
    fileprivate var originCode: String? { needsRelease ? GatewayCode.awaitsRelease.rawValue : nil }
}

extension Submission.Copy {
    /// A copy that an earlier submission made.
    fileprivate init(_ line: CaseLedger.Line) { self.init(id: line.id, partner: line.partner, existed: true) }
}
