import CareMessages
import Foundation
import Spooling

/// A message in the timeline of a case.
package struct TimelineMessage: Encodable, Sendable {
    /// One copy of it in a spool.
    package struct Copy: Encodable, Sendable {
        /// Our id.
        package let id: String
        /// The partner.
        package let partner: String
        /// `outbound` or `inbound`.
        package let direction: String
        /// The state it lies in; `nil` when it has just been moved or removed.
        package let state: String?
        /// When the partner's AS4 receipt was stored, or when ours was given.
        package let receiptAt: Date?
        /// When it was handed over.
        package let handedOverAt: Date?
    }

    /// What somebody said of having got it (M23).
    package struct Receipt: Encodable, Sendable {
        /// Id of the M23.
        package let messageID: String
        /// organisationsnummer of who sent it.
        package let from: String
        /// TEKNISK or VERKSAMHET.
        package let level: String?
        /// OK, FELSAND and so on.
        package let result: String?
        /// When it was sent.
        package let at: Date
    }

    /// Its own id.
    package let messageID: String
    /// M01, M05, …
    package let type: String
    /// When its sender sent it.
    package let sentAt: Date
    /// `outbound` or `inbound`; `nil` for a case of an archive.
    package let direction: String?
    /// Who sent it.
    package let sender: TimelineReport.Unit
    /// `in_force`, `withdrawn`, `replaced` or `irregular`.
    package let standing: String
    /// The message that withdrew or replaced it.
    package let standingBy: String?
    /// Why it has no effect, for an irregular one.
    package let irregularity: CaseEntry.Irregularity?
    /// The message it builds on.
    package let refersTo: String?
    /// The message it replaces.
    package let replaces: String?
    /// Its copies.
    package let copies: [Copy]
    /// Receipts from people (M23).
    package let receipts: [Receipt]

    private init(_ entry: CaseEntry, copies: [Copy], receipts: [Receipt]) {
        let event = entry.event
        (messageID, type, sentAt) = (event.messageID, event.type.rawValue, event.sent)
        direction = (copies.first { $0.direction == "outbound" } ?? copies.first)?.direction
        sender = TimelineReport.Unit(event.sender)
        switch entry.standing {
        case .inForce: (standing, standingBy, irregularity) = ("in_force", nil, nil)
        case .withdrawn(let id): (standing, standingBy, irregularity) = ("withdrawn", id, nil)
        case .replaced(let id): (standing, standingBy, irregularity) = ("replaced", id, nil)
        case .irregular(let why): (standing, standingBy, irregularity) = ("irregular", nil, why)
        }
        (refersTo, replaces) = (event.refersTo, event.replaces)
        self.copies = copies
        self.receipts = receipts
    }

    /// The messages of a case in the order they count.
    static func all(of dossier: CaseDossier, in spools: Spools?) throws(SpoolError) -> [TimelineMessage] {
        var receipts: [String: [Receipt]] = [:]
        for event in dossier.state.entries.map(\.event) where event.type == .kvittens {
            guard let id = event.refersTo else { continue }
            receipts[id, default: []].append(
                Receipt(
                    messageID: event.messageID, from: event.sender.organisationsnummer, level: event.facts.level,
                    result: event.facts.status, at: event.sent))
        }
        var messages: [TimelineMessage] = []
        for entry in dossier.state.entries {
            var copies: [Copy] = []
            for copy in dossier.copies[entry.event.messageID] ?? [] {
                if let spools { copies.append(try Copy(copy, in: spools)) }
            }
            messages.append(TimelineMessage(entry, copies: copies, receipts: receipts[entry.event.messageID] ?? []))
        }
        return messages
    }
}

extension TimelineMessage.Copy {
    fileprivate init(_ copy: CaseCopy, in spools: Spools) throws(SpoolError) {
        (id, partner, direction) = (copy.id.description, copy.partner, copy.isInbound ? "inbound" : "outbound")
        let spool = copy.isInbound ? spools.inbound : spools.outbound
        do throws(SpoolError) {
            let entry = try spool.entry(copy.id)
            let history = entry?.history ?? []
            state = entry?.state.rawValue
            // Ours is given in the answer to the request the message came with.
            let events: [HistoryRecord.Event] = copy.isInbound ? [.received] : [.receiptStored, .delivered]
            receiptAt = events.lazy.compactMap { wanted in history.last { $0.event == wanted } }.first?.at
            handedOverAt = history.last { $0.event == .handedOver }?.at
        } catch {
            guard error.code == .corrupt else { throw error }
            (state, receiptAt, handedOverAt) = (SpoolState.corrupt.rawValue, nil, nil)
        }
    }
}
